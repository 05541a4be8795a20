/** A request with its body, whichever door it came through. */
export interface HttpRequest {
  readonly method: string
  /** Path and query as sent: a string of bytes, one character each. */
  readonly target: string
  /** The value of a header, by its name in lower case. */
  header(name: string): string | undefined
  readonly body: Buffer | 'too large'
  /** The address of whoever sent it, without a port: the client's, or that of a proxy in between. */
  readonly address: string
  /** Whether it is certain that it was on its way when this turn of the event loop began, and is answered in it. */
  readonly isPrompt?: boolean
}

/** An answer, whichever door it leaves by. */
export interface HttpResponse {
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]
  readonly body: string | Buffer
}
