import { randomHex32 } from '../../random.ts'
import { type ListedSession, listSessions } from '../../session/list-sessions.ts'
import type { Session } from '../../session/session.ts'
import { writeSessionRecord } from '../../session/session-record.ts'
import type { SessionUser } from '../../session/session-users.ts'
import { findUserToken, isSystemUser } from '../../session/user-token.ts'
import { type SessionSources, sessionSearch } from './session-search.ts'

/**
 * Ends one session of an account, and says which have ended. A browser that is remembered would
 * come back by the account's token alone, which is the same for all browsers: the account gets
 * another token, and every remembered browser has to log in anew, but for the one that asks. Other
 * sessions are given the new token and go on.
 */
export async function endSession(
  target: ListedSession,
  sources: SessionSources,
  asking?: Session,
): Promise<readonly ListedSession[]> {
  await sources.sessions.delete(target.id)
  if (!target.remembered) return [target]

  const others = (await listSessions(target.user, sessionSearch(sources))).filter(
    ({ id }) => id !== target.id && id !== asking?.id,
  )
  const user = await exchangeToken(target.user, sources)
  // All of them have been ended meanwhile: none must be given the token that would bring it back.
  if (user === undefined) return [target]

  asking?.reissue(user)
  const remembered = others.filter((other) => other.remembered)
  for (const { id } of remembered) await sources.sessions.delete(id)
  for (const other of others) if (!other.remembered) await giveToken(other, user, sources)
  return [target, ...remembered]
}

/** Ends all sessions of an account but the one that asks, which goes on under another id. */
export async function endOtherSessions(
  asking: Session,
  sources: Pick<SessionSources, 'accounts' | 'random'>,
): Promise<void> {
  if (asking.user === undefined) return

  const user = await exchangeToken(asking.user, sources)
  // Else somebody has ended them all, this one as well.
  if (user !== undefined) asking.reissue(user)
}

/** Ends all sessions of an account, and forgets the browsers that were remembered. */
export async function endSessionsOf(
  user: SessionUser,
  sources: Pick<SessionSources, 'accounts' | 'random'>,
): Promise<void> {
  // The token of a system user says that nobody can be it.
  if (isSystemUser(user)) return

  // Even if it has got another meanwhile: who may have logged in by that one goes as well.
  await sources.accounts.replaceToken(user.id, randomHex32(sources.random))
}

/** Ends all sessions of all accounts, and says how many accounts there are. */
export async function endAllSessions({
  accounts,
  random,
}: Pick<SessionSources, 'accounts' | 'random'>): Promise<number> {
  return accounts.replaceAllTokens(() => randomHex32(random))
}

/**
 * Gives an account another token, on which all its sessions depend wherever they are kept;
 * `undefined` if it has got another since the sessions were found.
 */
async function exchangeToken(
  user: SessionUser,
  { accounts, random }: Pick<SessionSources, 'accounts' | 'random'>,
): Promise<SessionUser | undefined> {
  const token = randomHex32(random)
  const isNew = await accounts.exchangeToken(user.id, user.token, token)
  return isNew ? { ...user, token } : undefined
}

/** Writes the account's new token into a stored session. */
async function giveToken(
  { id, record }: ListedSession,
  user: SessionUser,
  { sessions, sessionIndex, settings }: SessionSources,
): Promise<void> {
  const userToken = findUserToken(user, settings) ?? null
  const { data, metadata } = record
  const expires = new Date(metadata.expires * 1000)
  await sessionIndex.note({ id, userId: user.id }, expires)
  await sessions.update(
    id,
    writeSessionRecord({ data, metadata: { ...metadata, userToken } }),
    expires,
  )
}
