/** Counts tries, shared by all processes of a wiki. */
export interface CounterStore {
  /**
   * Counts one try unless `limit` of them have been counted in the `seconds` since the first;
   * says whether it was. Exact, however many ask at once.
   */
  take(key: string, limit: number, seconds: number, now: Date): Promise<boolean>
  /** Forgets the tries of a key. */
  reset(key: string): Promise<void>
}
