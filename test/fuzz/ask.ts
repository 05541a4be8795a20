import { respond } from '../../src/http/respond.ts'
import type { OpenWiki } from '../../src/index.ts'
import type { OddRequest } from './odd-request.ts'

/** An answer, whichever door it came through. */
export interface OddAnswer {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string
}

export const server = 'http://127.0.0.1:8080'

/** Asks through `fetch` where a `Request` can hold the request byte by byte, and else below it. */
export async function ask(wiki: OpenWiki, asked: OddRequest): Promise<OddAnswer> {
  const request = asRequest(asked)
  if (request !== undefined) {
    const response = await wiki.fetch(request)
    return { status: response.status, headers: [...response.headers], body: await response.text() }
  }
  const response = await respond(wiki, {
    method: asked.method,
    target: asked.target,
    header: (name) => asked.headers[name],
    body: Buffer.from(asked.body, 'latin1'),
    address: '127.0.0.1',
  })
  return { ...response, body: String(response.body) }
}

function asRequest({ method, target, headers, body }: OddRequest): Request | undefined {
  const url = URL.parse(server + target)
  const isSame = url !== null && url.pathname + url.search === target
  // `fetch` spells GET its own way.
  const isBodiless = ['GET', 'HEAD'].includes(method.toUpperCase())
  if (!isSame || (isBodiless && body !== '')) return undefined
  const bytes = Buffer.from(body, 'latin1')
  return new Request(url, { method, headers, ...(body !== '' && { body: bytes }) })
}
