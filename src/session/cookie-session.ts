import { randomBase32 } from '../random.ts'
import { cookieNames } from './cookie-jar.ts'
import { findStored, type SessionSources } from './open-session.ts'
import { Session } from './session.ts'
import { isSessionId } from './session-id.ts'
import type { SessionRecord } from './session-record.ts'
import type { SessionUser } from './session-users.ts'
import { isUserToken } from './user-token.ts'

/** What MediaWiki calls this kind of session in its store. */
export const cookieProvider = 'MediaWiki\\Session\\CookieSessionProvider'

/**
 * Finds the session of a browser by its cookies (session id, user id, user name, token).
 * `undefined` when they name none, or contradict each other or the store.
 */
export async function openCookieSession(sources: SessionSources): Promise<Session | undefined> {
  const { cookies, settings } = sources
  const names = cookieNames(settings)
  const sent = cookies.get(names.session)
  const id = sent !== undefined && isSessionId(sent) ? sent : undefined
  const userId = cookies.get(names.userId)
  if (userId === undefined) return id === undefined ? undefined : openAnonymous(id, sources)

  const user = await findUser(userId, sources)
  if (user === undefined) return undefined
  const userName = cookies.get(names.userName)
  if (userName !== undefined && userName !== user.name) return undefined
  const token = cookies.get(names.token)
  if (token !== undefined && !isUserToken(token, user, settings)) return undefined

  const stored = id === undefined ? undefined : await findStored(id, sources)
  if (id !== undefined && stored !== undefined) return openStored(id, stored, user, sources)
  return token === undefined ? undefined : beginRemembered(user, sources)
}

async function openAnonymous(id: string, sources: SessionSources): Promise<Session | undefined> {
  const stored = await findStored(id, sources)
  if (stored !== undefined) return openStored(id, stored, undefined, sources)

  // An id that a client made up is never taken over: whoever planted it would share the session.
  const session = new Session({ id: randomBase32(sources.random), kind: 'cookie' }, sources.random)
  session.persist()
  return session
}

function openStored(
  id: string,
  stored: SessionRecord,
  user: SessionUser | undefined,
  { random, settings }: SessionSources,
): Session | undefined {
  const { provider, userId, userName, userToken } = stored.metadata
  if (provider !== cookieProvider || userId !== (user?.id ?? 0)) return undefined
  // Who has been renamed logs in anew, as in MediaWiki.
  if (userName !== null && userName !== user?.name) return undefined
  if (user && !isUserToken(userToken ?? '', user, settings)) return undefined

  return new Session({ id, kind: 'cookie', user, persisted: true, stored }, random)
}

/** Who asked to be remembered gets a new session by the token alone. */
function beginRemembered(user: SessionUser, { random }: SessionSources): Session {
  const id = randomBase32(random)
  const session = new Session({ id, kind: 'cookie', user, remember: true }, random)
  session.persist()
  return session
}

async function findUser(id: string, { users }: SessionSources): Promise<SessionUser | undefined> {
  return /^[0-9]{1,15}$/.test(id) ? users.findUser(Number(id)) : undefined
}
