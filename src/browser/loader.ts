import { ApiPromise } from './api-promise.ts'

/** The modules of MediaWiki whose names scripts ask for, and which every page has. */
const ready: readonly string[] = [
  'mediawiki',
  'mediawiki.ForeignApi',
  'mediawiki.ForeignApi.core',
  'mediawiki.api',
  'mediawiki.base',
  'mediawiki.notification',
  'mediawiki.notify',
  'mediawiki.user',
  'mediawiki.util',
  'user.options',
  'user.tokens',
]

/** `mw.loader`, of which pages need no more: nothing is loaded that is not there. */
export const loader = {
  /** Waits for modules: those of every page are there at once, and others never come. */
  using(
    names: string | readonly string[],
    whenReady?: () => void,
    whenNot?: (why: Error, names: readonly string[]) => void,
  ): ApiPromise {
    const asked = typeof names === 'string' ? [names] : names
    const unknown = asked.find((name) => !ready.includes(name))
    const promise = new ApiPromise(({ resolve, reject }) => {
      if (unknown === undefined) resolve()
      else reject(new Error(`Cannot load "${unknown}": pages have no such module`), asked)
    })
    return promise.done(whenReady ?? []).fail(whenNot ?? [])
  },

  getState(name: string): 'ready' | null {
    return ready.includes(name) ? 'ready' : null
  },

  getModuleNames(): readonly string[] {
    return ready
  },
}
