import { botPasswordProvider } from '../../src/session/bot-session.ts'
import { readSessionRecord } from '../../src/session/session-record.ts'

/** What a request has done so far that its answer has to agree with. */
export interface Deeds {
  /** The sessions that the store has kept for it. */
  readonly kept: Set<string>
  /** The token of each account when the request first looked at it. */
  readonly accountTokens: Map<number, string>
}

/** A session that nobody must be logged in by any more. */
export interface OverSession {
  readonly id: string
  readonly userId: number
  readonly isBot: boolean
  /** Whether the store must not have it either. */
  readonly isGone: boolean
}

interface Entry {
  readonly userId: number
  /** Which bot password it depends on. */
  readonly botPassword: string | undefined
  expires: Date
  /** `gone` from the store, or refused because what it depends on has changed. */
  end?: 'gone' | 'refused'
}

/**
 * Keeps the books: which sessions there are, whose they are, and which are over. It hears of every
 * change at the moment when the store makes it, and notes what should not have been possible.
 */
export class Ledger {
  readonly breaches: string[] = []
  readonly #sessions = new Map<string, Entry>()
  readonly #passwordHashes = new Map<number, string>()
  readonly #accountTokens = new Map<number, string>()
  readonly #botTokens = new Map<string, string>()

  /** Whose session an id is, if it still is anybody's; 0 for nobody. */
  ownerOf(id: string | undefined): number {
    const entry = this.#sessions.get(id ?? '')
    return entry === undefined || entry.end !== undefined ? 0 : entry.userId
  }

  isOver(id: string): boolean {
    return this.#sessions.get(id)?.end !== undefined
  }

  isAccountToken(userId: number, token: string): boolean {
    return this.#accountTokens.get(userId) === token
  }

  over(): readonly OverSession[] {
    return [...this.#sessions]
      .filter(([, { end }]) => end !== undefined)
      .map(([id, { userId, botPassword, end }]) => {
        return { id, userId, isBot: botPassword !== undefined, isGone: end === 'gone' }
      })
  }

  /** The stored password of each account, as it is now. */
  passwordHashes(): ReadonlyMap<number, string> {
    return new Map(this.#passwordHashes)
  }

  notePasswordHash(userId: number, hash: string): void {
    this.#passwordHashes.set(userId, hash)
  }

  noteAccountToken(userId: number, token: string): void {
    this.#accountTokens.set(userId, token)
    this.#refuse((entry) => entry.userId === userId)
  }

  noteBotToken(userId: number, appId: string, token: string | undefined): void {
    const key = botKey(userId, appId)
    if (token === undefined) this.#botTokens.delete(key)
    else this.#botTokens.set(key, token)
    this.#refuse((entry) => entry.botPassword === key)
  }

  noteRead(id: string): void {
    if (this.#sessions.get(id)?.end === 'gone') this.breaches.push(`${id} is there after its end`)
  }

  noteCreated(id: string, bytes: Uint8Array, expires: Date, deeds: Deeds): void {
    if (this.#sessions.has(id)) this.breaches.push(`${id} begins a second time`)
    deeds.kept.add(id)
    const { userId, botPassword, isStale } = this.#read(bytes, deeds)
    this.#sessions.set(id, { userId, botPassword, expires, ...(isStale && { end: 'refused' }) })
  }

  noteUpdated(id: string, bytes: Uint8Array, expires: Date, deeds: Deeds): void {
    const entry = this.#sessions.get(id)
    if (entry === undefined || entry.end === 'gone') {
      this.breaches.push(`${id} is saved after its end`)
      return
    }
    if (entry.userId !== this.#read(bytes, deeds).userId) {
      this.breaches.push(`${id} becomes somebody else's`)
    }
    deeds.kept.add(id)
    entry.expires = expires
  }

  noteEnded(id: string, deeds: Deeds): void {
    deeds.kept.delete(id)
    const entry = this.#sessions.get(id)
    if (entry) entry.end = 'gone'
  }

  noteTime(now: Date): void {
    for (const entry of this.#sessions.values()) if (entry.expires <= now) entry.end = 'gone'
  }

  #refuse(which: (entry: Entry) => boolean): void {
    for (const entry of this.#sessions.values()) if (which(entry)) entry.end ??= 'refused'
  }

  #read(bytes: Uint8Array, deeds: Deeds): Omit<Entry, 'expires'> & { isStale: boolean } {
    const { userId = 0, provider, providerMetadata } = readSessionRecord(bytes)?.metadata ?? {}
    const isBot = provider === botPasswordProvider
    const botPassword = isBot ? botKey(userId, String(providerMetadata?.get('appId'))) : undefined
    // Who was let in by what had been replaced by the time that the session began, is not in.
    const isStale =
      (userId !== 0 && deeds.accountTokens.get(userId) !== this.#accountTokens.get(userId)) ||
      (botPassword !== undefined &&
        providerMetadata?.get('token') !== this.#botTokens.get(botPassword))
    return { userId, botPassword, isStale }
  }
}

function botKey(userId: number, appId: string): string {
  return `${userId}@${appId}`
}
