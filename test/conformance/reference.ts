import { request as httpRequest } from 'node:http'
import { request as httpsRequest } from 'node:https'
import { buffer } from 'node:stream/consumers'
import type { Credentials, Fixture } from './conversation.ts'
import type { Peer, WireAnswer, WireRequest } from './peer.ts'
import { prepareReference } from './reference-fixture.ts'

/** A running MediaWiki, spoken to by plain HTTP so that no client library adds headers. */
export class Reference implements Peer {
  readonly origin: string
  readonly #apiUrl: URL
  readonly #admin: Credentials

  constructor(apiUrl: string, admin: Credentials) {
    this.#apiUrl = new URL(apiUrl)
    this.origin = this.#apiUrl.origin
    this.#admin = admin
  }

  prepare(fixture: Fixture): Promise<Readonly<Record<string, string>>> {
    return prepareReference(this, this.#admin, fixture)
  }

  async send({ method, target, headers, body }: WireRequest): Promise<WireAnswer> {
    const send = this.#apiUrl.protocol === 'https:' ? httpsRequest : httpRequest
    const path = `${this.#apiUrl.pathname.replace(/[^/]*$/, '')}${target}`
    const bytes = Buffer.from(body ?? '')
    const length = body === undefined ? {} : { 'content-length': String(bytes.length) }
    return new Promise((resolve, reject) => {
      const options = { method, path, headers: { ...headers, ...length }, agent: false as const }
      const request = send(this.#apiUrl, options, async (response) => {
        const received = new Headers()
        for (const [name, values] of Object.entries(response.headersDistinct))
          for (const value of values ?? []) received.append(name, value)
        const text = (await buffer(response)).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: received, body: text })
      })
      request.on('error', reject)
      request.end(bytes)
    })
  }
}
