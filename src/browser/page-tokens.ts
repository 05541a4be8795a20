import { TokenCache } from '../client/token-cache.ts'

/** The tokens of every wiki that a page asks, by the address of its API; some are in the page already. */
export class PageTokens {
  readonly #caches = new Map<string, TokenCache>()

  constructor(apiUrl: string, tokens: Readonly<Record<string, unknown>>) {
    const known = Object.entries(tokens).map(([name, token]): [string, string] => [
      name.replace(/Token$/, ''),
      String(token),
    ])
    this.#caches.set(apiUrl, new TokenCache(Object.fromEntries(known)))
  }

  /** The tokens of one wiki. */
  of(apiUrl: string): TokenCache {
    const cache = this.#caches.get(apiUrl) ?? new TokenCache()
    this.#caches.set(apiUrl, cache)
    return cache
  }
}
