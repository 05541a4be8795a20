import { type Clock, unixSeconds } from '../clock.ts'
import type { Settings } from '../settings/settings.ts'
import { findUnchangedBotPassword } from './bot-session.ts'
import { sessionHandle } from './session-handle.ts'
import type { SessionIndex, SessionNote } from './session-index.ts'
import { botPasswordProvider, cookieProvider } from './session-providers.ts'
import { readSessionRecord, type SessionRecord } from './session-record.ts'
import type { SessionStore } from './session-store.ts'
import type { SessionUser, SessionUsers } from './session-users.ts'
import { holdsUserToken } from './user-token.ts'

/** What looking for sessions takes. */
export interface SessionSearch {
  readonly settings: Settings
  readonly clock: Clock
  readonly sessions: SessionStore
  readonly sessionIndex: SessionIndex
  readonly users: SessionUsers
}

/** A session that somebody could go on with. */
export interface ListedSession {
  /** The secret of who has it: never to be shown, not even to the account. */
  readonly id: string
  readonly handle: string
  readonly user: SessionUser
  readonly record: SessionRecord
  /** The bot password that a program has it by. */
  readonly appId: string | undefined
  /** Whether a browser has it that would come back with a new one. */
  readonly remembered: boolean
  /** When it was made or, where that is not known, its user logged in: seconds since 1970. */
  readonly made: number | undefined
  /** When, from where and by which program it was last used; not known until it comes to Jeton. */
  readonly used: number | undefined
  readonly address: string | undefined
  readonly agent: string | undefined
}

/**
 * Lists the sessions of an account, also those that a MediaWiki beside us made; if that is more than
 * `most`, those that were used last.
 */
export async function listSessions(
  user: SessionUser,
  search: SessionSearch,
  most = Number.POSITIVE_INFINITY,
): Promise<readonly ListedSession[]> {
  const found = new Map<string, ListedSession>()
  const notes = await search.sessionIndex.list(user.id)
  for (const note of notes.toSorted((one, other) => (other.used ?? 0) - (one.used ?? 0))) {
    if (found.size >= most) return [...found.values()]
    const bytes = await search.sessions.read(note.id)
    const listed = bytes && (await readListed(note.id, bytes, user, search, note))
    if (listed !== undefined) found.set(note.id, listed)
  }
  for await (const { id, bytes } of search.sessionIndex.scan('foreign')) {
    if (found.size >= most) break
    const listed = found.has(id) ? undefined : await readListed(id, bytes, user, search)
    if (listed !== undefined) found.set(id, listed)
  }
  return [...found.values()]
}

/** Finds one session of an account by its handle; as quickly if there is none as if there is one. */
export async function findSession(
  user: SessionUser,
  handle: string,
  search: SessionSearch,
): Promise<ListedSession | undefined> {
  const note = await search.sessionIndex.find(user.id, handle)
  const bytes = note && (await search.sessions.read(note.id))
  return bytes && readListed(note.id, bytes, user, search, note)
}

/** Goes through the sessions of all accounts, one by one. */
export async function* allSessions(search: SessionSearch): AsyncIterable<ListedSession> {
  for await (const { id, bytes } of search.sessionIndex.scan('all')) {
    const userId = readSessionRecord(bytes)?.metadata.userId ?? 0
    const user = userId === 0 ? undefined : await search.users.findUser(userId)
    if (user === undefined) continue
    const note = await search.sessionIndex.find(userId, sessionHandle(id))
    const listed = await readListed(id, bytes, user, search, note)
    if (listed !== undefined) yield listed
  }
}

/** The order in which sessions are shown. */
export function lastUsedFirst(
  one: Pick<ListedSession, 'used' | 'handle'>,
  other: Pick<ListedSession, 'used' | 'handle'>,
): number {
  const byUse = (other.used ?? 0) - (one.used ?? 0)
  return byUse || (one.handle < other.handle ? -1 : Number(one.handle > other.handle))
}

/** Makes of stored bytes a session of that account; `undefined` if nobody could go on with it. */
async function readListed(
  id: string,
  bytes: Uint8Array,
  user: SessionUser,
  search: SessionSearch,
  note?: SessionNote,
): Promise<ListedSession | undefined> {
  const record = readSessionRecord(bytes)
  if (record === undefined || !(await isLive(record, user, search))) return undefined

  const { provider, providerMetadata, remember } = record.metadata
  const appId = providerMetadata?.get('appId')
  const proved = record.data.get('AuthManager:lastAuthTimestamp')
  return {
    id,
    handle: sessionHandle(id),
    user,
    record,
    appId: typeof appId === 'string' ? appId : undefined,
    // MediaWiki says of every program that it is remembered, which has no cookie for that.
    remembered: remember && provider === cookieProvider,
    made: note?.made ?? (typeof proved === 'number' ? proved : undefined),
    used: note?.used,
    address: note?.address,
    agent: note?.agent,
  }
}

/** What decides whether a request with the session's cookies would be logged in. */
async function isLive(
  record: SessionRecord,
  user: SessionUser,
  { users, settings, clock }: SessionSearch,
): Promise<boolean> {
  const { userId, userName, expires, provider } = record.metadata
  if (userId !== user.id || expires <= unixSeconds(clock)) return false
  if (!holdsUserToken(record, user, settings)) return false
  if (provider === cookieProvider) return userName === null || userName === user.name
  if (provider !== botPasswordProvider || !settings.EnableBotPasswords) return false

  return (await findUnchangedBotPassword(record, users)) !== undefined
}
