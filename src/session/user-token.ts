import type { Settings } from '../settings/settings.ts'
import { equalSecrets } from './equal-secrets.ts'
import type { SessionRecord } from './session-record.ts'
import type { SessionUser } from './session-users.ts'
import { hmacWhirlpool } from './whirlpool.ts'

/**
 * What the cookie `Token` and stored sessions hold of the account's secret: the secret itself, or,
 * with a version set, 32 digits made of both, so that a new version ends all sessions. An account
 * without a proper secret has none: everybody could work out what is made of nothing.
 */
export function findUserToken(user: SessionUser, settings: Settings): string | undefined {
  const version = settings.AuthenticationTokenVersion
  const known = made.get(user)
  if (known?.version === version) return known.token

  const token = makeUserToken(user.token, version)
  made.set(user, { version, token })
  return token
}

/** What was last made of an account's secret, for as long as the store gives the same account, unchanged: it takes 4 µs. */
const made = new WeakMap<SessionUser, MadeToken>()

interface MadeToken {
  readonly version: string | null
  readonly token: string | undefined
}

function makeUserToken(secret: string, version: string | null): string | undefined {
  if (!/^[0-9a-f]{32}$/.test(secret)) return undefined

  return version === null ? secret : hmacWhirlpool(secret, version).slice(-32)
}

/** Tells whether something that a client sent is the account's token. */
export function isUserToken(given: string, user: SessionUser, settings: Settings): boolean {
  const token = findUserToken(user, settings)
  return token !== undefined && equalSecrets(given, token)
}

/**
 * Tells whether a stored session holds the account's token. Both are ours: there is nothing that a
 * client could try out, and how long it takes tells him nothing.
 */
export function holdsUserToken(
  { metadata }: SessionRecord,
  user: SessionUser,
  settings: Settings,
): boolean {
  const token = findUserToken(user, settings)
  return token !== undefined && metadata.userToken === token
}

/** Tells whether an account is one of MediaWiki's own, which nobody can log in to. */
export function isSystemUser(user: SessionUser): boolean {
  return user.token.startsWith('*** INVALID ***')
}
