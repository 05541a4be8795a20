import type {
  AbortableOperationOptions,
  CompiledQuery,
  DatabaseConnection,
  Dialect,
  DialectAdapter,
  Driver,
  QueryResult,
} from 'kysely'
import { SqliteIntrospector, SqliteQueryCompiler } from 'kysely'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Lets Kysely speak to `node:sqlite`. */
export function sqliteDialect(connection: SqliteConnection): Dialect {
  return {
    createDriver: () => sqliteDriver(connection),
    createAdapter: () => adapter,
    createQueryCompiler: () => new SqliteQueryCompiler(),
    createIntrospector: (database) => new SqliteIntrospector(database),
  }
}

const adapter: DialectAdapter = {
  // There is one, but it sorts out itself whose turn it is: Kysely would make all wait for one.
  supportsMultipleConnections: true,
  supportsTransactionalDdl: true,
  supportsReturning: true,
  // The tables are MediaWiki's, and so are changes to them.
  async acquireMigrationLock() {},
  async releaseMigrationLock() {},
}

function sqliteDriver(connection: SqliteConnection): Driver {
  return {
    async init() {},
    acquireConnection: async () => new SqliteLease(connection),
    beginTransaction: (lease) => connection.begin(lease),
    commitTransaction: (lease) => connection.commit(lease),
    rollbackTransaction: (lease) => connection.rollback(lease),
    async releaseConnection() {},
    destroy: () => connection.close(),
  }
}

/** What one caller holds of the connection that all share. */
class SqliteLease implements DatabaseConnection {
  readonly #connection: SqliteConnection

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  executeQuery<Row>(
    query: CompiledQuery,
    options?: AbortableOperationOptions,
  ): Promise<QueryResult<Row>> {
    return this.#connection.execute<Row>(this, query, options?.signal)
  }

  /** In one piece: an open cursor would keep the file from being written. */
  async *streamQuery<Row>(
    query: CompiledQuery,
    _chunkSize: number,
    options?: AbortableOperationOptions,
  ): AsyncIterableIterator<QueryResult<Row>> {
    yield await this.executeQuery<Row>(query, options)
  }
}
