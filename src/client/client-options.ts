import type { Transport } from './exchange.ts'
import type { LooseParams } from './param-value.ts'
import type { Problem } from './problems.ts'

/** What a client can be told; everything has a default. */
export interface ClientOptions {
  /** Parameters of every request, such as `assert` or `maxlag`; they can replace the client's own. */
  readonly params?: LooseParams
  /** Headers of every request, such as `User-Agent`. */
  readonly headers?: Readonly<Record<string, string>>
  /** Asks the wiki: the global `fetch`, unless given. */
  readonly fetch?: Transport['fetch']
  /** Whether a browser sends its cookies to another origin, as with `fetch`. */
  readonly credentials?: 'include' | 'omit' | 'same-origin'
  /** How long to wait for an answer: 30 seconds, unless given. */
  readonly timeoutSeconds?: number
  /** Hears of every warning of the wiki. */
  readonly warn?: (warning: Problem) => void
}

/** What can be said of one request. */
export interface RequestOptions {
  /** Gives up; others who wait for the same token are not disturbed. */
  readonly signal?: AbortSignal
  /** Sends a form as `multipart/form-data`, as is done anyway where it has a file. */
  readonly multipart?: boolean
  readonly timeoutSeconds?: number
  readonly headers?: Readonly<Record<string, string>>
}
