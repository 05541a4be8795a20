import type { CookieChange } from '../session/cookie-jar.ts'
import { oncePerSettings } from '../settings/once-per-settings.ts'
import type { Settings } from '../settings/settings.ts'

/** Reads the header `Cookie`; of several with one name the first counts, as in PHP. */
export function readCookies(header: string | undefined): ReadonlyMap<string, string> {
  if (header === undefined) return noCookies

  const cookies = new Map<string, string>()
  for (let start = 0, end = 0; start < header.length; start = end + 1) {
    end = header.indexOf(';', start)
    if (end === -1) end = header.length
    const part = header.slice(start, end)
    const equals = part.indexOf('=')
    const name = part.slice(0, Math.max(equals, 0)).trim()
    if (name !== '' && !cookies.has(name)) cookies.set(name, decode(part.slice(equals + 1).trim()))
  }
  return cookies
}

const noCookies: ReadonlyMap<string, string> = new Map()

function decode(value: string): string {
  // Looking for it first halves the time of all: few values have any.
  if (!value.includes('%')) return value
  try {
    return decodeURIComponent(value)
  } catch {
    // What is not percent-encoded is what it says.
    return value
  }
}

/** Spells the header `Set-Cookie` as PHP does. */
export function setCookie(
  { name, value, maxAgeSeconds, isPublic }: CookieChange,
  settings: Settings,
  now: Date,
): string {
  const { forAll, forServer } = attributes(settings)
  const tail = isPublic ? forAll : forServer
  if (value === undefined) return `${name}=deleted; ${deleted}; ${tail}`
  if (maxAgeSeconds === undefined) return `${name}=${encode(value)}; ${tail}`

  return `${name}=${encode(value)}; ${lifetime(maxAgeSeconds, now)}; ${tail}`
}

const deleted = 'expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0'

function lifetime(maxAgeSeconds: number, now: Date): string {
  const expires = new Date(now.getTime() + maxAgeSeconds * 1000).toUTCString()
  return `expires=${expires}; Max-Age=${maxAgeSeconds}`
}

/** What all cookies of a wiki have in common: those that scripts may read, and the others. */
const attributes = oncePerSettings((settings: Settings) => {
  const { CookiePath, CookieDomain, CookieHttpOnly, CookieSameSite } = settings
  const spell = (isHttpOnly: boolean) =>
    [
      `path=${CookiePath}`,
      ...(CookieDomain === '' ? [] : [`domain=${CookieDomain}`]),
      ...(isSecure(settings) ? ['secure'] : []),
      ...(isHttpOnly ? ['HttpOnly'] : []),
      ...(CookieSameSite ? [`SameSite=${CookieSameSite}`] : []),
    ].join('; ')
  return { forAll: spell(false), forServer: spell(CookieHttpOnly) }
})

function isSecure({ CookieSecure, Server }: Settings): boolean {
  return CookieSecure === 'detect' ? Server.startsWith('https:') : CookieSecure
}

function encode(value: string): string {
  return encodeURIComponent(value).replace(
    /[!'()*]/g,
    (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
  )
}
