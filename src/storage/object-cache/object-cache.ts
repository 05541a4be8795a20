import type { Kysely } from 'kysely'
import type { Awaitable } from '../../awaitable.ts'
import { databaseTime } from '../../clock.ts'
import type { ObjectCacheTables } from '../sqlite/open-sqlite.ts'
import { RowMemory } from '../sqlite/row-memory.ts'
import type { SqliteConnection } from '../sqlite/sqlite-connection.ts'
import { makeSweep, rowsInAStep } from './expired-rows.ts'

/** How many rows are written from one step of sweeping to the next. */
const rowsBetweenSteps = 8

/** What is kept under a key. */
interface Entry {
  readonly value: Uint8Array
  readonly expires: string
}

/**
 * MediaWiki's table `objectcache`: values under keys, each until its time is over. Nearly every request
 * reads one of its rows, and most that write anything write here: so what is read is remembered as
 * long as it is proven unchanged, and changes share their commits. There is one for each file that is
 * open: what is changed through it, no other would know of.
 */
export class ObjectCache {
  /** The table, for whatever is not asked all the time. */
  readonly database: Kysely<ObjectCacheTables>
  readonly #connection: SqliteConnection
  readonly #entries: RowMemory<{ value: Uint8Array | null; exptime: string }, Entry | undefined>
  readonly #sweep: (time: string) => readonly string[]
  #rowsSinceStep = 0
  #sweptUntil = 0

  constructor(database: Kysely<ObjectCacheTables>, connection: SqliteConnection) {
    this.database = database
    this.#connection = connection
    this.#sweep = makeSweep(database, connection)
    this.#entries = new RowMemory(
      connection,
      () =>
        database
          .selectFrom('objectcache')
          .select(['value', 'exptime'])
          .where('keyname', '=', '')
          .compile(),
      ([row]) => (row?.value ? { value: row.value, expires: row.exptime } : undefined),
    )
  }

  /** What is kept under a key and has not expired; the same object again only if nobody has changed it. */
  find(key: string, now: Date): Awaitable<Uint8Array | undefined> {
    return this.#connection.look(() => {
      const entry = this.#entries.recall(key)
      return entry !== undefined && entry.expires > databaseTime(now) ? entry.value : undefined
    })
  }

  /** See `SqliteConnection`. */
  beginTurn(isPrompt?: boolean): void {
    this.#connection.beginTurn(isPrompt)
  }

  /** Prepares a statement for `change`. */
  get prepare(): SqliteConnection['prepare'] {
    return (query) => this.#connection.prepare(query)
  }

  /**
   * Changes what is kept under some keys, and under no others, durably. One that throws must have changed
   * nothing: of several statements only the first may find that it cannot be done.
   */
  change<Result>(keys: readonly string[], make: () => Result): Promise<Result> {
    return this.#connection.change(() => {
      for (const key of keys) this.#entries.doubt(key)
      return make()
    })
  }

  /** Lets changes be made for which nobody waits. */
  settle(): Promise<void> {
    return this.#connection.settle()
  }

  /**
   * Deletes a few rows that have expired; to be called once whoever has added a row is told so, of which
   * only some calls do anything: none for a second once nothing was left to delete.
   */
  sweepNowAndThen(now: Date): void {
    this.#rowsSinceStep += 1
    if (this.#rowsSinceStep < rowsBetweenSteps || now.getTime() < this.#sweptUntil) return

    this.#rowsSinceStep = 0
    const step = this.#connection.change(() => {
      const swept = this.#sweep(databaseTime(now))
      for (const key of swept) this.#entries.doubt(key)
      if (swept.length < rowsInAStep) this.#sweptUntil = now.getTime() + 1000
    })
    // Whoever asks for something next hears that the store does not answer.
    step.catch(() => {})
  }
}
