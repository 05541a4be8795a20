import { type Awaitable, withValue } from '../awaitable.ts'
import { secondsOf } from '../clock.ts'
import type { Random } from '../random.ts'
import type { Settings } from '../settings/settings.ts'
import { openBotSession } from './bot-session.ts'
import { type CookieJar, cookieNames } from './cookie-jar.ts'
import { openCookieSession } from './cookie-session.ts'
import { Session } from './session.ts'
import { readKnownRecord, type SessionRecord } from './session-record.ts'
import type { SessionStore } from './session-store.ts'
import type { SessionUsers } from './session-users.ts'

/** What finding a session takes. */
export interface SessionSources {
  readonly settings: Settings
  /** When the request came. */
  readonly now: Date
  readonly random: Random
  readonly sessions: SessionStore
  readonly users: SessionUsers
  readonly cookies: CookieJar
  /** The address of the client, without a port. */
  readonly address: string
  /** Whether programs' sessions count: pages are for browsers, which have a session of their own. */
  readonly isForPrograms: boolean
}

/**
 * Finds out who is asking. A program's session comes before a browser's; what does not hold is
 * deleted from the client and leaves it anonymous.
 */
export function openSession(sources: SessionSources): Awaitable<Session> {
  const { cookies, settings } = sources
  if (cookies.isEmpty) return new Session({ kind: 'cookie' }, sources)

  const isProgram = sources.isForPrograms && cookies.has(cookieNames(settings).botSession)
  const program = isProgram ? openBotSession(sources) : undefined
  const found = withValue(program, (session) => session ?? openCookieSession(sources))
  return withValue(found, (session) =>
    session === undefined ? nobodysSession(sources) : renewed(session, sources),
  )
}

/** The session of whom the cookies do not name, who is told to forget them. */
function nobodysSession(sources: SessionSources): Session {
  const { cookies, settings } = sources
  const names = cookieNames(settings)
  for (const name of [names.session, names.userId, names.token]) cookies.delete(name)
  return new Session({ kind: 'cookie' }, sources)
}

/** Reads what the store has under the id that a cookie named, unless it has expired. */
export function readStored(bytes: Uint8Array | undefined, now: Date): SessionRecord | undefined {
  const record = bytes && readKnownRecord(bytes)
  return record && record.metadata.expires > secondsOf(now) ? record : undefined
}

/** A session that is past the half of its life begins it anew. */
function renewed(session: Session, { now, settings }: SessionSources): Session {
  const expires = session.stored?.metadata.expires
  const half = settings.ObjectCacheSessionExpiry / 2
  if (expires !== undefined && secondsOf(now) + half > expires) session.renew()
  return session
}
