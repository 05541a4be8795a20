import { once } from 'node:events'
import type { IncomingMessage, ServerResponse } from 'node:http'
import type { Wiki } from '../wiki.ts'
import { connectionOf } from './connection.ts'
import { handle } from './handle.ts'

// To import it would read every name that it has, some of which load all of `fetch`: 25 ms of a start.
const { createServer } = process.getBuiltinModule('node:http')

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
  // Most requests have no body: a stream for each of them would cost a tenth of its whole way.
  const server = createServer({ optimizeEmptyRequests: true })
  const ready = Promise.withResolvers<Wiki>()
  // Whoever waits for it hears of a failure; nobody has to wait.
  ready.promise.catch(() => undefined)
  const keepWaiting = (request: IncomingMessage, response: ServerResponse): void => {
    const answered = ready.promise.then((opened) =>
      handle(opened, request, response, server, 'late'),
    )
    answered.catch(() => response.destroy())
  }
  server.on('connection', connectionOf)
  server.on('request', keepWaiting)
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
    const opened = typeof wiki === 'function' ? await wiki(bound) : wiki
    ready.resolve(opened)
    server.off('request', keepWaiting)
    server.on('request', (request, response) => void handle(opened, request, response, server))
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
