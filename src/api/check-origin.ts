import type { Settings } from '../settings/settings.ts'
import type { ApiAnswer, ApiRequest, Header } from './request.ts'

/** What the browser has to be told of a request from another site's page. */
export interface OriginCheck {
  readonly headers: readonly Header[]
  /** The whole answer, if this is all there is to say. */
  readonly final?: FinalAnswer
}

type FinalAnswer = Omit<ApiAnswer, 'cookies' | 'settings'>

const exposedHeaders =
  'MediaWiki-API-Error, Retry-After, X-Database-Lag, MediaWiki-Login-Suppressed'

/** Tells a browser whether another site's page may read the answer, and with whose cookies. */
export function checkOrigin(request: ApiRequest, settings: Settings): OriginCheck {
  const origin = request.params.peekText('origin')
  const isCrossOrigin = request.params.has('crossorigin')
  if (origin !== undefined && isCrossOrigin) return refusal(both)
  // Sessions of cookies and of bot passwords are sent by browsers unasked: neither is safe here.
  if (isCrossOrigin && !isPreflight(request)) return refusal(unsafe)
  if (origin !== undefined && origin !== '*' && !isSentOrigin(origin, request)) {
    return refusal(mismatch)
  }

  const asked = isCrossOrigin ? '*' : origin
  if (asked === undefined && request.method !== 'OPTIONS') return nothingToTell

  const headers = asked === undefined ? [] : corsHeaders(asked, request, settings)
  if (request.method !== 'OPTIONS') return { headers }
  const type: Header = ['Content-Type', 'text/html; charset=UTF-8']
  return { headers, final: { status: 200, headers: [type, ...headers], body: '' } }
}

const nothingToTell: OriginCheck = { headers: [] }

function isSentOrigin(origin: string, { header }: ApiRequest): boolean {
  return header('origin')?.split(/ +/).includes(origin) === true
}

const mismatch = "The parameter 'origin' is not what the header Origin says."
const both = "The parameters 'origin' and 'crossorigin' exclude each other."
const unsafe = "The parameter 'crossorigin' needs a session that no browser sends unasked."

/** Plain words, so that nothing of the request becomes part of a page. */
function refusal(why: string): OriginCheck {
  const headers: Header[] = [
    ['Content-Type', 'text/html; charset=UTF-8'],
    ['Cache-Control', 'no-cache'],
    ['Vary', 'Accept-Encoding'],
  ]
  return { headers: [], final: { status: 403, headers, body: `${why}\n` } }
}

function isPreflight({ method, header }: ApiRequest): boolean {
  return method === 'OPTIONS' && header('access-control-request-method') !== undefined
}

function corsHeaders(origin: string, request: ApiRequest, settings: Settings): Header[] {
  if (origin !== '*' && !isAllowedOrigin(origin, settings)) {
    return [['MediaWiki-CORS-Rejection', 'Origin mismatch']]
  }

  const allow: Header[] = [
    ['Access-Control-Allow-Origin', origin],
    ['Access-Control-Allow-Credentials', origin === '*' ? 'false' : 'true'],
  ]
  if (origin !== '*') allow.push(['Timing-Allow-Origin', origin])
  if (!isPreflight(request)) {
    return [...allow, ['Access-Control-Expose-Headers', exposedHeaders]]
  }
  return preflight(allow, request, settings)
}

function preflight(allow: readonly Header[], request: ApiRequest, settings: Settings): Header[] {
  const methods: Header = ['Access-Control-Allow-Methods', 'POST, GET, HEAD']
  const asked = request.header('access-control-request-headers')
  if (asked === undefined) return [...allow, methods]

  const known = new Set(settings.AllowedCorsHeaders.map((name) => name.toLowerCase()))
  const names = asked.split(',').map((name) => name.trim().toLowerCase())
  if (asked !== '' && names.some((name) => !known.has(name))) {
    return [['MediaWiki-CORS-Rejection', 'Unsupported header requested in preflight']]
  }
  return [...allow, ['Access-Control-Allow-Headers', asked], methods]
}

// No name of a host is longer; a pattern with several `*` takes long to say no to thousands of signs.
const originWithHost = /^https?:\/\/([^/]{1,300})$/

function isAllowedOrigin(origin: string, settings: Settings): boolean {
  const [, host] = originWithHost.exec(origin) ?? []
  const isAmong = (patterns: readonly string[]): boolean =>
    host !== undefined && patterns.some((pattern) => matchesPattern(host, pattern))
  const { CrossSiteAJAXdomains, CrossSiteAJAXdomainExceptions } = settings
  return isAmong(CrossSiteAJAXdomains) && !isAmong(CrossSiteAJAXdomainExceptions)
}

/** `*` stands for any characters, `?` for one. */
function matchesPattern(host: string, pattern: string): boolean {
  const parts = pattern.split(/([*?])/).map((part) => {
    if (part === '*') return '.*?'
    return part === '?' ? '.' : part.replace(/[.+^${}()|[\]\\]/g, '\\$&')
  })
  return new RegExp(`^${parts.join('')}$`, 'i').test(host)
}
