import { cookieNames } from './cookie-jar.ts'
import type { SessionSources } from './open-session.ts'
import type { Session } from './session.ts'

/** Tells whether the cookies of a request name a session that it does not go on with. */
export function isSessionLost(
  session: Session,
  { cookies, settings, isForPrograms }: SessionSources,
): boolean {
  const names = cookieNames(settings)
  const isSent = (name: string): boolean => cookies.get(name) !== undefined
  if (session.kind === 'bot password') return false
  if (isForPrograms && isSent(names.botSession)) return true
  // Who is remembered goes on with a new one.
  const isNobody = session.stored === undefined && session.user === undefined
  return isNobody && (isSent(names.session) || isSent(names.userId))
}
