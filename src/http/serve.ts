import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import { spellAddress } from '../auth/addresses/spell-address.ts'
import type { Wiki } from '../wiki.ts'
import type { HttpRequest } from './message.ts'
import { largestBody, readBody } from './read-body.ts'
import { respond } from './respond.ts'

/** A server that listens. */
export interface RunningServer extends AsyncDisposable {
  /** The port that it listens on, also when it was left to the system. */
  readonly port: number
  /** Where it is reached from this machine: `http://127.0.0.1:8080`. */
  readonly url: string
  /** Takes no more requests, and resolves once those under way are answered. */
  close(): Promise<void>
}

/** How long requests under way may take once the server is to end, in milliseconds. */
const patience = 9_000

/**
 * Serves a wiki over HTTP; port 0 lets the system choose one. A wiki that has to know the port is
 * made once it is: requests that come before wait for it.
 */
export async function serve(
  wiki: Wiki | ((port: number) => Promise<Wiki>),
  { port = 0, host = '127.0.0.1' }: { port?: number; host?: string } = {},
): Promise<RunningServer> {
  const server = createServer()
  const ready = Promise.withResolvers<Wiki>()
  // Whoever waits for it hears of a failure; nobody has to wait.
  ready.promise.catch(() => undefined)
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    handle(ready.promise, request, response, () => server.listening).catch(
      async (error: unknown) => {
        // Mostly the client has gone: then there is nobody to answer, and nothing to say.
        response.destroy()
        if (!request.destroyed) (await ready.promise).log(error)
      },
    )
  })
  server.listen(port, host)
  await once(server, 'listening')

  const address = server.address()
  const bound = typeof address === 'object' && address !== null ? address.port : port
  const close = async (): Promise<void> => {
    const closed = once(server, 'close')
    server.close()
    server.closeIdleConnections()
    const timer = setTimeout(() => server.closeAllConnections(), patience)
    await closed
    clearTimeout(timer)
  }
  try {
    ready.resolve(typeof wiki === 'function' ? await wiki(bound) : wiki)
  } catch (error) {
    // Nobody is to find a server that has nothing to serve.
    ready.reject(error)
    server.closeAllConnections()
    await close()
    throw error
  }
  return { port: bound, url: addressOf(host, bound), close, [Symbol.asyncDispose]: close }
}

/** The address of a server that listens on `host`; "any address" is reached by the machine's own. */
export function addressOf(host: string, port: number): string {
  if (host === '0.0.0.0' || host === '::') return `http://127.0.0.1:${port}`
  return `http://${host.includes(':') ? `[${host}]` : host}:${port}`
}

async function handle(
  wiki: Promise<Wiki>,
  request: IncomingMessage,
  response: ServerResponse,
  isListening: () => boolean,
): Promise<void> {
  const isTooLarge = Number(request.headers['content-length'] ?? 0) > largestBody
  const chunks = request.iterator({ destroyOnReturn: false })
  const body = isTooLarge ? 'too large' : await readBody(chunks)
  const asked: HttpRequest = {
    method: request.method ?? 'GET',
    // A client may name the whole address, as proxies want it.
    target: (request.url ?? '/').replace(/^https?:\/\/[^/?]*/i, ''),
    header(name) {
      const value = request.headers[name]
      return Array.isArray(value) ? value.join(', ') : value
    },
    body,
    address: spellAddress(request.socket.remoteAddress ?? '') ?? '',
  }
  const answered = await respond(await wiki, asked)
  response.statusCode = answered.status
  // A server that is to end waits for no more requests on a connection.
  if (!isListening()) response.setHeader('Connection', 'close')
  for (const [name, value] of answered.headers) response.appendHeader(name, value)
  if (answered.status !== 304) {
    response.setHeader('Content-Length', Buffer.byteLength(answered.body))
  }
  if (body === 'too large') {
    // After such a body the connection is of no more use.
    response.setHeader('Connection', 'close')
    response.flushHeaders()
    response.write(answered.body)
    await discard(request)
  }
  response.end(body === 'too large' ? '' : answered.body)
}

const mostDiscarded = 16 * largestBody

/** Lets a client send on for a while: one that is cut off while it sends does not hear the answer. */
async function discard(request: IncomingMessage): Promise<void> {
  let length = 0
  for await (const chunk of request.iterator({ destroyOnReturn: false })) {
    length += chunk.length
    if (length > mostDiscarded) return
  }
}
