/** How often something may be done in so many seconds, by whoever is counted under these names. */
export interface Rate {
  /** What is done and how it is counted: `mailpassword`, `ip`. */
  readonly action: string
  readonly condition: string
  /** Who is counted, where that is not everybody. */
  readonly who: readonly (string | number)[]
  /** Whether all wikis on the same store count together. */
  readonly isGlobal: boolean
  readonly limit: number
  readonly seconds: number
}

/** Counts what is done over time that slides on, shared by all processes of a wiki. */
export interface RateStore {
  /**
   * Counts once for each of the rates, unless one of them is used up: then for none. Says whether it
   * did. Exact, however many ask at once.
   */
  take(rates: readonly Rate[], now: Date): Promise<boolean>
  /** Tells whether each of the rates leaves room for one more. */
  leavesRoom(rates: readonly Rate[], now: Date): Promise<boolean>
}
