import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite'
import { setTimeout } from 'node:timers/promises'
import type { CompiledQuery, QueryResult } from 'kysely'
import type { Awaitable } from '../../awaitable.ts'
import { StoreUnavailable } from '../../session/store-unavailable.ts'
import { loopTurn } from '../../turn.ts'
import { HotStatement } from './hot-statement.ts'
import { SharedCommits } from './shared-commits.ts'
import { isBusy, storeError } from './sqlite-error.ts'
import { StatementCache } from './statement-cache.ts'

/** Whoever runs statements: a transaction belongs to one of them. */
export type Lease = object

interface Transaction {
  readonly lease: Lease
  readonly ended: Promise<void>
  readonly end: () => void
}

/** Whoever only looks, once nobody's transaction is open. */
const onlooker: Lease = {}

const preparedStatements = 256
/**
 * Processes that write all the time leave the file free for moments only: with pauses of up to 32 ms, four
 * of them wrote a third as much, and some waited for a second.
 */
const pauseMilliseconds = 1

/**
 * One open file, shared by everything in the process.
 *
 * A statement waits while somebody else's transaction is open, and while another process
 * holds the file: never in SQLite, where waiting would stop the process, but here, where
 * statements that can go ahead overtake it.
 */
export class SqliteConnection {
  readonly #store: string
  readonly #database: DatabaseSync
  readonly #patienceMilliseconds: number
  readonly #statements: StatementCache
  readonly #commits = new SharedCommits(this)
  #dataVersion: StatementSync | undefined
  #lastDataVersion: unknown
  #age = 0
  #turn: 'of nobody' | 'of a request' | 'of a prompt request' | 'of a request, looked' = 'of nobody'
  #lookedIn: number | undefined
  #transaction: Transaction | undefined
  #pause: Promise<void> | undefined

  constructor(store: string, database: DatabaseSync, patienceMilliseconds: number) {
    this.#store = store
    this.#database = database
    this.#patienceMilliseconds = patienceMilliseconds
    this.#statements = new StatementCache(database, preparedStatements)
  }

  execute<Row>(
    lease: Lease,
    query: CompiledQuery,
    signal?: AbortSignal,
  ): Promise<QueryResult<Row>> {
    return this.#whenFree(lease, () => this.#run<Row>(query), signal)
  }

  /** Makes a statement that is run all the time: by `look`, or by `change`. */
  prepare<Row>(query: () => CompiledQuery<Row>): HotStatement<Row> {
    return new HotStatement(this.#database, query)
  }

  /** Looks at what is committed: at once, unless somebody else is in the way. */
  look<Result>(work: () => Result): Awaitable<Result> {
    if (this.#transaction) return this.#whenFree(onlooker, work)
    try {
      return work()
    } catch (error) {
      if (isBusy(error)) return this.#whenFree(onlooker, work)
      throw storeError(this.#store, error)
    }
  }

  /**
   * A number that is another one once anything may have changed: by another connection or process, which
   * SQLite tells, or by a statement of our own. What `change` does counts for nothing: whoever calls it
   * knows exactly which rows it is about.
   */
  age(): number {
    if (this.#turn === 'of a request, looked') return this.#age
    this.#dataVersion ??= this.#prepareDataVersion()
    // A list, which Node's types do not know of.
    const row: unknown = this.#dataVersion.get()
    const dataVersion: unknown = Array.isArray(row) ? row[0] : row
    if (dataVersion !== this.#lastDataVersion) {
      this.#lastDataVersion = dataVersion
      this.#age += 1
    }
    // Only now: a busy file could not be looked at.
    if (this.#turn === 'of a prompt request') this.#lookedIn = loopTurn()
    if (this.#turn !== 'of nobody') this.#turn = 'of a request, looked'
    return this.#age
  }

  /**
   * Lets one look at what others have changed do until this turn of the event loop ends, with the promises
   * that it settles: a request that begins in it came before that look, which therefore sees all that was
   * acknowledged before the request was sent. SQLite takes 1 µs to say it, and what comes after is slower by
   * another; a request asks three times.
   *
   * Prompt ones, which had all been sent when the event loop began this turn, share one look: the first
   * that is there comes after all of them.
   */
  beginTurn(isPrompt = false): void {
    if (this.#turn === 'of nobody') queueMicrotask(this.#awaitEndOfTurn)
    if (!isPrompt) this.#turn = 'of a request'
    else if (this.#lookedIn === loopTurn()) this.#turn = 'of a request, looked'
    else this.#turn = 'of a prompt request'
  }

  // The first thing that is done once all promises have been settled.
  readonly #awaitEndOfTurn = (): void => process.nextTick(this.#endTurn)

  readonly #endTurn = (): void => {
    this.#turn = 'of nobody'
  }

  /** Makes a change together with others, durably; see `SharedCommits`. */
  change<Result>(make: () => Result): Promise<Result> {
    return this.#commits.add(make)
  }

  /** Lets changes be made for which nobody waits. */
  settle(): Promise<void> {
    return this.#commits.finish()
  }

  /** Does something within the transaction that is open, and not outside of it. */
  within<Result>(work: () => Result): Result {
    try {
      this.#checkTransaction()
      return work()
    } catch (error) {
      throw storeError(this.#store, error)
    }
  }

  /** Locks at once: a transaction that begins by reading could not be sure to write. */
  begin(lease: Lease): Promise<void> {
    return this.#whenFree(lease, () => {
      this.#database.exec('BEGIN IMMEDIATE')
      const { promise, resolve } = Promise.withResolvers<void>()
      this.#transaction = { lease, ended: promise, end: resolve }
    })
  }

  async commit(lease: Lease): Promise<void> {
    await this.#whenFree(lease, () => this.#database.exec('COMMIT'))
    this.#end()
  }

  async rollback(lease: Lease): Promise<void> {
    try {
      // A full disk, say, has made SQLite roll back by itself.
      if (this.#database.isOpen && this.#database.isTransaction)
        await this.#whenFree(lease, () => this.#database.exec('ROLLBACK'))
    } finally {
      this.#end()
    }
  }

  /** Lets an open transaction end first, and changes that wait be made. */
  async close(): Promise<void> {
    await this.settle()
    while (this.#transaction) await this.#transaction.ended
    if (this.#database.isOpen) this.#database.close()
  }

  #end(): void {
    this.#transaction?.end()
    this.#transaction = undefined
  }

  async #whenFree<Result>(lease: Lease, work: () => Result, signal?: AbortSignal): Promise<Result> {
    let deadline: number | undefined
    for (;;) {
      while (this.#transaction && this.#transaction.lease !== lease) await this.#transaction.ended
      try {
        this.#checkTransaction()
        return work()
      } catch (error) {
        // SQLite says "busy" by an error; nothing has happened yet, so it can be tried again.
        if (!isBusy(error)) throw storeError(this.#store, error)
        deadline ??= performance.now() + this.#patienceMilliseconds
        if (performance.now() > deadline) throw storeError(this.#store, error)
      }
      this.#pause ??= this.#wait()
      // Of all who wait, the first to wake tries; if that is in vain, the others wait on with it.
      while (this.#pause) await this.#pause
      signal?.throwIfAborted()
    }
  }

  async #wait(): Promise<void> {
    await setTimeout(pauseMilliseconds)
    this.#pause = undefined
  }

  /** Without this, the rest of a transaction that SQLite gave up would be kept. */
  #checkTransaction(): void {
    if (this.#transaction && this.#database.isOpen && !this.#database.isTransaction) {
      throw new StoreUnavailable(this.#store, {
        cause: new Error('Cannot go on with a transaction: SQLite has rolled it back'),
      })
    }
  }

  #prepareDataVersion(): StatementSync {
    const statement = this.#database.prepare('PRAGMA data_version')
    // It is asked before each use of what is remembered: as a list in 0.6 µs, as an object in 1.1.
    statement.setReturnArrays(true)
    return statement
  }

  #run<Row>({ sql, parameters }: CompiledQuery): QueryResult<Row> {
    const { statement, givesRows, onlyReads } = this.#statements.prepare(sql)
    if (!onlyReads) this.#age += 1
    // Kysely types neither what goes in, which Node checks, nor what comes out.
    const values = parameters as SQLInputValue[]
    if (givesRows) return { rows: statement.all(...values) as Row[] }

    const { changes, lastInsertRowid } = statement.run(...values)
    return { rows: [], numAffectedRows: BigInt(changes), insertId: BigInt(lastInsertRowid) }
  }
}
