import { availableParallelism } from 'node:os'
import { letPoolGiveWay } from './give-way.ts'

/** So many passwords are waiting to be hashed that one more would wait too long; the client may try again later. */
export class HashQueueFullError extends Error {
  constructor(waiting: number) {
    super(`Cannot hash a password: ${waiting} are already waiting`)
    this.name = 'HashQueueFullError'
  }
}

/** Lets so many hashes be computed at once, lets so many wait their turn, and refuses the rest. */
export class HashQueue {
  readonly #atOnce: number
  readonly #mostWaiting: number
  readonly #onBegun: () => void
  readonly #waiting: (() => void)[] = []
  #running = 0

  /** Calls `onBegun` each time that a task has begun. */
  constructor(atOnce: number, mostWaiting: number, onBegun = () => {}) {
    this.#atOnce = atOnce
    this.#mostWaiting = mostWaiting
    this.#onBegun = onBegun
  }

  /** Runs a task when its turn comes; rejects with a `HashQueueFullError` instead of waiting when too many do. */
  async run<Value>(task: () => Promise<Value>): Promise<Value> {
    await this.#turn()
    try {
      const running = task()
      this.#onBegun()
      return await running
    } finally {
      // Whoever waits longest takes over the place, which therefore stays taken.
      const next = this.#waiting.shift()
      if (next) next()
      else this.#running--
    }
  }

  async #turn(): Promise<void> {
    if (this.#running < this.#atOnce) {
      this.#running++
      return
    }
    if (this.#waiting.length >= this.#mostWaiting)
      throw new HashQueueFullError(this.#waiting.length)

    await new Promise<void>((resolve) => this.#waiting.push(resolve))
  }
}

// Files and DNS share libuv's threads with the hashes: leave one of them free.
const threads = Number(process.env['UV_THREADPOOL_SIZE']) || 4
// One more than there are cores to run: else a core is idle until the next hash is begun.
const atOnce = Math.max(1, Math.min(availableParallelism() + 1, threads - 1))

/** The queue of this process: one for all its wikis, because they share its threads and cores. */
export const hashQueue = new HashQueue(atOnce, 1000, letPoolGiveWay)
