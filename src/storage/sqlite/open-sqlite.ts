import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { Kysely } from 'kysely'
import type { ExtensionName } from '../../settings/extensions.ts'
import { ObjectCache } from '../object-cache/object-cache.ts'
import type { MediaWikiTables } from '../schema.ts'
import { sqliteDialect } from './dialect.ts'
import { openFile } from './open-file.ts'
import { prepareExtensions, prepareObjectCache, prepareWiki } from './prepare-tables.ts'
import { SqliteConnection } from './sqlite-connection.ts'

/** The table of cached values alone: MediaWiki's installer gives it a file of its own. */
export type ObjectCacheTables = Pick<MediaWikiTables, 'objectcache'>

/** What may be said about a database that is opened. */
export interface SqliteOptions {
  /** Where sessions are, if neither in `wikicache.sqlite` beside the file nor in the file. */
  readonly cacheFile?: string
  /** How long a statement waits for other processes until the store counts as unavailable. */
  readonly patienceMilliseconds?: number
  /** The extensions whose tables the wiki has as well. */
  readonly extensions?: readonly ExtensionName[]
}

/** A wiki's database, open. */
export interface SqliteStorage extends AsyncDisposable {
  readonly database: Kysely<MediaWikiTables>
  /**
   * Sessions, among others. Whether it is the same file or another, it has no part in a
   * transaction of `database`: waited for inside one, it might wait for ever.
   */
  readonly objectCache: ObjectCache
  /** The file of `database`, for what is asked all the time: without Kysely on the way. */
  readonly connection: SqliteConnection
  close(): Promise<void>
}

/**
 * Opens a wiki's database, and makes it if there is none; `:memory:` is always new.
 *
 * One that MediaWiki made is left as it is, tables and journal mode.
 */
export function openSqlite(file: string, options: SqliteOptions = {}): SqliteStorage {
  const patience = options.patienceMilliseconds ?? 5000
  using opened = new DisposableStack()
  const open = (path: string, prepare: typeof prepareWiki) => {
    const database = opened.adopt(openFile(path, patience, prepare), (it) => it.close())
    return new SqliteConnection(path, database, patience)
  }

  const main = open(file, (database, path) => {
    prepareWiki(database, path)
    prepareExtensions(database, options.extensions ?? [])
  })
  const cacheFile = options.cacheFile ?? findCacheFile(file)
  const cache = cacheFile === file ? main : open(cacheFile, prepareObjectCache)
  // Both are there: from here on, closing is up to the caller.
  opened.move()

  const close = async () => {
    await main.close()
    await cache.close()
  }
  return {
    database: new Kysely({ dialect: sqliteDialect(main) }),
    objectCache: new ObjectCache(new Kysely({ dialect: sqliteDialect(cache) }), cache),
    connection: main,
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** A file beside the wiki's, if MediaWiki's installer was here; else the wiki's own. */
function findCacheFile(file: string): string {
  const beside = join(dirname(file), 'wikicache.sqlite')
  return file !== ':memory:' && existsSync(beside) ? beside : file
}
