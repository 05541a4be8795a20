import type { Awaitable } from '../awaitable.ts'

/**
 * Where sessions live, as the bytes that MediaWiki keeps there. Every method throws
 * `StoreUnavailable` when the store does not answer: only a store that answers "no such session"
 * makes somebody anonymous.
 */
export interface SessionStore {
  /**
   * The bytes of a session that has not expired; the same object again only if they are unchanged, and nearly
   * always then, so that what is made of them can be remembered by it.
   */
  read(id: string): Awaitable<Uint8Array | undefined>
  /** Keeps a new session, and forgets the one it takes the place of, both or neither. */
  create(id: string, bytes: Uint8Array, expires: Date, replaces?: string): Promise<void>
  /**
   * Rewrites a session unless it has ended or expired meanwhile: a late save must not bring it back.
   * Says whether it was there.
   */
  update(id: string, bytes: Uint8Array, expires: Date): Promise<boolean>
  /**
   * Keeps a session under another id from now on, unless it has ended or expired meanwhile: a late
   * save must not bring it back under that one either. Says whether it was there.
   */
  move(from: string, to: string, bytes: Uint8Array, expires: Date): Promise<boolean>
  /** Ends a session, durably: once this resolves, not even a crash brings it back. */
  delete(id: string): Promise<void>
}
