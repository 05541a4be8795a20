import { type Kysely, sql } from 'kysely'
import type { ObjectCacheTables } from '../sqlite/open-sqlite.ts'
import type { SqliteConnection } from '../sqlite/sqlite-connection.ts'

/** Few enough that nobody notices, and twice as many as come until the next step. */
export const rowsInAStep = 16

/** Makes the step that deletes a few rows which had expired by a time, and says under which keys they were. */
export function makeSweep(
  database: Kysely<ObjectCacheTables>,
  connection: SqliteConnection,
): (time: string) => readonly string[] {
  // The limit is written into the statement: whenever one is bound, SQLite makes its plan anew.
  const sweep = connection.prepare(() =>
    sql<{ keyname: string }>`
      delete from objectcache
      where rowid in (select rowid from objectcache where exptime < ${''} limit ${sql.lit(rowsInAStep)})
      returning keyname`.compile(database),
  )
  return (time) => sweep.all(time).map(({ keyname }) => keyname)
}
