import type { Call, Module } from '../modules/module.ts'
import type { Visit } from './open-visit.ts'
import type { ApiRequest, Header } from './request.ts'

/** Who may keep an answer: the client only, or caches between us too, for who is anonymous. */
export type CacheMode = 'never' | 'private' | 'anon-public-user-private'

/** How the answer of a module may be kept. */
export function cacheModeOf(module: Module, call: Call): CacheMode {
  if (module.mustBePosted || module.writes) return 'never'

  const { isPublic } = module
  const toAll = typeof isPublic === 'function' ? isPublic(call) : isPublic
  return toAll ? 'anon-public-user-private' : 'private'
}

/** The headers that say how long the answer may be kept, and what it depends on. */
export function cacheHeaders(
  mode: CacheMode,
  { params }: ApiRequest,
  { session, clock }: Visit,
  body: string,
): Header[] {
  const vary: Header[] = body === '' ? [] : [['Vary', 'Accept-Encoding']]
  const maxAge = seconds(params.peekText('maxage'))
  if (mode !== 'anon-public-user-private') {
    return [privately(mode === 'private' ? maxAge : 0), ...vary]
  }

  const varyMore: Header = ['Vary', 'Accept-Encoding, Treat-as-Untrusted, Cookie']
  const sharedMaxAge = seconds(params.peekText('smaxage'))
  if (session.persisted || (maxAge === 0 && sharedMaxAge === 0)) {
    return [varyMore, privately(maxAge)]
  }
  const shortest = Math.min(maxAge, sharedMaxAge)
  const expires =
    shortest === 0 ? new Date(1000) : new Date(clock.now().getTime() + shortest * 1000)
  return [
    varyMore,
    ['Cache-Control', `s-maxage=${sharedMaxAge}, max-age=${maxAge}, public`],
    ['Expires', expires.toUTCString()],
  ]
}

function privately(maxAge: number): Header {
  return ['Cache-Control', `private, must-revalidate, max-age=${maxAge}`]
}

function seconds(given: string | undefined): number {
  return /^[+-]?\d{1,10}$/.test(given ?? '') ? Number(given) : 0
}
