import type { Fixture } from './conversation.ts'

/** A request as it goes over the wire. */
export interface WireRequest {
  readonly method: string
  /** Relative to the script path: `api.php?action=query`. */
  readonly target: string
  readonly headers: Readonly<Record<string, string>>
  readonly body?: string
}

/** An answer as it comes over the wire. */
export interface WireAnswer {
  readonly status: number
  readonly headers: Headers
  readonly body: string
}

/** Who answers: the reference over HTTP, or Jeton in this process. */
export interface Peer {
  /** Scheme, host and port, as they stand in answers. */
  readonly origin: string
  /** Makes the fixture so, and says the variables that came of it. */
  prepare(fixture: Fixture): Promise<Readonly<Record<string, string>>>
  send(request: WireRequest): Promise<WireAnswer>
}
