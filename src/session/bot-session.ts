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
export async function openBotSession(sources: SessionSources): Promise<Session | undefined> {
  const { cookies, settings } = sources
  if (!settings.EnableBotPasswords) return undefined
  const name = cookieNames(settings).botSession
  const id = cookies.get(name)
  if (id === undefined || !isSessionId(id)) return undefined

  const session = await findBotSession(id, sources)
  if (session === undefined) cookies.delete(name)
  return session
}

/** Finds the bot password that a stored session was begun with, if it still is what it was then. */
export async function findUnchangedBotPassword(
  { metadata: { userId, providerMetadata } }: SessionRecord,
  users: SessionUsers,
): Promise<SessionBotPassword | undefined> {
  const appId = providerMetadata?.get('appId')
  const token = providerMetadata?.get('token')
  if (typeof appId !== 'string' || typeof token !== 'string') return undefined

  const botPassword = await users.findBotPassword(userId, appId)
  // Both are ours, as in `holdsUserToken`.
  return botPassword?.token === token ? botPassword : undefined
}

async function findBotSession(id: string, sources: SessionSources): Promise<Session | undefined> {
  const { sessions, users, address, now, settings } = sources
  const stored = readStored(await sessions.read(id), now)
  if (stored?.metadata.provider !== botPasswordProvider) return undefined

  const botPassword = await findUnchangedBotPassword(stored, users)
  if (botPassword === undefined || !botPassword.allows(address)) return undefined

  const user = await users.findUser(stored.metadata.userId)
  if (user === undefined || !holdsUserToken(stored, user, settings)) return undefined

  return new Session(
    { id, kind: 'bot password', user, botPassword, persisted: true, stored },
    sources,
  )
}
