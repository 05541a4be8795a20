import type { Kysely } from 'kysely'
import { databaseTime } from '../clock.ts'
import type { MediaWikiTables } from './schema.ts'

/** More rows go in one sweep than come between two, so that what nobody reads any more cannot pile up. */
const rowsBetweenSweeps = 50
const rowsInASweep = 100

/** Makes a function to call before each new row: now and then it deletes some that have expired. */
export function expiredRowSweeper(
  database: Kysely<Pick<MediaWikiTables, 'objectcache'>>,
): (now: Date) => Promise<void> {
  let rows = 0
  return async (now) => {
    rows += 1
    if (rows % rowsBetweenSweeps !== 0) return

    const expired = database
      .selectFrom('objectcache')
      .select('keyname')
      .where('exptime', '<', databaseTime(now))
      .limit(rowsInASweep)
    await database.deleteFrom('objectcache').where('keyname', 'in', expired).execute()
  }
}
