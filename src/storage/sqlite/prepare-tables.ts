import type { DatabaseSync } from 'node:sqlite'
import type { ExtensionName } from '../../settings/extensions.ts'
import { CannotOpenDatabase } from './cannot-open-database.ts'
import { extensionDdl, objectCacheDdl, wikiDdl } from './tables.ts'

/** Tables without which a file is no wiki that Jeton knows. */
const needed = ['user', 'user_groups', 'actor', 'bot_passwords', 'ipblocks', 'objectcache']

/** Makes an empty database a wiki, and refuses one that is something else. */
export function prepareWiki(database: DatabaseSync, file: string): void {
  if (tablesOf(database).size === 0) make(database, wikiDdl())

  const tables = tablesOf(database)
  if (tables.has('block_target') && !tables.has('ipblocks'))
    throw new CannotOpenDatabase(
      file,
      'it is from MediaWiki 1.43 or newer, known are those to 1.42',
    )
  const missing = needed.filter((name) => !tables.has(name))
  if (missing.length > 0)
    throw new CannotOpenDatabase(file, `it has no table ${missing.map((n) => `"${n}"`).join(', ')}`)
}

/** Makes the tables of the extensions that a wiki has, as far as they are not there. */
export function prepareExtensions(
  database: DatabaseSync,
  extensions: readonly ExtensionName[],
): void {
  for (const extension of extensions) {
    for (const [table, ddl] of extensionDdl(extension)) {
      if (!tablesOf(database).has(table)) make(database, ddl, table)
    }
  }
}

/** Makes the one table of a file for cached values. */
export function prepareObjectCache(database: DatabaseSync): void {
  if (!tablesOf(database).has('objectcache')) make(database, objectCacheDdl())
}

function tablesOf(database: DatabaseSync): ReadonlySet<unknown> {
  const names = database.prepare("SELECT name FROM sqlite_master WHERE type = 'table'").all()
  return new Set(names.map(({ name }) => name))
}

/** All of it or nothing, and only by one of two processes that start at once. */
function make(database: DatabaseSync, ddl: string, witness = 'objectcache'): void {
  database.exec('BEGIN IMMEDIATE')
  const stillMissing = !tablesOf(database).has(witness)
  database.exec(stillMissing ? `${ddl}; COMMIT` : 'ROLLBACK')
}
