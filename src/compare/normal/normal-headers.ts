import type { RunContext } from './normal-text.ts'
import { normalText } from './normal-text.ts'

/** What nearly every answer says; left out of recordings, so that the rest is seen. */
const usual: Readonly<Record<string, string>> = {
  'content-type': 'application/json; charset=utf-8',
  'content-disposition': 'inline; filename=api-result.json',
  'cache-control': 'private, must-revalidate, max-age=0',
  vary: 'Accept-Encoding',
  'x-content-type-options': 'nosniff',
  'x-frame-options': 'DENY',
  'x-request-id': '<id>',
}

const unusual = [
  'access-control-allow-credentials',
  'access-control-allow-headers',
  'access-control-allow-methods',
  'access-control-allow-origin',
  'access-control-expose-headers',
  'allow',
  'content-language',
  'expires',
  'location',
  'mediawiki-api-error',
  'mediawiki-cors-rejection',
  'mediawiki-login-suppressed',
  'retry-after',
  'timing-allow-origin',
  'x-database-lag',
] as const

/** The headers that matter and are not as usual. */
export function normalHeaders(
  headers: Headers,
  context: RunContext,
): Readonly<Record<string, string | null>> {
  const found: Record<string, string | null> = {}
  for (const [name, value] of Object.entries(usual)) {
    const given = normalHeader(name, headers.get(name), context)
    if (given !== value) found[name] = given
  }
  for (const name of unusual) {
    const given = normalHeader(name, headers.get(name), context)
    if (given !== null) found[name] = given
  }
  return found
}

function normalHeader(name: string, value: string | null, context: RunContext): string | null {
  if (value === null) return null
  if (name === 'x-request-id' && /^[0-9a-f]{24}$/.test(value)) return '<id>'
  // A date long past is a constant of the protocol; any other is the time of the run.
  if (name === 'expires' && new Date(value).getFullYear() > 2000) return '<time>'
  return normalText(value, context)
}
