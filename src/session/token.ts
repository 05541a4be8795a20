import { RecentlyUsed } from '../memory/recently-used.ts'
import { equalSecrets } from './equal-secrets.ts'
import { hmacMd5 } from './hmac-md5.ts'
import type { Session } from './session.ts'
import { type TokenKind, type TokenType, tokenKinds } from './token-types.ts'

/** Ends every token: a client that spoils these characters spoils the token. */
const tokenSuffix = '+\\'

/** The token of who is nobody, which is the same for all. */
export const anonymousToken = tokenSuffix

/** Whose tokens: the session, and whether the request counts as its user's. */
export interface TokenOwner {
  readonly session: Session
  /** False for anonymous visitors, and when a request's credentials do not count. */
  readonly isRegistered: boolean
}

/** Makes a token that is good as long as the session keeps its secret. */
export function makeToken(owner: TokenOwner, type: TokenType, seconds: number): string {
  const kind = tokenKinds[type]
  if (isSameForAll(owner, kind)) return tokenSuffix

  return spellToken(secretOf(owner.session, kind.secret), kind.salt, BigInt(seconds))
}

/** Tells whether a token of that type was given to this session. */
export function tokenMatches(owner: TokenOwner, type: TokenType, token: string): boolean {
  const kind = tokenKinds[type]
  if (isSameForAll(owner, kind)) return token === tokenSuffix

  return matches(secretOf(owner.session, kind.secret), kind.salt, token)
}

/** Makes a token with a salt of its own, as MediaWiki's forms have. */
export function makeSaltedToken(owner: TokenOwner, salt: string, seconds: number): string {
  if (!owner.isRegistered) return tokenSuffix

  return spellToken(secretOf(owner.session, 'default'), salt, BigInt(seconds))
}

/** Tells whether such a token was given to this session. */
export function saltedTokenMatches(owner: TokenOwner, salt: string, token: string): boolean {
  if (!owner.isRegistered) return token === tokenSuffix

  return matches(secretOf(owner.session, 'default'), salt, token)
}

const digestLength = 32
const tokenForm = /^[0-9a-f]{33,}\+\\$/
const longestToken = digestLength + 255 + tokenSuffix.length
const endOfTime = 2n ** 63n

/** When a token says that it was made, in seconds since 1970, whether or not it is good. */
export function tokenSeconds(token: string): bigint | undefined {
  if (token.length > longestToken || !tokenForm.test(token)) return undefined

  const seconds = BigInt(`0x${token.slice(digestLength, -tokenSuffix.length)}`)
  return seconds < endOfTime ? seconds : undefined
}

/** Tells whether a token of that kind was given to this session, and leaves the session as it is. */
export function isTokenOf(owner: TokenOwner, kind: TokenKind, token: string): boolean {
  if (isSameForAll(owner, kind)) return token === anonymousToken

  const secret = owner.session.findTokenSecret(kind.secret)
  return secret !== undefined && matches(secret, kind.salt, token)
}

// Who is nobody has no session to protect: these tokens only show that the client asked for one.
function isSameForAll({ isRegistered }: TokenOwner, { secret }: TokenKind): boolean {
  return !isRegistered && secret === 'default'
}

/** A token needs a session that outlives the request: asking for one, or about one, begins it. */
function secretOf(session: Session, key: TokenKind['secret']): string {
  session.persist()
  return session.tokenSecret(key)
}

/**
 * The last token that was found right for each secret: programs send theirs again and again, and to sign it
 * anew each time takes five times as long as to compare it. What was found wrong is not kept.
 */
const found = new RecentlyUsed<string, { readonly salt: string; readonly token: string }>()

function matches(secret: string, salt: string, token: string): boolean {
  const last = found.get(secret)
  if (last?.salt === salt && equalSecrets(last.token, token)) return true
  if (!isSigned(secret, salt, token)) return false

  found.set(secret, { salt, token }, 2 * (secret.length + salt.length + token.length))
  return true
}

function isSigned(secret: string, salt: string, token: string): boolean {
  const seconds = tokenSeconds(token)
  // Everybody may know the time: only the digest proves anything.
  if (seconds === undefined || token.slice(digestLength) !== spellTime(seconds)) return false

  return equalSecrets(token.slice(0, digestLength), sign(secret, salt, seconds))
}

function spellToken(secret: string, salt: string, seconds: bigint): string {
  return sign(secret, salt, seconds) + spellTime(seconds)
}

function sign(secret: string, salt: string, seconds: bigint): string {
  return hmacMd5(secret, `${seconds}${salt}`)
}

function spellTime(seconds: bigint): string {
  return seconds.toString(16) + tokenSuffix
}
