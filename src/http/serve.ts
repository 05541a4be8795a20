import { once } from 'node:events'
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { Wiki } from '../wiki.ts'
import { type HttpRequest, largestBody } from './message.ts'
import { respond } from './respond.ts'

/** A server that listens. */
export interface RunningServer extends AsyncDisposable {
  /** The port that it listens on, also when it was left to the system. */
  readonly port: number
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
  { port, host }: { port: number; host: string },
): Promise<RunningServer> {
  const server = createServer()
  const ready = Promise.withResolvers<Wiki>()
  server.on('request', (request: IncomingMessage, response: ServerResponse) => {
    handle(ready.promise, request, response).catch(() => {
      // The client has gone, or its request broke off: there is nobody to answer.
      response.destroy()
    })
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
    await close()
    throw error
  }
  return { port: bound, close, [Symbol.asyncDispose]: close }
}

async function handle(
  wiki: Promise<Wiki>,
  request: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const body = await readBody(request)
  const asked: HttpRequest = {
    method: request.method ?? 'GET',
    target: request.url ?? '/',
    header(name) {
      const value = request.headers[name]
      return Array.isArray(value) ? value.join(', ') : value
    },
    body,
    address: (request.socket.remoteAddress ?? '').replace(/^::ffff:/, ''),
  }
  const answered = await respond(await wiki, asked)
  response.statusCode = answered.status
  for (const [name, value] of answered.headers) response.appendHeader(name, value)
  response.setHeader('Content-Length', Buffer.byteLength(answered.body))
  // The rest of a body that is too large will not be read: the connection is of no more use.
  if (body === 'too large') response.setHeader('Connection', 'close')
  response.end(answered.body)
}

async function readBody(request: IncomingMessage): Promise<Buffer | 'too large'> {
  if (Number(request.headers['content-length'] ?? 0) > largestBody) return 'too large'

  const chunks: Buffer[] = []
  let length = 0
  for await (const chunk of request) {
    length += chunk.length
    if (length > largestBody) return 'too large'
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
