import { CookieJar } from '../client/cookie-jar.ts'
import { encodeParams } from '../client/encode-params.ts'
import { type Exchange, exchange } from '../client/exchange.ts'
import { groupOptions, type OptionChanges } from '../client/group-options.ts'
import { partsOf } from '../client/parts-of.ts'
import { postWithToken } from '../client/post-with-token.ts'
import { readToken } from '../client/read-token.ts'
import { tokenTypeOf } from '../client/token-type.ts'
import { untilAborted } from '../client/until-aborted.ts'
import { userInfoParams } from '../client/user-info.ts'
import type { AjaxOptions, ApiDefaults, ApiOptions, ApiParameters } from './ajax-options.ts'
import { ApiPromise, Rejection } from './api-promise.ts'
import { type ErrorMessage, errorMessage } from './error-message.ts'
import { givenUp, readFailure } from './failure.ts'
import type { Page } from './page-data.ts'
import { readParameters } from './read-parameters.ts'
import { makeXhr } from './xhr.ts'

// In pages the browser has the cookies, and shows them to no script.
const transport = { fetch: (url: URL, init: RequestInit) => fetch(url, init), jar: new CookieJar() }

const longestTimeout = 24 * 60 * 60 * 1000

/**
 * Asks a wiki as MediaWiki's `mw.Api` does: its defaults, its promises with several values, its ways with tokens. What
 * it does is done by the client that `jeton/client` is made of.
 */
export class Api {
  readonly defaults: ApiDefaults
  readonly #page: Page
  readonly #unfinished = new Set<() => void>()

  constructor(options: ApiOptions, page: Page) {
    const { parameters, ajax = {} } = options
    const url = String(ajax.url ?? page.apiUrl)
    this.#page = page
    this.defaults = {
      parameters: { action: 'query', format: 'json', ...parameters },
      ajax: { timeout: 30_000, ...ajax, url },
      useUS: options.useUS ?? ajax.url === undefined,
    }
  }

  /** Gives up everything that this object asked for and that is not answered yet. */
  abort(): void {
    for (const giveUp of this.#unfinished) giveUp()
  }

  /** Asks something: `done(answer, xhr)`, `fail(code, details)`. */
  get(parameters: ApiParameters, ajaxOptions?: AjaxOptions): ApiPromise {
    return this.ajax(parameters, { ...ajaxOptions, type: 'GET' })
  }

  /** Has something done. */
  post(parameters: ApiParameters, ajaxOptions?: AjaxOptions): ApiPromise {
    return this.ajax(parameters, { ...ajaxOptions, type: 'POST' })
  }

  /** Asks in either way. */
  ajax(parameters: ApiParameters, ajaxOptions: AjaxOptions = {}): ApiPromise {
    return this.#promise((signal) => this.#ask(parameters, ajaxOptions, signal).then(inTwo))
  }

  /** Has something done with a token, and tries once more with a new one should it be bad. */
  postWithToken(type: string, parameters: ApiParameters, ajaxOptions?: AjaxOptions): ApiPromise {
    const { assert, assertuser } = parameters
    const posted: AjaxOptions = { ...ajaxOptions, type: 'POST' }
    return this.#promise(async (signal) => {
      const answer = await postWithToken({
        getToken: () => untilAborted(this.#token(type, { assert, assertuser }), signal),
        forgetToken: () => this.badToken(type),
        post: (token) => this.#ask({ ...parameters, token }, posted, signal),
      })
      return inTwo(answer)
    })
  }

  /** The same with the token that edits need. */
  postWithEditToken(parameters: ApiParameters, ajaxOptions?: AjaxOptions): ApiPromise {
    return this.postWithToken('csrf', parameters, ajaxOptions)
  }

  /** A token, which is asked for once in a page; the text is what the request shall assert. */
  getToken(type: string, asserted: ApiParameters | string = {}): ApiPromise {
    const params = typeof asserted === 'string' ? { assert: asserted } : asserted
    return this.#promise(async (signal) => [await untilAborted(this.#token(type, params), signal)])
  }

  /** The token that edits need. */
  getEditToken(): ApiPromise {
    return this.getToken('csrf')
  }

  /** Says that a token was bad, so that the next is a new one. */
  badToken(type: string): void {
    this.#tokens().forget(tokenTypeOf(type))
  }

  /** Logs in, in the two steps that every MediaWiki knows. */
  login(lgname: string, lgpassword: string): ApiPromise {
    const params = { action: 'login', lgname, lgpassword }
    return this.#promise(async (signal) => {
      const first = await this.#ask(params, { type: 'POST' }, signal)
      const lgtoken = partsOf(partsOf(first.body)['login'])['token']
      const { body } = await this.#ask({ ...params, lgtoken }, { type: 'POST' }, signal)
      if (partsOf(partsOf(body)['login'])['result'] !== 'Success') {
        throw new Rejection(['unknown', body])
      }
      return [body]
    })
  }

  /** Who is asking, with groups and rights. */
  getUserInfo(): ApiPromise {
    return this.#promise(async (signal) => {
      const { body } = await this.#ask(userInfoParams, {}, signal)
      const { userinfo } = partsOf(partsOf(body)['query'])
      if (userinfo === undefined) throw new Rejection([])
      return [userinfo]
    })
  }

  /** Adds that the wiki shall refuse this unless the visitor still is whom the page was made for. */
  assertCurrentUser(parameters: ApiParameters): ApiParameters {
    const name = this.#page.config.get('wgUserName')
    const asserted = name === null ? { assert: 'anon' } : { assert: 'user', assertuser: name }
    return { ...asserted, ...parameters }
  }

  /** Changes a preference; `null` stands for the wiki's default. */
  saveOption(name: string, value: OptionChanges[string], parameters?: ApiParameters): ApiPromise {
    return this.saveOptions({ [name]: value }, parameters)
  }

  /** Changes preferences, in as few requests as can be, after those that were to be changed before. */
  saveOptions(changes: OptionChanges, parameters: ApiParameters = {}): ApiPromise {
    const { config, saving } = this.#page
    if (config.get('wgUserName') === null) {
      return new ApiPromise(({ reject }) => reject('notloggedin'))
    }
    const { url } = this.defaults.ajax
    const lists = this.defaults.useUS ? 'unit separator' : 'pipe'
    const saved = (saving.get(url) ?? Promise.resolve()).then(async () => {
      let values: readonly unknown[] = []
      for (const request of groupOptions(changes, lists)) {
        const params = { formatversion: 2, action: 'options', ...request, ...parameters }
        values = await this.postWithToken('csrf', params).settled()
      }
      return values
    })
    // Whether it went well is for whoever waits for it.
    saving.set(
      url,
      saved.catch(() => undefined),
    )
    return ApiPromise.of(saved)
  }

  /** What people are told of a failure: takes the second value that `fail` gets. */
  getErrorMessage(details: unknown): ErrorMessage {
    return errorMessage(details, this.#page.say)
  }

  #promise(begin: (signal: AbortSignal) => Promise<readonly unknown[]>): ApiPromise {
    const controller = new AbortController()
    const giveUp = (): void => controller.abort(givenUp)
    const values = begin(controller.signal).catch((error: unknown) => {
      throw readFailure(error)
    })
    return ApiPromise.of(values, giveUp)
  }

  async #ask(
    parameters: ApiParameters,
    ajaxOptions: AjaxOptions,
    signal?: AbortSignal,
  ): Promise<Exchange> {
    const options = { ...this.defaults.ajax, ...ajaxOptions }
    const all = { ...this.defaults.parameters, ...parameters }
    const controller = new AbortController()
    const giveUp = (): void => controller.abort(givenUp)
    this.#unfinished.add(giveUp)
    const signals = [controller.signal, signal, options.signal]
    const asked = exchange(
      {
        url: new URL(options.url, this.#page.url),
        method: options.type ?? 'GET',
        pairs: encodeParams(readParameters(all), this.defaults.useUS ? 'unit separator' : 'pipe'),
        multipart: options.contentType === 'multipart/form-data',
        headers: options.headers ?? {},
        credentials: options.xhrFields?.withCredentials ? 'include' : 'same-origin',
        timeoutSeconds: (options.timeout || longestTimeout) / 1000,
        signal: AbortSignal.any(signals.filter((each) => each !== undefined)),
      },
      transport,
    )
    return asked.finally(() => this.#unfinished.delete(giveUp))
  }

  #tokens() {
    return this.#page.tokens.of(this.defaults.ajax.url)
  }

  #token(name: string, asserted: ApiParameters): Promise<string> {
    const type = tokenTypeOf(name)
    return this.#tokens().get(type, async () => {
      const params = { action: 'query', meta: 'tokens', type, ...asserted }
      return readToken(await this.#ask(params, {}), type)
    })
  }
}

function inTwo({ body, text, response }: Exchange): readonly unknown[] {
  return [body, makeXhr(response, { text, body })]
}
