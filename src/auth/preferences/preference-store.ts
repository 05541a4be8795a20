import type { Awaitable } from '../../awaitable.ts'

/** Where is kept what accounts have chosen. */
export interface PreferenceStore {
  /** The preferences that differ from the wiki's, by name; the same object again only if none has changed, and nearly always then. */
  of(userId: number): Awaitable<ReadonlyMap<string, string>>
  /** Writes preferences, and with them the real name if it is given: all or nothing; `undefined` forgets one. */
  change(userId: number, changes: PreferenceChanges, now: Date, realName?: string): Promise<void>
}

/** What becomes of preferences: the text to keep, or `undefined` for the wiki's own value. */
export type PreferenceChanges = ReadonlyMap<string, string | undefined>
