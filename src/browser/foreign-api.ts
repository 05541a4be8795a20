import type { ApiOptions } from './ajax-options.ts'
import { Api } from './api.ts'
import type { Page } from './page-data.ts'

/** What an `mw.ForeignApi` can be told. */
export interface ForeignApiOptions extends ApiOptions {
  /** Asks as nobody, which every wiki allows. */
  readonly anonymous?: boolean
}

/** Asks a wiki of another origin, with the cookies that the visitor has there. */
export class ForeignApi extends Api {
  readonly apiUrl: string
  readonly anonymous: boolean | undefined

  constructor(url: string | URL, options: ForeignApiOptions, page: Page) {
    if (!url || (typeof url === 'object' && !(url instanceof URL)))
      throw new TypeError(`Cannot ask another wiki: its address is "${url}"`)
    const { anonymous, parameters, ajax } = options
    const xhrFields = { withCredentials: !anonymous, ...ajax?.xhrFields }
    const origin = anonymous ? '*' : originFor(String(url), page)
    super(
      {
        ...options,
        parameters: { origin, ...parameters },
        ajax: { url: String(url), ...ajax, xhrFields },
      },
      page,
    )
    this.apiUrl = String(url)
    this.anonymous = anonymous
  }

  /** The origin that the other wiki is told of; `undefined` where it is none other. */
  getOrigin(): unknown {
    return this.defaults.parameters['origin']
  }
}

function originFor(apiUrl: string, page: Page): string | undefined {
  const { origin } = new URL(page.url)
  return new URL(apiUrl, page.url).origin === origin ? undefined : origin
}
