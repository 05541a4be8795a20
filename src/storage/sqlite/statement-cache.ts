import type { DatabaseSync, StatementSync } from 'node:sqlite'

/** A statement that is ready to run, and what kind it is of. */
interface Prepared {
  readonly statement: StatementSync
  readonly givesRows: boolean
  /** False if it might change something. */
  readonly onlyReads: boolean
}

/** Keeps what SQLite has understood already; forgets what was not asked for longest. */
export class StatementCache {
  readonly #database: DatabaseSync
  readonly #size: number
  readonly #prepared = new Map<string, Prepared>()

  constructor(database: DatabaseSync, size: number) {
    this.#database = database
    this.#size = size
  }

  prepare(sql: string): Prepared {
    const prepared = this.#prepared.get(sql) ?? this.#understand(sql)
    // A Map remembers the order in which keys came: the latest goes to the end.
    this.#prepared.delete(sql)
    this.#prepared.set(sql, prepared)
    return prepared
  }

  #understand(sql: string): Prepared {
    const statement = this.#database.prepare(sql)
    const [oldest] = this.#prepared.keys()
    if (oldest !== undefined && this.#prepared.size >= this.#size) this.#prepared.delete(oldest)
    const onlyReads = /^\s*select\s/i.test(sql)
    return { statement, givesRows: statement.columns().length > 0, onlyReads }
  }
}
