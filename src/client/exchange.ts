import { ClientError } from './client-error.ts'
import type { CookieJar } from './cookie-jar.ts'
import type { Pair } from './encode-params.ts'
import { findErrors } from './problems.ts'

/** What requests go out with. */
export interface Transport {
  readonly fetch: (input: URL, init: RequestInit) => Promise<Response>
  /** In browsers it stays empty: they keep their own, which no script sees. */
  readonly jar: CookieJar
}

/** One request. */
export interface Asked {
  readonly url: URL
  readonly method: 'GET' | 'POST'
  readonly pairs: readonly Pair[]
  readonly multipart?: boolean
  readonly headers?: Readonly<Record<string, string>>
  readonly credentials?: 'include' | 'omit' | 'same-origin'
  readonly timeoutSeconds: number
  readonly signal?: AbortSignal | undefined
}

/** An answer of a wiki that is no error. */
export interface Exchange {
  readonly body: unknown
  /** The body as it came. */
  readonly text: string
  readonly response: Response
}

/** Asks a wiki; throws a `ClientError`, or, when the caller gave up, the reason of the signal. */
export async function exchange(asked: Asked, { fetch, jar }: Transport): Promise<Exchange> {
  const address = addressOf(asked)
  const { signal, timeoutSeconds } = asked
  signal?.throwIfAborted()
  const timeout = AbortSignal.timeout(timeoutSeconds * 1000)
  const either = signal === undefined ? timeout : AbortSignal.any([signal, timeout])
  const cookie = jar.header()
  const headers = { ...asked.headers, ...(cookie === undefined ? {} : { cookie }) }
  const { credentials } = asked
  const sent = { headers, signal: either, ...(credentials === undefined ? {} : { credentials }) }
  try {
    const response = await fetch(address, { ...sent, ...bodyOf(asked) })
    for (const setCookie of response.headers.getSetCookie()) jar.obey(setCookie)
    return readAnswer(response, await response.text())
  } catch (cause) {
    if (cause instanceof ClientError) throw cause
    // Whoever gave up knows why.
    signal?.throwIfAborted()
    const text = timeout.aborted ? `no answer within ${timeoutSeconds} s` : 'cannot be reached'
    throw new ClientError('http', text, { cause: timeout.aborted ? timeout.reason : cause })
  }
}

function addressOf({ url, method, pairs }: Asked): URL {
  const address = new URL(url)
  for (const [name, value] of pairs) {
    // Where a page of another origin comes from, MediaWiki only reads from the address.
    if (method === 'POST' && name !== 'origin') continue
    if (typeof value !== 'string')
      throw new TypeError(`Cannot send "${name}": files can only be posted`)
    address.searchParams.append(name, value)
  }
  return address
}

function bodyOf({ method, pairs, multipart = false }: Asked): RequestInit {
  if (method === 'GET') return { method }

  if (!multipart && pairs.every(([, value]) => typeof value === 'string')) {
    const texts = pairs.map(([name, value]): [string, string] => [name, String(value)])
    return { method, body: new URLSearchParams(texts) }
  }
  const form = new FormData()
  for (const [name, value] of pairs) form.append(name, value)
  return { method, body: form }
}

function readAnswer(response: Response, text: string): Exchange {
  const { body, cause } = parse(text, response)
  const errors = findErrors(body)
  const [first] = errors
  const facts = { problems: errors, response, body, text, cause }
  if (first !== undefined) throw new ClientError(first.code, first.text, facts)

  const status = `status ${response.status} ${response.statusText}`.trim()
  if (!response.ok) throw new ClientError('http', status, facts)
  if (cause !== undefined) throw new ClientError('http', 'the answer is not JSON', facts)
  if (body === undefined || body === null || body === '')
    throw new ClientError('ok-but-empty', 'the answer is empty', facts)
  return { body, text, response }
}

function parse(text: string, { status }: Response): { body?: unknown; cause?: unknown } {
  if (status === 204) return {}
  // The only way to learn whether a text is JSON.
  try {
    return { body: JSON.parse(text) }
  } catch (cause) {
    return { cause }
  }
}
