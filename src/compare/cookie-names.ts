import { CannotPlay } from './cannot-compare.ts'

const prefixed = ['_session', '_BPsession', 'UserID', 'UserName', 'Token', 'BlockID'] as const

/** Cookies are named without the wiki's prefix here: `session`, `BPsession`, `UserID` … */
export function fullCookieName(name: string, prefix: string): string {
  const ending = prefixed.find((known) => known.replace('_', '') === name)
  return ending === undefined ? name : `${prefix}${ending}`
}

/** Takes the wiki's prefix off a cookie's name. */
export function shortCookieName(name: string): string {
  const ending = prefixed.find((known) => name.endsWith(known))
  return ending === undefined ? name : ending.replace('_', '')
}

/** The prefix of the wiki that set this session cookie. */
export function cookiePrefix(setCookies: readonly string[]): string {
  for (const cookie of setCookies) {
    const [, prefix] = /^(.*)_session=/.exec(cookie) ?? []
    if (prefix !== undefined) return prefix
  }
  const names = setCookies.map((cookie) => cookie.split('=')[0])
  throw new CannotPlay(`a session cookie for who asks for a login token, not "${names}"`)
}
