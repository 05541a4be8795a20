import type { Fixture } from '../../src/compare/conversation.ts'
import type { Peer, WireAnswer, WireRequest } from '../../src/compare/peer.ts'
import type { OpenWiki } from '../../src/index.ts'
import { createWiki } from '../../src/index.ts'
import { prepareJeton } from './jeton-fixture.ts'

/** What the reference's settings change from MediaWiki's defaults. */
const settings = {
  AuthenticationTokenVersion: '1',
  Logos: { '1x': '/logo.svg' },
  PasswordAttemptThrottle: [{ count: 1000, seconds: 300 }],
  ScriptPath: '',
  SecretKey: 'a key that no other wiki has',
  Server: 'http://127.0.0.1:8080',
  Sitename: 'Oracle',
}

/** A wiki of ours in this process; the only place that knows how one is made and asked. */
export class Jeton implements Peer, AsyncDisposable {
  readonly origin = settings.Server
  readonly #wiki: OpenWiki

  constructor() {
    this.#wiki = createWiki({ settings, testMode: true })
  }

  prepare(fixture: Fixture): Promise<Readonly<Record<string, string>>> {
    return prepareJeton(this.#wiki, fixture)
  }

  async send({ method, target, headers, body }: WireRequest): Promise<WireAnswer> {
    const request = new Request(`${this.origin}/${target}`, {
      method,
      headers,
      ...(body === undefined ? {} : { body: Buffer.from(body) }),
    })
    const response = await this.#wiki.fetch(request)
    return { status: response.status, headers: response.headers, body: await response.text() }
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.#wiki.close()
  }
}
