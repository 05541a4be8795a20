import { shortCookieName } from '../cookie-names.ts'
import type { RunContext } from './normal-text.ts'

/** These point a browser at the database that took its write: nothing for a single one. */
const ignored = ['UseDC', 'UseCDNCache', 'cpPosIndex']

/** The Set-Cookie headers in their order, without the wiki's prefix and the values of chance. */
export function normalCookies(
  setCookies: readonly string[],
  context: RunContext,
): readonly string[] {
  return setCookies
    .filter((cookie) => !ignored.some((name) => cookie.startsWith(`${name}=`)))
    .map((cookie) => normalCookie(cookie, context))
}

function normalCookie(cookie: string, { fresh }: RunContext): string {
  const [pair = '', ...attributes] = cookie.split('; ')
  const [fullName = '', ...rest] = pair.split('=')
  const name = shortCookieName(fullName)
  const value = rest.join('=').replaceAll(fresh, '{fresh}')
  return [`${name}=${valueClass(name, value)}`, ...attributes.map(normalAttribute)].join('; ')
}

function valueClass(name: string, value: string): string {
  if (value === 'deleted' || name === 'UserName') return value
  if (/^[0-9a-v]{32}$/.test(value)) return name === 'Token' ? '<token>' : '<session>'
  if (name === 'UserID' && /^[1-9]\d*$/.test(value)) return '<id>'
  if (name === 'BlockID' && /^\d+%21[0-9a-f]{128}$/.test(value)) return '<id>%21<hmac>'
  return value
}

function normalAttribute(attribute: string): string {
  const [name, date = ''] = attribute.split('=')
  return name === 'expires' && new Date(date).getFullYear() > 2000 ? 'expires=<time>' : attribute
}
