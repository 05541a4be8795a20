import { anonymousRights } from '../auth/groups/rights.ts'
import type { Call, Module } from '../modules/module.ts'
import type { CacheMode } from '../result/reply.ts'
import { oncePerSettings } from '../settings/once-per-settings.ts'
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
  { body, isPage }: { readonly body: string | Buffer; readonly isPage: boolean },
): readonly Header[] {
  const maxAge = seconds(params.peekText('maxage'))
  if (mode === 'never' || mode === 'private') {
    const control = privately(mode === 'private' ? maxAge : 0)
    if (isPage) return [control, varyOfPage, longExpired]
    return body === '' ? [control] : [control, varyOfBody]
  }

  const origin = params.peekText('origin')
  const { varyMore, varyWithOrigin } = varyOf(settings)
  const vary = origin === undefined || origin === '*' ? varyMore : varyWithOrigin
  const sharedMaxAge = seconds(params.peekText('smaxage'))
  // Pages, and words in the language of who asks, are theirs alone.
  const isForAll = mode === 'public' && !isPage && (params.peekText('uselang') ?? 'user') !== 'user'
  const isTheirs = session.persisted && !isForAll
  if (isTheirs || (maxAge === 0 && sharedMaxAge === 0)) {
    return isPage ? [vary, longExpired, privately(maxAge)] : [vary, privately(maxAge)]
  }
  const shortest = Math.min(maxAge, sharedMaxAge)
  const expires =
    shortest === 0 ? new Date(1000) : new Date(clock.now().getTime() + shortest * 1000)
  return [
    vary,
    ['Cache-Control', `s-maxage=${sharedMaxAge}, max-age=${maxAge}, public`],
    ['Expires', expires.toUTCString()],
  ]
}

const varyOfBody: Header = ['Vary', 'Accept-Encoding']
const varyOfPage: Header = ['Vary', 'Accept-Encoding, Cookie']

/** A page may show who is asking: a browser is not to show it again to the next. */
const longExpired: Header = ['Expires', new Date(0).toUTCString()]

/** What in a request an answer that caches may keep depends on. */
const varyOf = oncePerSettings(({ VaryOnXFP }: Settings) => {
  const more = ['Treat-as-Untrusted', ...(VaryOnXFP ? ['X-Forwarded-Proto'] : []), 'Cookie']
  const vary = (...names: readonly string[]): Header => ['Vary', names.join(', ')]
  return {
    varyMore: vary('Accept-Encoding', ...more),
    varyWithOrigin: vary('Accept-Encoding', 'Origin', ...more),
  }
})

function privately(maxAge: number): Header {
  return maxAge === 0 ? notKept : ['Cache-Control', `private, must-revalidate, max-age=${maxAge}`]
}

const notKept: Header = ['Cache-Control', 'private, must-revalidate, max-age=0']

function seconds(given: string | undefined): number {
  return given !== undefined && /^[+-]?\d{1,10}$/.test(given) ? Number(given) : 0
}
