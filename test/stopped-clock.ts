import type { Clock } from '../src/clock.ts'

/** A clock that stands still until it is told how much time has passed. */
export class StoppedClock implements Clock {
  #milliseconds: number

  constructor(start = '2026-01-01T12:00:00Z') {
    this.#milliseconds = Date.parse(start)
  }

  now(): Date {
    return new Date(this.#milliseconds)
  }

  pass(seconds: number): void {
    this.#milliseconds += seconds * 1000
  }
}
