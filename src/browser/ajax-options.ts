/** What can be said of a request besides its parameters, in jQuery's words. */
export interface AjaxOptions {
  readonly url?: string
  readonly type?: 'GET' | 'POST'
  /** In milliseconds. */
  readonly timeout?: number
  /** `multipart/form-data` for forms with files. */
  readonly contentType?: string
  readonly headers?: Readonly<Record<string, string>>
  readonly xhrFields?: { readonly withCredentials?: boolean }
  readonly signal?: AbortSignal
}

/** What a request says, as scripts write it. */
export type ApiParameters = Readonly<Record<string, unknown>>

/** What an `mw.Api` can be told. */
export interface ApiOptions {
  readonly parameters?: ApiParameters
  readonly ajax?: AjaxOptions
  /** Whether lists with a `|` in a value are joined by U+001F. */
  readonly useUS?: boolean
}

/** The same, complete. */
export interface ApiDefaults {
  readonly parameters: ApiParameters
  readonly ajax: AjaxOptions & { readonly url: string }
  readonly useUS: boolean
}
