import { type Awaitable, withValue } from '../awaitable.ts'
import { cookieNames } from './cookie-jar.ts'
import { readStored, type SessionSources } from './open-session.ts'
import { Session } from './session.ts'
import { isSessionId } from './session-id.ts'
import { botPasswordProvider } from './session-providers.ts'
import type { SessionRecord } from './session-record.ts'
import type { SessionBotPassword, SessionUsers } from './session-users.ts'
import { holdsUserToken } from './user-token.ts'

/**
 * Finds the session of a program that logged in with a bot password, and checks anew that the bot
 * password still is what it was. A cookie that names no such session is deleted.
 */
export function openBotSession(sources: SessionSources): Awaitable<Session | undefined> {
  const { cookies, settings } = sources
  if (!settings.EnableBotPasswords) return undefined
  const name = cookieNames(settings).botSession
  const id = cookies.get(name)
  if (id === undefined || !isSessionId(id)) return undefined

  return withValue(findBotSession(id, sources), (session) => {
    if (session === undefined) cookies.delete(name)
    return session
  })
}

/** Finds the bot password that a stored session was begun with, if it still is what it was then. */
export function findUnchangedBotPassword(
  { metadata: { userId, providerMetadata } }: SessionRecord,
  users: SessionUsers,
): Awaitable<SessionBotPassword | undefined> {
  const appId = providerMetadata?.get('appId')
  const token = providerMetadata?.get('token')
  if (typeof appId !== 'string' || typeof token !== 'string') return undefined

  // Both are ours, as in `holdsUserToken`.
  return withValue(users.findBotPassword(userId, appId), (found) =>
    found?.token === token ? found : undefined,
  )
}

function findBotSession(id: string, sources: SessionSources): Awaitable<Session | undefined> {
  const { sessions, users, address, now } = sources
  return withValue(sessions.read(id), (bytes) => {
    const stored = readStored(bytes, now)
    if (stored?.metadata.provider !== botPasswordProvider) return undefined

    return withValue(findUnchangedBotPassword(stored, users), (botPassword) => {
      if (botPassword === undefined || !botPassword.allows(address)) return undefined

      const { userId } = stored.metadata
      return withValue(users.findUser(userId), (user) => {
        if (user === undefined || !holdsUserToken(stored, user, sources.settings)) return undefined
        const start = { id, user, botPassword, persisted: true, stored }
        return new Session({ kind: 'bot password', ...start }, sources)
      })
    })
  })
}
