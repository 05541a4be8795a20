/** Something that nobody waits for. */
export type Task = () => Promise<void>

/** Does what is left to do once an answer is out, such as sending a mail. */
export class Afterwards {
  readonly #log: (error: unknown) => void
  readonly #underWay = new Set<Promise<void>>()

  /** `log` hears of what fails. */
  constructor(log: (error: unknown) => void) {
    this.#log = log
  }

  /** How much is not done yet. */
  get count(): number {
    return this.#underWay.size
  }

  /** Begins with a task as soon as whatever is being done now is done. */
  start(task: Task): void {
    const { promise, resolve } = Promise.withResolvers<void>()
    this.#underWay.add(promise)
    // The answer goes out first: not even a slow task is to be noticed.
    setImmediate(async () => {
      await task().catch(this.#log)
      this.#underWay.delete(promise)
      resolve()
    })
  }

  /** Waits until all is done, what begins meanwhile included; at most so many milliseconds. */
  async finish(milliseconds = Number.POSITIVE_INFINITY): Promise<void> {
    const deadline = Promise.withResolvers<'late'>()
    const timer = Number.isFinite(milliseconds)
      ? setTimeout(() => deadline.resolve('late'), milliseconds)
      : undefined
    while (this.#underWay.size > 0) {
      const done = await Promise.race([Promise.all(this.#underWay), deadline.promise])
      if (done === 'late') break
    }
    clearTimeout(timer)
  }
}
