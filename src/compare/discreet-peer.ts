import type { Fixture } from './conversation.ts'
import type { Peer, WireAnswer, WireRequest } from './peer.ts'
import { isSensitive } from './secrets.ts'

/** Shorter ones are words of an example, and hiding them would hide other words. */
const shortestSecret = 4
const shortestCookie = 16

/** A peer that keeps in mind which secrets it was told and has told, so that they are not shown. */
export class DiscreetPeer implements Peer {
  readonly origin: string
  readonly secrets = new Set<string>()
  readonly #peer: Peer

  constructor(peer: Peer) {
    this.origin = peer.origin
    this.#peer = peer
  }

  prepare(fixture: Fixture): Promise<Readonly<Record<string, string>>> {
    return this.#peer.prepare(fixture)
  }

  async send(request: WireRequest): Promise<WireAnswer> {
    this.#noteParams(request.target.replace(/^[^?]*\??/, ''))
    if (request.headers['content-type'] === 'application/x-www-form-urlencoded')
      this.#noteParams(request.body ?? '')
    const answer = await this.#peer.send(request)
    for (const cookie of answer.headers.getSetCookie()) this.#noteCookie(cookie)
    return answer
  }

  #noteParams(pairs: string): void {
    for (const [name, value] of new URLSearchParams(pairs))
      if (isSensitive(name)) this.#note(value, shortestSecret)
  }

  #noteCookie(cookie: string): void {
    const [, name = '', value = ''] = /^([^=]*)=([^;]*)/.exec(cookie) ?? []
    if (!name.endsWith('UserName')) this.#note(value, shortestCookie)
  }

  #note(secret: string, shortest: number): void {
    if (secret.length < shortest) return
    this.secrets.add(secret)
    this.secrets.add(encodeURIComponent(secret))
  }
}
