import type { RawParams } from '../params/raw-params.ts'
import type { CookieChange } from '../session/cookie-jar.ts'
import type { Settings } from '../settings/settings.ts'

/** A request as the API sees it, whichever way it came. */
export interface ApiRequest {
  readonly method: string
  readonly params: RawParams
  readonly cookies: ReadonlyMap<string, string>
  /** The value of a header, by its name in lower case. */
  header(name: string): string | undefined
  /** The address of whoever sent it, without a port: the client's, or that of a proxy in between. */
  readonly address: string
  /** Whether it was on its way when this turn of the event loop began, which is not always known. */
  readonly isPrompt?: boolean | undefined
  /** Why the parameters could not be read. */
  readonly unreadable?: 'too large' | 'too many parameters' | undefined
}

/** An answer as the API gives it, whichever way it goes. */
export interface ApiAnswer {
  readonly status: number
  readonly headers: readonly Header[]
  readonly cookies: readonly CookieChange[]
  readonly body: string | Buffer
  /** The settings it was answered with, which say how cookies are spelled. */
  readonly settings: Settings
}

/** A header of an answer. */
export type Header = readonly [name: string, value: string]
