import type { ClientOptions, RequestOptions } from './client-options.ts'
import { CookieJar } from './cookie-jar.ts'
import { encodeParams } from './encode-params.ts'
import { type Exchange, exchange, type Transport } from './exchange.ts'
import { groupOptions, type OptionChanges } from './group-options.ts'
import type { KnownModules } from './known-modules.ts'
import { logIn, loginOf } from './log-in.ts'
import type { LooseParams } from './param-value.ts'
import { postWithToken } from './post-with-token.ts'
import { findWarnings } from './problems.ts'
import { readToken } from './read-token.ts'
import { TokenCache } from './token-cache.ts'
import { tokenTypeOf } from './token-type.ts'
import type { AnswerFor } from './typed-answer.ts'
import type { ParamsFor, TokenlessFor } from './typed-params.ts'
import { untilAborted } from './until-aborted.ts'
import { readUserInfo, type UserInfo, userInfoParams } from './user-info.ts'

export { ClientError } from './client-error.ts'
export type { ClientOptions, RequestOptions } from './client-options.ts'
export type { Exchange } from './exchange.ts'
export type { OptionChanges } from './group-options.ts'
export type { KnownModule, KnownModules } from './known-modules.ts'
export type { LooseParams, ParamValue } from './param-value.ts'
export type { Problem } from './problems.ts'
export type { AnswerFor, Json } from './typed-answer.ts'
export type { ParamsFor, TokenlessFor } from './typed-params.ts'
export type { UserInfo } from './user-info.ts'

const ownParams = { format: 'json', formatversion: '2', errorformat: 'plaintext' }

/**
 * Somebody who asks a wiki: keeps cookies where no browser does, and tokens. It is typed by the modules of MediaWiki
 * that Jeton has, and by those that `More` names; other actions take any parameters.
 */
export class Client<More extends KnownModules = Record<never, never>> {
  readonly #url: URL
  readonly #options: ClientOptions
  readonly #transport: Transport
  readonly #tokens = new TokenCache()
  #userName: string | undefined
  #savedOptions: Promise<unknown> = Promise.resolve()

  constructor(apiUrl: string | URL, options: ClientOptions = {}) {
    this.#url = new URL(apiUrl)
    this.#options = options
    const { fetch = (input, init) => globalThis.fetch(input, init) } = options
    this.#transport = { fetch, jar: new CookieJar() }
  }

  /** Asks something. */
  get<const Action extends string>(
    params: { readonly action: Action } & ParamsFor<More, Action>,
    options?: RequestOptions,
  ): Promise<AnswerFor<More, Action>> {
    return bodyOf(this.request('GET', params, options))
  }

  /** Has something done, for which no token is needed or there is one. */
  post<const Action extends string>(
    params: { readonly action: Action } & ParamsFor<More, Action>,
    options?: RequestOptions,
  ): Promise<AnswerFor<More, Action>> {
    return bodyOf(this.request('POST', params, options))
  }

  /** Has something done with a token, and tries once more with a new one should it have become bad. */
  postWithToken<const Action extends string>(
    type: string,
    params: { readonly action: Action } & TokenlessFor<More, Action>,
    options?: RequestOptions,
  ): Promise<AnswerFor<More, Action>> {
    return bodyOf(this.#postWithToken(type, params, options))
  }

  /** A token; it is asked for once, and kept until it is found bad or somebody logs in or out. */
  getToken(type: string, options: Pick<RequestOptions, 'signal'> = {}): Promise<string> {
    return untilAborted(this.#sharedToken(type), options.signal)
  }

  /** Says that a token was bad, so that the next is a new one. */
  badToken(type: string): void {
    this.#tokens.forget(tokenTypeOf(type))
  }

  /** Logs in, best with a bot password; throws a `ClientError` with the reason where the wiki says no. */
  async login(name: string, password: string, options?: RequestOptions): Promise<string> {
    const answer = await logIn(name, password, {
      get: (params) => this.request('GET', params, options),
      post: (params) => this.request('POST', params, options),
    })
    // Tokens belong to a session, and this is another one.
    this.#tokens.clear()
    this.#userName = String(loginOf(answer)['lgusername'] ?? name)
    return this.#userName
  }

  /** Logs out. */
  async logout(options?: RequestOptions): Promise<void> {
    await this.#postWithToken('csrf', { action: 'logout' }, options)
    this.#tokens.clear()
    this.#userName = undefined
  }

  /** Asks the wiki whom it takes this client for, and what they may do. */
  async getUserInfo(options?: RequestOptions): Promise<UserInfo> {
    const userinfo = readUserInfo(await this.request('GET', userInfoParams, options))
    this.#userName = userinfo.anon ? undefined : userinfo.name
    return userinfo
  }

  /** Changes a preference of who is logged in; `null` stands for the wiki's default. */
  saveOption(name: string, value: OptionChanges[string], options?: RequestOptions): Promise<void> {
    return this.saveOptions({ [name]: value }, options)
  }

  /** Changes preferences, in as few requests as can be, one after the other. */
  saveOptions(changes: OptionChanges, options?: RequestOptions): Promise<void> {
    const saved = this.#savedOptions.then(async () => {
      for (const request of groupOptions(changes))
        await this.#postWithToken('csrf', { action: 'options', ...request }, options)
    })
    // Whether it went well is for whoever waits for it.
    this.#savedOptions = saved.catch(() => undefined)
    return saved
  }

  /**
   * Adds to parameters that the wiki shall refuse them unless it takes us for whom it did when we logged in or last
   * asked: a session that has run out shall not have things done without a name.
   */
  assertCurrentUser<Params extends LooseParams>(
    params: Params,
  ): Params & { readonly assert: 'anon' | 'user'; readonly assertuser?: string } {
    const name = this.#userName
    if (name === undefined) return { ...params, assert: 'anon' }
    return { ...params, assert: 'user', assertuser: name }
  }

  /** Asks, and goes on asking as long as the wiki says that there is more. */
  async *getContinued<const Action extends string>(
    params: { readonly action: Action } & ParamsFor<More, Action>,
    options?: RequestOptions,
  ): AsyncGenerator<AnswerFor<More, Action>, void, void> {
    const asked: LooseParams = params
    let next: LooseParams | undefined = { continue: '' }
    while (next !== undefined) {
      const answer: AnswerFor<More, Action> = await bodyOf(
        this.request('GET', { ...asked, ...next }, options),
      )
      yield answer
      next = answer.continue
    }
  }

  /** Asks anything, and gives the answer with its headers. */
  async request(
    method: 'GET' | 'POST',
    params: LooseParams,
    options: RequestOptions = {},
  ): Promise<Exchange> {
    const { headers, credentials, timeoutSeconds = 30, warn } = this.#options
    const answer = await exchange(
      {
        ...{ url: this.#url, method, timeoutSeconds },
        pairs: encodeParams({ ...ownParams, ...this.#options.params, ...params }),
        ...(credentials === undefined ? {} : { credentials }),
        ...options,
        headers: { ...headers, ...options.headers },
      },
      this.#transport,
    )
    if (warn) for (const warning of findWarnings(answer.body)) warn(warning)
    return answer
  }

  #postWithToken(
    type: string,
    params: LooseParams,
    options: RequestOptions = {},
  ): Promise<Exchange> {
    const { assert, assertuser } = params
    let shared: Promise<string>
    return postWithToken({
      getToken: () => {
        shared = this.#sharedToken(type, { assert, assertuser })
        return untilAborted(shared, options.signal)
      },
      // Another caller may have a new one already.
      forgetToken: () => this.#tokens.forget(tokenTypeOf(type), shared),
      post: (token) => this.request('POST', { ...params, token }, options),
    })
  }

  #sharedToken(type: string, asserted: LooseParams = {}): Promise<string> {
    const modern = tokenTypeOf(type)
    return this.#tokens.get(modern, async () => {
      const params = { action: 'query', meta: 'tokens', type: modern, ...asserted }
      return readToken(await this.request('GET', params), modern)
    })
  }
}

/** The body of an answer: what it is, the types of the modules promise; nothing here depends on it. */
async function bodyOf<Answer>(answered: Promise<Exchange>): Promise<Answer> {
  const { body } = await answered
  return body as Answer
}
