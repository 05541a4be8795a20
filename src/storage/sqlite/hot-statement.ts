import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import type { CompiledQuery } from 'kysely'

/**
 * A statement that is run all the time: Kysely spells it and SQLite understands it once, when it is first
 * needed. Built anew by Kysely each time it would take 10 to 15 µs longer.
 */
export class HotStatement<Row> {
  readonly #database: DatabaseSync
  readonly #spell: () => CompiledQuery<Row>
  #prepared: StatementSync | undefined

  constructor(database: DatabaseSync, spell: () => CompiledQuery<Row>) {
    this.#database = database
    this.#spell = spell
  }

  /** Runs it with these values, in the order in which the statement names them; gives the rows. */
  all(...values: readonly SQLInputValue[]): Row[] {
    // What the rows are like Kysely has worked out from the statement; SQLite does not say.
    return this.#statement().all(...values) as Row[]
  }

  /** Runs it likewise; says how many rows it has changed. */
  run(...values: readonly SQLInputValue[]): number {
    return Number(this.#statement().run(...values).changes)
  }

  #statement(): StatementSync {
    this.#prepared ??= this.#database.prepare(this.#spell().sql)
    return this.#prepared
  }
}
