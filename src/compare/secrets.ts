import type { Answer } from './conversation.ts'

const hidden = '<secret>'

const sensitive = /^(?:\w*token|\w*password|retype|\w*secret\w*|sessionid)$/i
const sensitiveHeaders = /^(?:authorization|cookie|proxy-authorization)$/i

/** What stands for a value, not for a secret: a variable, a marker, nothing, the token of who is not logged in. */
const harmless = /^(?:\{!?\w[\w.]*\}|<[a-z]+>|(?:<token>)?\+\\|)$/i

/** Tells whether values of this name are secret. */
export function isSensitive(name: string): boolean {
  return sensitive.test(name)
}

/** Hides secret values in `name=value` pairs, and keeps everything else as it was written. */
export function hideInPairs(pairs: string): string {
  return pairs
    .split('&')
    .map((pair) => {
      const [written = ''] = pair.split('=', 1)
      const [[name = '', value = ''] = []] = new URLSearchParams(pair)
      return isSensitive(name) && !harmless.test(value) ? `${written}=${hidden}` : pair
    })
    .join('&')
}

/** Hides secret values of headers and settings, by their names. */
export function hideByName(
  values: Readonly<Record<string, unknown>>,
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(
    Object.entries(values).map(([name, value]) => {
      const isSecret = isSensitive(name) || sensitiveHeaders.test(name)
      return [name, isSecret && typeof value === 'string' ? hidden : value]
    }),
  )
}

/** Hides in an answer what is secret by its name, by its looks, or because it is known to be. */
export function hideInAnswer(answer: Answer, known: ReadonlySet<string>): Answer {
  const { cookies, headers, body, ...rest } = answer
  const hide = (text: string): string =>
    [...known].reduce(
      (left, secret) => left.replaceAll(secret, hidden),
      text.replaceAll(tokens, '<token>+\\'),
    )
  return {
    ...rest,
    ...(headers && { headers: mapValues(headers, (value) => value && hide(value)) }),
    ...(cookies && { cookies: cookies.map((cookie) => hide(hideLongValue(cookie))) }),
    body: hideDeep(body, hide),
  }
}

/** Tokens as they are, in JSON inside of a text, and in an address. */
const tokens = /[0-9a-f]{32,}(?:\+\\{1,2}|%2B%5C)/gi

/** Cookies of the session are markers by now; any other may be as secret. */
function hideLongValue(cookie: string): string {
  return cookie.replace(/^(?!UserName=)([^=]*)=[^;<]{16,}/, `$1=${hidden}`)
}

function hideDeep(value: unknown, hide: (text: string) => string): unknown {
  if (typeof value === 'string') return hide(value)
  if (Array.isArray(value)) return value.map((each) => hideDeep(each, hide))
  if (typeof value !== 'object' || value === null) return value
  return mapValues({ ...value }, (inner: unknown, name) => {
    const isSecret = isSensitive(name) && typeof inner === 'string' && !harmless.test(inner)
    return isSecret ? hidden : hideDeep(inner, hide)
  })
}

function mapValues<Value, Result>(
  values: Readonly<Record<string, Value>>,
  map: (value: Value, name: string) => Result,
): Readonly<Record<string, Result>> {
  return Object.fromEntries(Object.entries(values).map(([name, value]) => [name, map(value, name)]))
}
