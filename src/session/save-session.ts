import type { Awaitable } from '../awaitable.ts'
import { type Clock, unixSeconds } from '../clock.ts'
import type { PhpArray, PhpValue } from '../php/php-serialize.ts'
import type { Settings } from '../settings/settings.ts'
import { type CookieJar, cookieNames } from './cookie-jar.ts'
import type { Session } from './session.ts'
import type { SessionIndex, SessionNote } from './session-index.ts'
import { botPasswordProvider, cookieProvider } from './session-providers.ts'
import { type SessionMetadata, writeSessionRecord } from './session-record.ts'
import type { SessionStore } from './session-store.ts'
import { findUserToken } from './user-token.ts'

/** What saving a session takes. */
export interface SessionKeeping {
  readonly settings: Settings
  readonly clock: Clock
  readonly sessions: SessionStore
  readonly sessionIndex: SessionIndex
  readonly cookies: CookieJar
  /** Where the request came from, and which program it says that it is. */
  readonly address: string
  readonly agent: string
  /** The rights of a bot session, which MediaWiki stores with it. */
  readonly rights: ReadonlySet<string>
}

/** Keeps what became of a session during a request, and then tells the client's cookies. */
export function saveSession(session: Session, keeping: SessionKeeping): Awaitable<void> {
  return session.changed ? saveChanged(session, keeping) : noteUse(session, keeping)
}

/** Nobody waits for that: the session is as good as before. */
function noteUse(session: Session, keeping: SessionKeeping): void {
  const expires = session.stored?.metadata.expires
  const use = expires !== undefined && noteOf(session, keeping)
  if (use) keeping.sessionIndex.noteUse(use, new Date(expires * 1000))
}

async function saveChanged(session: Session, keeping: SessionKeeping): Promise<void> {
  if (session.endedId !== undefined) await keeping.sessions.delete(session.endedId)
  const isKept = session.persisted ? await keep(session, keeping) : true
  // Only now: a cookie must never promise what the store did not keep. Those of a session that has
  // ended meanwhile would even bring it back: the cookie `Token` alone begins another.
  if (isKept && session.cookiesDue) setCookies(session, keeping)
}

/** Stores a session; false if it has ended since the request came. */
async function keep(session: Session, keeping: SessionKeeping): Promise<boolean> {
  const { sessions, settings, clock } = keeping
  const expires = unixSeconds(clock) + settings.ObjectCacheSessionExpiry
  const metadata = metadataOf(session, expires, keeping)
  const bytes = writeSessionRecord({ data: session.data, metadata })
  const until = new Date(expires * 1000)
  // The note first: a session without one would not be found by who wants to end it. But both at once, so
  // that they share a commit.
  const note = noteOf(session, keeping)
  const noted = note && keeping.sessionIndex.note(note, until)
  const stored = store(session, bytes, until, sessions)
  const [isKept] = await Promise.all([stored, noted])
  return isKept
}

async function store(
  { id, storedId, isReissued }: Session,
  bytes: Uint8Array,
  until: Date,
  sessions: SessionStore,
): Promise<boolean> {
  if (storedId === id) return sessions.update(id, bytes, until)
  if (isReissued && storedId !== undefined) return sessions.move(storedId, id, bytes, until)

  await sessions.create(id, bytes, until, storedId)
  return true
}

/** The longest description of a program that is kept; what browsers say of themselves is shorter. */
export const longestAgent = 200

/** What is noted of somebody's session, so that he can be told of it. */
function noteOf(
  { id, storedId, user }: Session,
  { clock, address, agent }: SessionKeeping,
): SessionNote | undefined {
  if (user === undefined) return undefined

  const used = unixSeconds(clock)
  const use = { id, userId: user.id, used, address, agent: agent.slice(0, longestAgent) }
  return id === storedId ? use : { ...use, made: used }
}

function metadataOf(
  session: Session,
  expires: number,
  { settings, rights }: SessionKeeping,
): SessionMetadata {
  const { kind, user, remember, stored } = session
  return {
    provider: kind === 'cookie' ? cookieProvider : botPasswordProvider,
    providerMetadata: botMetadata(session, rights) ?? stored?.metadata.providerMetadata ?? null,
    userId: user?.id ?? 0,
    userName: user?.name ?? null,
    userToken: (user && findUserToken(user, settings)) ?? null,
    remember,
    forceHTTPS: stored?.metadata.forceHTTPS ?? false,
    expires,
    loggedOut: stored?.metadata.loggedOut ?? 0,
    persisted: true,
  }
}

function botMetadata({ botPassword }: Session, rights: ReadonlySet<string>): PhpArray | undefined {
  if (botPassword === undefined) return undefined

  return new Map<string, PhpValue>([
    ['centralId', botPassword.userId],
    ['appId', botPassword.appId],
    ['token', botPassword.token],
    ['rights', new Map([...rights].entries())],
  ])
}

function setCookies(session: Session, { settings, cookies }: SessionKeeping): void {
  const names = cookieNames(settings)
  if (session.kind === 'bot password') {
    if (session.persisted) cookies.set(names.botSession, session.id)
    else cookies.delete(names.botSession)
    return
  }
  if (!session.persisted) {
    for (const name of [names.session, names.userId, names.token]) cookies.delete(name)
    return
  }

  cookies.set(names.session, session.id)
  const { user, remember } = session
  if (user === undefined) return
  const short = settings.CookieExpiration
  const long = settings.ExtendedLoginCookieExpiration ?? short
  // Cookies that are not to be kept for any time end with the browser.
  const maxAge = (remember ? long : short) || undefined
  cookies.set(names.userId, String(user.id), maxAge)
  cookies.set(names.userName, user.name, maxAge)
  const token = findUserToken(user, settings)
  if (remember && token !== undefined) cookies.set(names.token, token, maxAge)
  else cookies.delete(names.token)
}
