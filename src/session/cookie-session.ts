import { cookieNames } from './cookie-jar.ts'
import { equalSecrets } from './equal-secrets.ts'
import { findStored, type SessionSources } from './open-session.ts'
import { Session } from './session.ts'
import { isSessionId, makeSessionId } from './session-id.ts'
import type { SessionRecord } from './session-record.ts'
import type { SessionUser } from './session-users.ts'
import { isSystemUser, userTokenOf } from './user-token.ts'

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
  if (token !== undefined && !equalSecrets(token, userTokenOf(user, settings))) return undefined

  const stored = id === undefined ? undefined : await findStored(id, sources)
  if (id !== undefined && stored !== undefined) return openStored(id, stored, user, sources)
  return token === undefined ? undefined : beginRemembered(user, sources)
}

async function openAnonymous(id: string, sources: SessionSources): Promise<Session | undefined> {
  const stored = await findStored(id, sources)
  if (stored !== undefined) return openStored(id, stored, undefined, sources)

  // An id that a client made up is never taken over: whoever planted it would share the session.
  const session = new Session({ id: makeSessionId(sources.random), kind: 'cookie' }, sources.random)
  session.persist()
  return session
}

function openStored(
  id: string,
  stored: SessionRecord,
  user: SessionUser | undefined,
  { random, settings }: SessionSources,
): Session | undefined {
  const { provider, userId, userToken, persisted } = stored.metadata
  if (provider !== cookieProvider || userId !== (user?.id ?? 0)) return undefined
  const current = user && userTokenOf(user, settings)
  if (userToken !== null && (!current || !equalSecrets(userToken, current))) return undefined

  return new Session({ id, kind: 'cookie', user, persisted, stored }, random)
}

/** Who asked to be remembered gets a new session by the token alone. */
function beginRemembered(user: SessionUser, { random }: SessionSources): Session {
  const id = makeSessionId(random)
  const session = new Session({ id, kind: 'cookie', user, remember: true }, random)
  session.persist()
  return session
}

async function findUser(id: string, { users }: SessionSources): Promise<SessionUser | undefined> {
  if (!/^[0-9]{1,15}$/.test(id)) return undefined

  const user = await users.findUser(Number(id))
  return user && !isSystemUser(user) ? user : undefined
}
