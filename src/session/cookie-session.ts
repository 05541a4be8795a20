import { type Awaitable, withValue } from '../awaitable.ts'
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
export function openCookieSession(sources: SessionSources): Awaitable<Session | undefined> {
  const { cookies, users, settings } = sources
  const names = cookieNames(settings)
  const sent = cookies.get(names.session)
  const id = sent !== undefined && isSessionId(sent) ? sent : undefined
  const userId = cookies.get(names.userId)
  if (userId === undefined) return id === undefined ? undefined : openAnonymous(id, sources)
  if (!isUserId(userId)) return undefined

  return withValue(users.findUser(Number(userId)), (user) => user && openOf(user, id, sources))
}

/** Finds the session of an account, whose number is all that has been looked at yet. */
function openOf(
  user: SessionUser,
  id: string | undefined,
  sources: SessionSources,
): Awaitable<Session | undefined> {
  const { cookies, settings, now } = sources
  const names = cookieNames(settings)
  const userName = cookies.get(names.userName)
  if (userName !== undefined && userName !== user.name) return undefined
  const token = cookies.get(names.token)
  if (token !== undefined && !isUserToken(token, user, settings)) return undefined

  const begin = () => (token === undefined ? undefined : beginRemembered(user, sources))
  if (id === undefined) return begin()
  return withValue(sources.sessions.read(id), (bytes) => {
    const stored = readStored(bytes, now)
    return stored === undefined ? begin() : openStored(id, stored, user, sources)
  })
}

function openAnonymous(id: string, sources: SessionSources): Awaitable<Session | undefined> {
  return withValue(sources.sessions.read(id), (bytes) => {
    const stored = readStored(bytes, sources.now)
    if (stored !== undefined) return openStored(id, stored, undefined, sources)

    // An id that a client made up is never taken over: whoever planted it would share the session.
    const session = new Session({ kind: 'cookie' }, sources)
    session.persist()
    return session
  })
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
