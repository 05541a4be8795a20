import { once } from 'node:events'
import { createServer, type IncomingMessage } from 'node:http'
import { text } from 'node:stream/consumers'

/** A request as a wiki gets it: where, and its parameters in order. */
export interface SeenRequest {
  readonly method: string
  readonly path: string
  readonly query: readonly (readonly [string, string])[]
  readonly body: readonly (readonly [string, string])[]
}

/** What is answered: JSON with status 200, unless said otherwise; `never` is no answer. */
export type Reply =
  | { readonly json: unknown }
  | { readonly status: number; readonly text: string }
  | 'hang up'
  | 'never'

/** A server that answers what it was told to, and remembers what it was asked. */
export interface RecordingServer extends AsyncDisposable {
  readonly url: string
  /** What was asked since this was called last. */
  takeSeen(): readonly SeenRequest[]
  /** Says what the next requests are answered. */
  expect(replies: readonly Reply[]): void
}

/** Starts a server to record what clients ask. */
export async function startRecording(): Promise<RecordingServer> {
  let [seen, replies]: [SeenRequest[], Reply[]] = [[], []]
  const server = createServer(async (request, response) => {
    seen.push(await describe(request))
    const reply = replies.shift() ?? { status: 500, text: 'Nothing to answer' }
    if (reply === 'never') return
    if (reply === 'hang up') request.socket.destroy()
    else if ('json' in reply) {
      response.setHeader('content-type', 'application/json').end(JSON.stringify(reply.json))
    } else {
      response.writeHead(reply.status, { 'content-type': 'text/plain' }).end(reply.text)
    }
  }).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  const port = typeof address === 'object' ? address?.port : undefined
  return {
    url: `http://127.0.0.1:${port}`,
    takeSeen() {
      const taken = seen
      seen = []
      return taken
    },
    expect(next) {
      replies = [...next]
    },
    async [Symbol.asyncDispose]() {
      server.closeAllConnections()
      server.close()
    },
  }
}

async function describe(request: IncomingMessage): Promise<SeenRequest> {
  const { pathname, searchParams } = new URL(request.url ?? '', 'http://wiki.test')
  const type = request.headers['content-type'] ?? ''
  const body = await text(request)
  const isMultipart = type.startsWith('multipart/form-data')
  return {
    method: request.method ?? '',
    path: pathname,
    query: [...searchParams],
    body: isMultipart ? readParts(body) : [...new URLSearchParams(body)],
  }
}

function readParts(body: string): [string, string][] {
  const parts = body.matchAll(/name="([^"]*)"\r\n\r\n([^\r]*)\r\n/g)
  return [...parts].map(([, name = '', value = '']) => [name, value])
}
