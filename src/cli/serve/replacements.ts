/** How a worker was, that is to be replaced. */
export interface LostWorker {
  readonly hasServed: boolean
  readonly livedMilliseconds: number
}

/** Whoever has lived so long did not die of how it began. */
const trialMilliseconds = 5000
/** So many that end before they serve, and none that gets as far: none ever will. */
const mostFailures = 5
const firstPauseMilliseconds = 100
const longestPauseMilliseconds = 5000

/** Says when a worker is replaced: at once, but ever later where they die as soon as they begin. */
export class Replacements {
  #inARow = 0
  #inVain = 0

  /** One serves: so others can. */
  noteServing(): void {
    this.#inVain = 0
  }

  /** The milliseconds to wait, or `undefined` if it is hopeless. */
  after({ hasServed, livedMilliseconds }: LostWorker): number | undefined {
    const isSettled = hasServed && livedMilliseconds >= trialMilliseconds
    this.#inARow = isSettled ? 0 : this.#inARow + 1
    if (!hasServed) this.#inVain += 1
    if (this.#inVain >= mostFailures) return undefined
    if (this.#inARow <= 1) return 0
    return Math.min(firstPauseMilliseconds * 2 ** (this.#inARow - 2), longestPauseMilliseconds)
  }
}
