import { anonymousRights } from '../auth/groups/rights.ts'
import type { Call, Module } from '../modules/module.ts'
import type { CacheMode } from '../result/reply.ts'
import type { Settings } from '../settings/settings.ts'
import type { Visit } from './open-visit.ts'
import type { ApiRequest, Header } from './request.ts'

/** How the answer of a module may be kept. */
export function cacheModeOf(module: Module, call: Call): CacheMode | 'never' {
  if (module.mustBePosted || module.writes) return 'never'
  // What not everybody may read is not for caches, whoever asks.
  if (!anonymousRights(call.settings).has('read')) return 'private'

  const { cacheMode } = module
  return typeof cacheMode === 'function' ? cacheMode(call) : cacheMode
}

/** The headers that say how long the answer may be kept, and what it depends on. */
export function cacheHeaders(
  mode: CacheMode | 'never',
  { params }: ApiRequest,
  { session, clock, settings }: Visit,
  { body, isPage }: { readonly body: string; readonly isPage: boolean },
): Header[] {
  const varyOfBody: Header[] = body === '' ? [] : [['Vary', 'Accept-Encoding']]
  const vary: Header[] = isPage ? [['Vary', 'Accept-Encoding, Cookie'], longExpired] : varyOfBody
  const maxAge = seconds(params.peekText('maxage'))
  if (mode === 'never' || mode === 'private') {
    return [privately(mode === 'private' ? maxAge : 0), ...vary]
  }

  const varyMore = varyOf(params.peekText('origin'), settings)
  const sharedMaxAge = seconds(params.peekText('smaxage'))
  // Pages, and words in the language of who asks, are theirs alone.
  const isForAll = mode === 'public' && !isPage && (params.peekText('uselang') ?? 'user') !== 'user'
  const isTheirs = session.persisted && !isForAll
  if (isTheirs || (maxAge === 0 && sharedMaxAge === 0)) {
    return [varyMore, ...(isPage ? [longExpired] : []), privately(maxAge)]
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

/** A page may show who is asking: a browser is not to show it again to the next. */
const longExpired: Header = ['Expires', new Date(0).toUTCString()]

/** What in a request the answer depends on. */
function varyOf(origin: string | undefined, { VaryOnXFP }: Settings): Header {
  const names = [
    'Accept-Encoding',
    ...(origin !== undefined && origin !== '*' ? ['Origin'] : []),
    'Treat-as-Untrusted',
    ...(VaryOnXFP ? ['X-Forwarded-Proto'] : []),
    'Cookie',
  ]
  return ['Vary', names.join(', ')]
}

function privately(maxAge: number): Header {
  return ['Cache-Control', `private, must-revalidate, max-age=${maxAge}`]
}

function seconds(given: string | undefined): number {
  return /^[+-]?\d{1,10}$/.test(given ?? '') ? Number(given) : 0
}
