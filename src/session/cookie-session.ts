import { cookieNames } from './cookie-jar.ts'
import { readStored, type SessionSources } from './open-session.ts'
import { Session } from './session.ts'
import { isSessionId } from './session-id.ts'
import { cookieProvider } from './session-providers.ts'
import type { SessionRecord } from './session-record.ts'
import type { SessionUser } from './session-users.ts'
import { holdsUserToken, isUserToken } from './user-token.ts'

/**
 * Finds the session of a browser by its cookies (session id, user id, user name, token).
 * `undefined` when they name none, or contradict each other or the store.
 */
export async function openCookieSession(sources: SessionSources): Promise<Session | undefined> {
  const { cookies, sessions, users, now, settings } = sources
  const names = cookieNames(settings)
  const sent = cookies.get(names.session)
  const id = sent !== undefined && isSessionId(sent) ? sent : undefined
  const userId = cookies.get(names.userId)
  if (userId === undefined) return id === undefined ? undefined : openAnonymous(id, sources)

  const user = isUserId(userId) ? await users.findUser(Number(userId)) : undefined
  if (user === undefined) return undefined
  const userName = cookies.get(names.userName)
  if (userName !== undefined && userName !== user.name) return undefined
  const token = cookies.get(names.token)
  if (token !== undefined && !isUserToken(token, user, settings)) return undefined

  const stored = id === undefined ? undefined : readStored(await sessions.read(id), now)
  if (id !== undefined && stored !== undefined) return openStored(id, stored, user, sources)
  return token === undefined ? undefined : beginRemembered(user, sources)
}

async function openAnonymous(id: string, sources: SessionSources): Promise<Session | undefined> {
  const { sessions, now } = sources
  const stored = readStored(await sessions.read(id), now)
  if (stored !== undefined) return openStored(id, stored, undefined, sources)

  // An id that a client made up is never taken over: whoever planted it would share the session.
  const session = new Session({ kind: 'cookie' }, sources)
  session.persist()
  return session
}

function openStored(
  id: string,
  stored: SessionRecord,
  user: SessionUser | undefined,
  sources: SessionSources,
): Session | undefined {
  const { provider, userId, userName } = stored.metadata
  if (provider !== cookieProvider || userId !== (user?.id ?? 0)) return undefined
  // Who has been renamed logs in anew, as in MediaWiki.
  if (userName !== null && userName !== user?.name) return undefined
  if (user && !holdsUserToken(stored, user, sources.settings)) return undefined

  return new Session({ id, kind: 'cookie', user, persisted: true, stored }, sources)
}

/** Who asked to be remembered gets a new session by the token alone. */
function beginRemembered(user: SessionUser, sources: SessionSources): Session {
  const session = new Session({ kind: 'cookie', user, remember: true }, sources)
  session.persist()
  return session
}

function isUserId(text: string): boolean {
  return /^[0-9]{1,15}$/.test(text)
}
