import { CookieJar } from '../client/cookie-jar.ts'
import { CannotPlay } from './cannot-compare.ts'
import type { Credentials } from './conversation.ts'
import type { Peer, WireAnswer, WireRequest } from './peer.ts'
import { readJson } from './read-json.ts'
import { findByPath } from './variables.ts'

/** Somebody with cookies, talking to a peer. */
export class Visitor {
  readonly jar = new CookieJar()
  readonly #peer: Peer

  constructor(peer: Peer) {
    this.#peer = peer
  }

  /** Sends a request with this visitor's cookies, and obeys the answer's. */
  async send(request: WireRequest): Promise<WireAnswer> {
    const cookie = this.jar.header()
    const headers = cookie === undefined ? request.headers : { ...request.headers, cookie }
    const answer = await this.#peer.send({ ...request, headers })
    for (const setCookie of answer.headers.getSetCookie()) this.jar.obey(setCookie)
    return answer
  }

  /** Posts a form to the API, and reads the JSON that comes back. */
  async ask(form: Readonly<Record<string, string>>): Promise<unknown> {
    const answer = await this.send({
      method: 'POST',
      target: 'api.php',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
      body: new URLSearchParams({ ...form, format: 'json', formatversion: '2' }).toString(),
    })
    return readJson(answer.body)
  }

  async token(type: string): Promise<string> {
    const answer = await this.ask({ action: 'query', meta: 'tokens', type })
    const token = findByPath(answer, `query.tokens.${type}token`)
    if (token === undefined) throw new CannotPlay(`a ${type} token`)
    return token
  }

  /** Logs in, or cannot play on. */
  async logIn({ name, password }: Credentials): Promise<void> {
    const lgtoken = await this.token('login')
    const answer = await this.ask({ action: 'login', lgname: name, lgpassword: password, lgtoken })
    const result = findByPath(answer, 'login.result')
    if (result === 'Success') return
    const why = result ?? findByPath(answer, 'error.code') ?? 'no answer'
    throw new CannotPlay(`to log in as "${name}" (${why})`)
  }
}
