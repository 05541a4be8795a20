import { setImmediate as nextTurn } from 'node:timers/promises'
import type { SqliteConnection } from './sqlite-connection.ts'

/** Makes a change, and says how its caller is told of it once it is durable. */
interface Change {
  make(): () => void
  fail(error: unknown): void
}

/** So many of those whose changes share a commit go on in one turn of the event loop. */
const mostInATurn = 8

/**
 * Makes changes durable together: those that come in one turn of the event loop share a transaction,
 * and each is acknowledged after its commit. Sixteen at once take 1 µs each for it instead of 12.
 */
export class SharedCommits {
  readonly #connection: SqliteConnection
  readonly #waiting = new Set<Change[]>()
  #gathering: Change[] | undefined

  constructor(connection: SqliteConnection) {
    this.#connection = connection
  }

  /**
   * Makes a change by running statements, at once and to the end. One that throws fails for its own
   * caller only, and must have changed nothing: its first statement decides whether it can be made.
   */
  add<Result>(make: () => Result): Promise<Result> {
    const gathering = this.#gathering ?? this.#gather()
    return new Promise((resolve, reject) => {
      const change = () => {
        const result = make()
        return () => resolve(result)
      }
      gathering.push({ make: change, fail: reject })
    })
  }

  /** Lets all changes be made that have been asked for; whoever waits for one hears whether it was. */
  async finish(): Promise<void> {
    if (this.#waiting.size > 0) await this.add(() => {}).catch(() => {})
  }

  #gather(): Change[] {
    const batch: Change[] = []
    this.#waiting.add(batch)
    this.#gathering = batch
    // What other requests of this turn change comes along.
    setImmediate(() => {
      this.#gathering = undefined
      void this.#commit(batch)
    })
    return batch
  }

  async #commit(batch: Change[]): Promise<void> {
    try {
      await this.#connection.begin(batch)
    } catch (error) {
      this.#waiting.delete(batch)
      for (const change of batch) change.fail(error)
      return
    }
    // Those that have waited for a busy file as well need not wait for their turn.
    const changes = [...this.#waiting].flatMap((waiting) => waiting.splice(0))
    this.#waiting.delete(batch)
    let acknowledgements: readonly (() => void)[]
    try {
      acknowledgements = changes.map((change) => this.#make(change))
      await this.#connection.commit(batch)
    } catch (error) {
      await this.#connection.rollback(batch)
      for (const change of changes) change.fail(error)
      return
    }
    for (const [place, acknowledge] of acknowledgements.entries()) {
      // What each of them goes on with takes its time, in which nobody else would be answered.
      if (place > 0 && place % mostInATurn === 0) await nextTurn()
      acknowledge()
    }
  }

  #make({ make, fail }: Change): () => void {
    try {
      return this.#connection.within(make)
    } catch (error) {
      // The others' changes have nothing to do with it.
      return () => fail(error)
    }
  }
}
