/** Numbers that look like chance, and are the same again for the same seed (mulberry32). */
export class Dice {
  #state: number

  constructor(...seeds: readonly number[]) {
    this.#state = 0
    for (const seed of seeds) this.#state = (Math.imul(this.#state, 31) + seed) | 0
    // Seeds that are neighbours must not throw alike.
    for (let warmUp = 0; warmUp < 3; warmUp++) this.#state = this.#next() | 0
  }

  /** A whole number from 0 on, smaller than this. */
  below(count: number): number {
    return this.#next() % count
  }

  /** True so many times of a hundred. */
  chance(percent: number): boolean {
    return this.below(100) < percent
  }

  pick<One>(all: readonly [One, ...One[]]): One
  pick<One>(all: readonly One[]): One | undefined
  pick<One>(all: readonly One[]): One | undefined {
    return all[this.below(all.length)]
  }

  /** A list of at most so many things. */
  list<One>(most: number, make: () => One): One[] {
    return Array.from({ length: this.below(most + 1) }, make)
  }

  bytes(count: number): Buffer {
    return Buffer.from(Array.from({ length: count }, () => this.below(256)))
  }

  #next(): number {
    this.#state = (this.#state + 0x6d2b79f5) | 0
    let mixed = Math.imul(this.#state ^ (this.#state >>> 15), 1 | this.#state)
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
    return (mixed ^ (mixed >>> 14)) >>> 0
  }
}
