import type { Settings } from '../settings/settings.ts'
import type { SessionUser } from './session-users.ts'
import { hmacWhirlpool } from './whirlpool.ts'

/**
 * What the cookie `Token` and stored sessions hold of the account's secret: the secret itself, or,
 * with a version set, 32 digits made of both, so that a new version ends all sessions.
 */
export function userTokenOf(user: SessionUser, settings: Settings): string {
  const version = settings.AuthenticationTokenVersion
  if (version === null) return user.token

  return hmacWhirlpool(user.token, version).slice(-32)
}

/** Tells whether an account is one of MediaWiki's own, which nobody can log in to. */
export function isSystemUser(user: SessionUser): boolean {
  return user.token.startsWith('*** INVALID ***')
}
