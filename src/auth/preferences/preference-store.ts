/** Where is kept what accounts have chosen. */
export interface PreferenceStore {
  /** The preferences that differ from the wiki's, by name. */
  of(userId: number): Promise<ReadonlyMap<string, string>>
  /** Writes preferences, all of them or none; `undefined` forgets one. */
  change(userId: number, changes: PreferenceChanges, now: Date): Promise<void>
}

/** What becomes of preferences: the text to keep, or `undefined` for the wiki's own value. */
export type PreferenceChanges = ReadonlyMap<string, string | undefined>
