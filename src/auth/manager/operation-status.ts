import type { AuthContext } from './auth-context.ts'

/** Whether something that a thief of a session would like to do may be done: only after a new login, or not at all. */
export type OperationStatus = 'ok' | 'reauth' | 'fail'

/**
 * Tells whether somebody has logged in recently enough for an operation such as `ChangeCredentials`.
 * Only a login counts: a session that a browser was remembered by has none, nor has one of whoever
 * made the account.
 */
export function operationStatus(
  operation: string,
  { session, settings, now }: Pick<AuthContext, 'session' | 'settings' | 'now'>,
): OperationStatus {
  const { user, kind, data } = session
  const canLogIn = kind === 'cookie'
  if (user === undefined) return canLogIn ? 'reauth' : 'fail'

  if (!canLogIn) {
    const isAllowed = settings.AllowSecuritySensitiveOperationIfCannotReauthenticate
    return (isAllowed[operation] ?? isAllowed.default) ? 'ok' : 'fail'
  }
  const limit = settings.ReauthenticateTime[operation] ?? settings.ReauthenticateTime.default
  const last = data.get('AuthManager:lastAuthTimestamp')
  const isOwn = data.get('AuthManager:lastAuthId') === user.id && typeof last === 'number'
  const age = isOwn ? Math.floor(now.getTime() / 1000) - last : Number.POSITIVE_INFINITY
  return limit >= 0 && age > limit ? 'reauth' : 'ok'
}
