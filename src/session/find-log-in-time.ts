import type { Session } from './session.ts'
import { sessionHandle } from './session-handle.ts'
import type { SessionIndex } from './session-index.ts'

/**
 * Finds when the user of a session logged in, in seconds since 1970. Of a program, or a browser that
 * came back by its cookies, that is when the session was made.
 */
export async function findLogInTime(
  { id, user, data }: Session,
  sessionIndex: SessionIndex,
): Promise<number | undefined> {
  if (user === undefined) return undefined

  const proved = data.get('AuthManager:lastAuthTimestamp')
  if (typeof proved === 'number') return proved
  return (await sessionIndex.find(user.id, sessionHandle(id)))?.made
}
