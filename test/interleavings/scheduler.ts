import type { Dice } from '../fuzz/dice.ts'

/**
 * Lets tasks go on one at a time, from one step to the next. Dice say whose turn it is: the same seed
 * interleaves the same tasks in the same way.
 */
export class Scheduler {
  readonly #dice: Dice
  readonly #waiting: (() => void)[] = []
  #atRest = Promise.withResolvers<void>()

  constructor(dice: Dice) {
    this.#dice = dice
  }

  /** Where a task stops until it is its turn. */
  turn(): Promise<void> {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#waiting.push(resolve)
    this.#atRest.resolve()
    return promise
  }

  /** Runs tasks to their ends; nothing they wait for may come from outside, such as from a thread. */
  async run(tasks: readonly (() => Promise<void>)[]): Promise<void> {
    const runs = tasks.map(async (task) => {
      await this.turn()
      await task().finally(() => this.#atRest.resolve())
    })
    // Failures are told at the end: until then the other tasks go on.
    const outcomes = Promise.allSettled(runs)
    while (this.#waiting.length > 0) {
      const [goOn] = this.#waiting.splice(this.#dice.below(this.#waiting.length), 1)
      this.#atRest = Promise.withResolvers()
      goOn?.()
      await this.#atRest.promise
    }
    await outcomes
    await Promise.all(runs)
  }
}
