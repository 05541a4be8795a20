/** What is counted, how often it may be in so many seconds. */
export interface CountedTry {
  readonly key: string
  readonly limit: number
  readonly seconds: number
}

/** Counts tries, shared by all processes of a wiki. */
export interface CounterStore {
  /**
   * Counts one try unless `limit` of them have been counted in the `seconds` since the first;
   * says whether it was. Exact, however many ask at once.
   */
  take(key: string, limit: number, seconds: number, now: Date): Promise<boolean>
  /**
   * Counts one after the other, in one step, until one is not counted because its limit has been reached:
   * says which, by its place.
   */
  takeInTurn(tries: readonly CountedTry[], now: Date): Promise<number | undefined>
  /** Forgets the tries of some keys. */
  reset(...keys: readonly string[]): Promise<void>
}
