import { request as httpRequest, type IncomingMessage } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { buffer } from 'node:stream/consumers'
import { CannotCompare } from './cannot-compare.ts'
import type { Credentials, Fixture } from './conversation.ts'
import { makeFixture } from './make-fixture.ts'
import type { Peer, WireAnswer, WireRequest } from './peer.ts'

const patienceInMilliseconds = 60_000

/** A running api.php, spoken to by plain HTTP so that no client library adds headers. */
export class HttpPeer implements Peer {
  readonly origin: string
  readonly #apiUrl: URL
  readonly #admin: Credentials | undefined

  constructor(apiUrl: string, admin?: Credentials) {
    this.#apiUrl = new URL(apiUrl)
    this.origin = this.#apiUrl.origin
    this.#admin = admin
  }

  async prepare(fixture: Fixture): Promise<Readonly<Record<string, string>>> {
    const admin = this.#admin
    const secrets = await makeFixture(this, admin, fixture)
    return { ...(admin && { user: admin.name, password: admin.password }), ...secrets }
  }

  async send({ method, target, headers, body }: WireRequest): Promise<WireAnswer> {
    const path = `${this.#apiUrl.pathname.replace(/[^/]*$/, '')}${target}`
    const bytes = Buffer.from(body ?? '')
    const length = body === undefined ? {} : { 'content-length': String(bytes.length) }
    const response = await this.#ask(method, path, { ...headers, ...length }, bytes)
    const received = new Headers()
    for (const [name, values] of Object.entries(response.headersDistinct))
      for (const value of values ?? []) received.append(name, value)
    const text = (await buffer(response)).toString('utf8')
    return { status: response.statusCode ?? 0, headers: received, body: text }
  }

  #ask(
    method: string,
    path: string,
    headers: Readonly<Record<string, string>>,
    body: Uint8Array,
  ): Promise<IncomingMessage> {
    const send = this.#apiUrl.protocol === 'https:' ? httpsRequest : httpRequest
    const signal = AbortSignal.timeout(patienceInMilliseconds)
    return new Promise((resolve, reject) => {
      const options = { method, path, headers, agent: false as const, signal }
      const request = send(this.#apiUrl, options, resolve)
      request.on('error', ({ message }) => {
        const why = signal.aborted ? 'no answer for a minute' : message
        reject(new CannotCompare(`${this.#apiUrl.href} cannot be reached: ${why}`))
      })
      request.end(body)
    })
  }
}
