import { botPasswordProvider } from '../../src/session/session-providers.ts'
import { readSessionRecord } from '../../src/session/session-record.ts'

/** What a request has done so far that its answer has to agree with. */
export interface Deeds {
  /** The sessions that the store has kept for it. */
  readonly kept: Set<string>
  /** The token of each account when the request first looked at it. */
  readonly accountTokens: Map<number, string>
  /** By which token it has replaced which. */
  exchanged?: { readonly from: string; readonly to: string }
}

/** Of a request that has done nothing so far. */
export function noDeeds(): Deeds {
  return { kept: new Set(), accountTokens: new Map() }
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
  /** The account's token with which it was good last. */
  accountToken: string | undefined
  /** `gone` from the store, or refused because the account has another token, or its program no password. */
  end?: 'gone' | 'disowned' | 'revoked' | undefined
}

/**
 * Keeps the books: which sessions there are, whose they are, and which are over. It hears of every
 * change at the moment when the store makes it, and notes what should not have been possible.
 */
export class Ledger {
  readonly breaches: string[] = []
  readonly #sessions = new Map<string, Entry>()
  readonly #formerIds = new Map<string, string>()
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
    for (const entry of this.#sessions.values()) {
      if (entry.userId === userId) entry.end ??= 'disowned'
    }
  }

  noteBotToken(userId: number, appId: string, token: string | undefined): void {
    const key = botKey(userId, appId)
    if (token === undefined) this.#botTokens.delete(key)
    else this.#botTokens.set(key, token)
    for (const entry of this.#sessions.values()) {
      if (entry.botPassword === key && entry.end !== 'gone') entry.end = 'revoked'
    }
  }

  noteRead(id: string): void {
    if (this.#sessions.get(id)?.end === 'gone') this.breaches.push(`${id} is there after its end`)
  }

  noteCreated(id: string, bytes: Uint8Array, expires: Date, deeds: Deeds): void {
    if (this.#sessions.has(id)) this.breaches.push(`${id} begins a second time`)
    deeds.kept.add(id)
    this.#sessions.set(id, { ...this.#read(bytes, deeds), expires })
  }

  noteUpdated(id: string, bytes: Uint8Array, expires: Date, deeds: Deeds): void {
    const entry = this.#sessions.get(id)
    if (entry === undefined || entry.end === 'gone') {
      this.breaches.push(`${id} is saved after its end`)
      return
    }
    const { userId, storedToken } = this.#read(bytes, deeds)
    if (entry.userId !== userId) this.breaches.push(`${id} becomes somebody else's`)
    deeds.kept.add(id)
    entry.expires = expires
    if (storedToken !== this.#accountTokens.get(userId)) entry.end ??= 'disowned'
    // Who replaces a token may give the new one to those that were good with the old one.
    const { from, to } = deeds.exchanged ?? {}
    const isGiven = storedToken === to && entry.accountToken === from
    // Unless somebody has replaced that one as well by then.
    if (entry.end === 'disowned' && isGiven && this.#accountTokens.get(userId) === to) {
      entry.end = undefined
      entry.accountToken = to
    }
  }

  /** Hears that a session goes on under another id. */
  noteMoved(from: string, to: string, deeds: Deeds): void {
    if (this.#sessions.get(from)?.end === 'gone')
      this.breaches.push(`${from} goes on after its end`)
    this.#formerIds.set(to, from)
    this.noteEnded(from, deeds)
  }

  /** Under which id a session began that goes on under this one. */
  firstIdOf(id: string): string {
    const former = this.#formerIds.get(id)
    return former === undefined ? id : this.firstIdOf(former)
  }

  noteEnded(id: string, deeds: Deeds): void {
    deeds.kept.delete(id)
    const entry = this.#sessions.get(id)
    if (entry) entry.end = 'gone'
  }

  noteTime(now: Date): void {
    for (const entry of this.#sessions.values()) if (entry.expires <= now) entry.end = 'gone'
  }

  #read(
    bytes: Uint8Array,
    deeds: Deeds,
  ): Omit<Entry, 'expires'> & { readonly storedToken: string | undefined } {
    const { metadata } = readSessionRecord(bytes) ?? {}
    const { userId = 0, providerMetadata } = metadata ?? {}
    const isBot = metadata?.provider === botPasswordProvider
    const botPassword = isBot ? botKey(userId, String(providerMetadata?.get('appId'))) : undefined
    const accountToken = this.#accountTokens.get(userId)
    // Who was let in by what had been replaced by the time that the session began, is not in.
    const isStale = userId !== 0 && deeds.accountTokens.get(userId) !== accountToken
    const isRevoked =
      botPassword !== undefined &&
      this.#botTokens.get(botPassword) !== providerMetadata?.get('token')
    const end = isRevoked ? 'revoked' : isStale ? 'disowned' : undefined
    const storedToken = metadata?.userToken ?? undefined
    return { userId, botPassword, accountToken, storedToken, end }
  }
}

function botKey(userId: number, appId: string): string {
  return `${userId}@${appId}`
}
