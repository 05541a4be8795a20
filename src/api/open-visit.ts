import type { Task } from '../afterwards.ts'
import { clientAddress } from '../auth/addresses/client-address.ts'
import type { AuthSources } from '../auth/auth-sources.ts'
import type { RequestTraces } from '../auth/blocks/address-blocks.ts'
import { userPreference } from '../auth/preferences/user-preferences.ts'
import { sessionUsers } from '../auth/sessions/session-users.ts'
import { User } from '../auth/user.ts'
import { type Awaitable, withValue } from '../awaitable.ts'
import { isLanguageCode } from '../messages/languages.ts'
import type { Call, CallSources } from '../modules/module.ts'
import type { RawParams } from '../params/raw-params.ts'
import type { Reply } from '../result/reply.ts'
import { CookieJar, cookieNames } from '../session/cookie-jar.ts'
import { isSessionLost } from '../session/is-session-lost.ts'
import { openSession, type SessionSources } from '../session/open-session.ts'
import { saveSession } from '../session/save-session.ts'
import type { Session } from '../session/session.ts'
import { overrideSettings, type Settings, SettingsError } from '../settings/settings.ts'
import type { Wiki } from '../wiki.ts'
import type { ApiRequest, Header } from './request.ts'
import { RequestReading } from './request-reading.ts'

/** Who asks, with which settings, and what to do about cookies. */
export interface Visit {
  readonly settings: Settings
  readonly sources: AuthSources & CallSources
  readonly clock: Wiki['clock']
  readonly cookies: CookieJar
  readonly session: Session
  /** Whether the request's cookies name a session that it does not go on with: ended, or not accepted. */
  readonly isSessionLost: boolean
  /** Anonymous when the request's credentials do not count. */
  readonly user: User
  /** What the request shows of who sent it, whoever that is. */
  readonly traces: RequestTraces
  /** The language that the answer is to speak to a person, unless it is an error. */
  readonly language: string
  readonly headers: readonly Header[]
  /** What is to be done once the answer is out. */
  readonly tasks: readonly Task[]
  /** Which program it says that it is. */
  readonly agent: string
  reading(params: RawParams, reply: Reply): RequestReading
  call(parts: Pick<Call, 'params' | 'reply' | 'reading' | 'main'>): Call
}

/** Finds out who asks, and through which door: the API, which programs and other sites ask, or a page. */
export function openVisit(
  wiki: Wiki,
  request: ApiRequest,
  door: 'api' | 'page' = 'api',
): Awaitable<Visit> {
  const { stores, clock, random } = wiki
  stores.beginTurn(request.isPrompt)
  const settings = settingsFor(wiki, request)
  const forwardedFor = request.header('x-forwarded-for')
  const address = clientAddress(request.address, forwardedFor, settings)
  const cookies = new CookieJar(request.cookies)
  const users = sessionUsers(stores)
  const { sessions } = stores
  const isForPrograms = door === 'api'
  const now = clock.now()
  const opening = { settings, now, random, users, sessions, cookies, address, isForPrograms }
  return withValue(openSession(opening), (session) =>
    visitWith(session, { wiki, request, door, opening, forwardedFor }),
  )
}

/** What is known of a request before the session is found. */
interface Arrival {
  readonly wiki: Wiki
  readonly request: ApiRequest
  readonly door: 'api' | 'page'
  readonly opening: SessionSources
  readonly forwardedFor: string | undefined
}

function visitWith(
  session: Session,
  { wiki, request, door, opening, forwardedFor }: Arrival,
): Awaitable<Visit> {
  const { stores, clock, random, providers, mailer } = wiki
  const { settings, cookies, address, now } = opening
  const isLost = isSessionLost(session, opening)
  const tasks: Task[] = []
  const afterwards = (task: Task) => void tasks.push(task)
  const sources = { ...stores, settings, random, providers, mailer, afterwards, address, now }
  const hasCredentials = !losesCredentials(request, door)
  const traces = {
    forwardedFor,
    blockCookie: cookies.get(cookieNames(settings).block),
  }
  const user = hasCredentials
    ? new User(sources, session.user, session.botPassword, traces)
    : new User(sources, undefined, undefined, traces)
  const isSpoken = door === 'page' || needsLanguage(request.params)
  const said = readLanguage(request, isSpoken ? user : undefined, sources)
  return withValue(said, (language) => ({
    settings,
    sources,
    clock,
    cookies,
    session,
    isSessionLost: isLost,
    user,
    traces,
    language,
    tasks,
    headers: hasCredentials ? [] : [['MediaWiki-Login-Suppressed', 'true']],
    agent: request.header('user-agent') ?? '',
    reading: (params, reply) =>
      new RequestReading(params, { settings, sources, clock }, user, reply),
    call: (parts) => ({
      ...parts,
      session,
      user,
      hasCredentials,
      isSessionLost: isLost,
      settings,
      clock,
      sources,
      address,
      acceptLanguage: request.header('accept-language'),
      language: parts.reply.formatter.language,
      pageLanguage: language,
    }),
  }))
}

/** Keeps what became of the session. */
export function saveVisit(visit: Visit): Awaitable<void> {
  const { session, sources, settings, clock, cookies, agent } = visit
  // As of most who are nobody: there is none.
  if (!session.changed && session.stored === undefined) return undefined

  const isBot = session.kind === 'bot password' && session.changed
  const found = isBot ? new User(sources, session.user, session.botPassword).rights() : noRights
  const { sessions, sessionIndex, address } = sources
  const keeping = { sessions, sessionIndex, settings, clock, cookies, address, agent }
  return withValue(found, (rights) => saveSession(session, { ...keeping, rights }))
}

const noRights: ReadonlySet<string> = new Set()

/** `uselang`: a language's code, the wiki's own, or the user's, where there is one to be asked. */
function readLanguage(
  { params }: ApiRequest,
  user: User | undefined,
  sources: Visit['sources'],
): Awaitable<string> {
  const given = params.peekText('uselang') ?? 'user'
  if (given === 'user' && user?.isRegistered) return findLanguage(user, sources)

  const { settings } = sources
  const isCode = given !== 'user' && given !== 'content' && isLanguageCode(given)
  return isCode ? given.toLowerCase() : settings.LanguageCode
}

function findLanguage(
  { id }: User,
  { settings, preferences, now }: Visit['sources'],
): Awaitable<string> {
  return withValue(preferences.of(id), (chosen) =>
    String(userPreference('language', chosen, { settings, now })),
  )
}

/** Most answers have no words but English ones: then nobody's preferences need to be looked up. */
function needsLanguage(params: ApiRequest['params']): boolean {
  const names = ['errorformat', 'helpformat', 'responselanginfo', 'uiprop']
  const isHelp = ['help', undefined].includes(params.peekText('action'))
  const isPage = params.peekText('format')?.endsWith('fm') ?? true
  return isHelp || isPage || names.some((name) => params.has(name))
}

/** Another site's page may be behind these requests: whoever the cookies name did not ask. */
function losesCredentials({ params, header }: ApiRequest, door: 'api' | 'page'): boolean {
  const isUntrusted = header('treat-as-untrusted') !== undefined
  if (door === 'page') return isUntrusted

  const isForAll = params.peekText('origin') === '*'
  const isCrossOrigin = params.has('crossorigin')
  const isScript = params.peekText('callback') !== undefined
  return isForAll || isCrossOrigin || isScript || isUntrusted
}

function settingsFor({ settings, testMode }: Wiki, { header }: ApiRequest): Settings {
  const given = testMode ? header('x-test-config') : undefined
  return given === undefined ? settings : overrideSettings(settings, readObject(given))
}

function readObject(json: string): unknown {
  try {
    return JSON.parse(json)
  } catch (cause) {
    // That is for the author of the test to hear.
    throw new SettingsError(`This is not JSON: ${json}`, { cause })
  }
}
