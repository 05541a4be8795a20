import { once } from 'node:events'
import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { buffer } from 'node:stream/consumers'
import type { RunningServer } from '../running-server.ts'

/** One question to the wiki, and its answer, as they went over the wire. */
export interface Exchange {
  readonly method: string
  /** From the address and the body together. */
  readonly params: URLSearchParams
  readonly cookie: string
  readonly answer: string
}

/** Stands where a program expects the wiki, passes everything on, and remembers it. */
export interface WireTap extends AsyncDisposable {
  readonly url: string
  readonly apiUrl: string
  readonly exchanges: readonly Exchange[]
}

/** Listens in on what a program says to a wiki, so that a test need not change the program. */
export async function tapWire(server: RunningServer): Promise<WireTap> {
  const exchanges: Exchange[] = []
  const tap = createServer((incoming, outgoing) => {
    passOn(server, incoming, outgoing).then(
      (exchange) => exchanges.push(exchange),
      (error: unknown) => outgoing.destroy(error instanceof Error ? error : undefined),
    )
  })
  await once(tap.listen(0, '127.0.0.1'), 'listening')
  const url = `http://127.0.0.1:${(tap.address() as AddressInfo).port}`
  return {
    url,
    apiUrl: url + new URL(server.apiUrl).pathname,
    exchanges,
    [Symbol.asyncDispose]: () => tap[Symbol.asyncDispose](),
  }
}

async function passOn(
  server: RunningServer,
  incoming: IncomingMessage,
  outgoing: ServerResponse,
): Promise<Exchange> {
  const { method = 'GET', url: path = '/', headers } = incoming
  const asked = await buffer(incoming)
  const passed = request(new URL(path, server.url), {
    method,
    // Without an encoding the answer can be read here.
    headers: { ...headers, 'accept-encoding': 'identity' },
  })
  passed.end(asked)

  const [response] = (await once(passed, 'response')) as [IncomingMessage]
  const answer = await buffer(response)
  outgoing.writeHead(response.statusCode ?? 502, response.headers).end(answer)

  const params = new URLSearchParams(`${new URL(path, server.url).searchParams}&${asked}`)
  return { method, params, cookie: headers.cookie ?? '', answer: answer.toString() }
}
