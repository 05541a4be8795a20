/** What is noted of a session beside what MediaWiki stores of it. */
export interface SessionNote {
  readonly id: string
  /** Whose it is. */
  readonly userId: number
  /** Seconds since 1970, like all times here; not known of a session that another program made. */
  readonly made?: number
  readonly used?: number
  /** Where it was last used from, and with which program. */
  readonly address?: string
  readonly agent?: string
}

/** A stored session, whoever stored it. */
export interface StoredSession {
  readonly id: string
  readonly bytes: Uint8Array
}

/**
 * Finds the sessions of an account, which the stored sessions alone would not tell without reading
 * all of them. A note outlives an end of its session: only together they mean something.
 */
export interface SessionIndex {
  /**
   * Notes a session that is stored, or stored anew, durably. What was noted before stays unless it is said
   * anew; a use within a minute of the last one may go unnoticed.
   */
  note(note: SessionNote, expires: Date): Promise<void>
  /** Notes how a session is used now, right after: nobody waits for it, and a crash may keep it from being noted. */
  noteUse(note: SessionNote, expires: Date): void
  /** Finds one session of an account by its handle. */
  find(userId: number, handle: string): Promise<SessionNote | undefined>
  /** All that is noted of an account's sessions. */
  list(userId: number): Promise<readonly SessionNote[]>
  /** Goes through the stored sessions: `all`, or those that another program than Jeton saved last. */
  scan(which: 'all' | 'foreign'): AsyncIterable<StoredSession>
}
