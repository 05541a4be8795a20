import type { Wiki } from '../wiki.ts'
import { readBody } from './read-body.ts'
import { respond } from './respond.ts'

/** Answers a `Request` with a `Response`: the whole server without a socket. */
export async function fetchWiki(wiki: Wiki, request: Request): Promise<Response> {
  const { pathname, search } = new URL(request.url)
  const response = await respond(wiki, {
    method: request.method,
    target: pathname + search,
    header: (name) => request.headers.get(name) ?? undefined,
    body: await readBody(request.body ?? nothing()),
    address: '127.0.0.1',
  })
  return new Response(request.method === 'HEAD' || response.status === 304 ? null : response.body, {
    status: response.status,
    headers: response.headers.map(([name, value]): [string, string] => [name, value]),
  })
}

async function* nothing(): AsyncGenerator<Uint8Array> {}
