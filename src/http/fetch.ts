import type { Wiki } from '../wiki.ts'
import { largestBody } from './message.ts'
import { respond } from './respond.ts'

/** Answers a `Request` with a `Response`: the whole server without a socket. */
export async function fetchWiki(wiki: Wiki, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const body = Buffer.from(await request.arrayBuffer())
  const {
    status,
    headers,
    body: text,
  } = await respond(wiki, {
    method: request.method,
    target: pathname + search,
    header: (name) => request.headers.get(name) ?? undefined,
    body: body.length > largestBody ? 'too large' : body,
    address: '127.0.0.1',
  })
  const withoutBody = request.method === 'HEAD' || status === 204 || status === 304
  return new Response(withoutBody ? null : text, {
    status,
    headers: headers.map(([name, value]): [string, string] => [name, value]),
  })
}
