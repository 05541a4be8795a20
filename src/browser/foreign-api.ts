import type { ApiOptions } from './ajax-options.ts'
import type { Api } from './api.ts'

/** What an `mw.ForeignApi` can be told. */
export interface ForeignApiOptions extends ApiOptions {
  /** Asks as nobody, which every wiki allows. */
  readonly anonymous?: boolean
}

/** Makes `mw.ForeignApi`: an `mw.Api` that asks a wiki of another origin, with the cookies that the visitor has there. */
export function makeForeignApi(PageApi: new (options: ApiOptions) => Api, pageUrl: string) {
  return class ForeignApi extends PageApi {
    readonly apiUrl: string
    readonly anonymous: boolean

    constructor(url: string | URL, options: ForeignApiOptions = {}) {
      if (!url || (typeof url === 'object' && !(url instanceof URL)))
        throw new TypeError(`Cannot ask another wiki: its address is "${url}"`)
      const { anonymous = false, parameters, ajax } = options
      const origin = anonymous ? '*' : originFor(String(url), pageUrl)
      const xhrFields = { withCredentials: !anonymous, ...ajax?.xhrFields }
      super({
        ...options,
        parameters: { origin, ...parameters },
        ajax: { url: String(url), ...ajax, xhrFields },
      })
      this.apiUrl = String(url)
      this.anonymous = anonymous
    }

    /** The origin that the other wiki is told of; `undefined` where it is none other. */
    getOrigin(): unknown {
      return this.defaults.parameters['origin']
    }
  }
}

function originFor(apiUrl: string, pageUrl: string): string | undefined {
  const { origin } = new URL(pageUrl)
  return new URL(apiUrl, pageUrl).origin === origin ? undefined : origin
}
