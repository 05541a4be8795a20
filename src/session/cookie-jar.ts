import { oncePerSettings } from '../settings/once-per-settings.ts'
import type { Settings } from '../settings/settings.ts'

/** What an answer does to one of the client's cookies. */
export interface CookieChange {
  readonly name: string
  /** `undefined` deletes the cookie. */
  readonly value: string | undefined
  /** `undefined` for a cookie that lives as long as the browser. */
  readonly maxAgeSeconds?: number
  /** Whether scripts of pages may read it: it is no secret. */
  readonly isPublic?: boolean
}

/** The names of the cookies that make sessions, and of those that say something else of who sends them. */
export interface CookieNames {
  readonly session: string
  readonly botSession: string
  readonly userId: string
  readonly userName: string
  readonly token: string
  readonly loggedOut: string
  readonly block: string
}

/** The cookie names of a wiki: its prefix is the database's name unless a setting says otherwise. */
export const cookieNames = oncePerSettings((settings: Settings): CookieNames => {
  const { CookiePrefix, DBname, SessionName } = settings
  const prefix = (CookiePrefix === false ? DBname : CookiePrefix).replace(/[=,; +."'\\[]/g, '_')
  return {
    session: SessionName || `${prefix}_session`,
    botSession: `${prefix}_BPsession`,
    userId: `${prefix}UserID`,
    userName: `${prefix}UserName`,
    token: `${prefix}Token`,
    loggedOut: `${prefix}LoggedOut`,
    block: `${prefix}BlockID`,
  }
})

/** The cookies of one request, and what its answer will do to them. */
export class CookieJar {
  readonly #sent: ReadonlyMap<string, string>
  // Made with the first change: most answers leave all cookies as they are.
  #changes: Map<string, CookieChange> | undefined
  #publicChanges: readonly CookieChange[] = []

  constructor(sent: ReadonlyMap<string, string>) {
    this.#sent = sent
  }

  /** Whether the client sent none. */
  get isEmpty(): boolean {
    return this.#sent.size === 0
  }

  /** The value that the client sent; a deleted cookie that came back counts as none. */
  get(name: string): string | undefined {
    const value = this.#sent.get(name)
    return value === 'deleted' ? undefined : value
  }

  set(name: string, value: string, maxAgeSeconds?: number): void {
    this.#change({ name, value, ...(maxAgeSeconds !== undefined && { maxAgeSeconds }) })
  }

  /** Deletes a cookie if the client sent it. */
  delete(name: string): void {
    this.#changes?.delete(name)
    if (this.#sent.has(name)) this.#change({ name, value: undefined })
  }

  /** The last change of a cookie counts, and comes after all others. */
  #change(change: CookieChange): void {
    this.#changes ??= new Map()
    this.#changes.delete(change.name)
    this.#changes.set(change.name, change)
  }

  /** Whether the client sent a cookie, whatever it says. */
  has(name: string): boolean {
    return this.#sent.has(name)
  }

  /** Adds a change of a cookie that scripts may read, after all others; one may follow another, as in MediaWiki. */
  changePublic(change: Omit<CookieChange, 'isPublic'>): void {
    this.#publicChanges = [...this.#publicChanges, { ...change, isPublic: true }]
  }

  /** What the answer does, in order. */
  get changes(): readonly CookieChange[] {
    const changes = this.#changes
    return changes === undefined
      ? this.#publicChanges
      : [...changes.values(), ...this.#publicChanges]
  }
}
