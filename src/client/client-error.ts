import type { Problem } from './problems.ts'

/** What is known about a request that did not come to a good end. */
export interface ErrorFacts {
  readonly problems?: readonly Problem[]
  readonly response?: Response | undefined
  readonly body?: unknown
  readonly text?: string | undefined
  readonly cause?: unknown
}

/**
 * A wiki refused, or could not be asked. The code is the wiki's (`badtoken`, `readonly` …), or one of MediaWiki's
 * own client: `http` (no answer, or not one of an API), `ok-but-empty`, `query-missing`, `token-missing`.
 */
export class ClientError extends Error {
  readonly code: string
  /** Every error of the answer, the first of which gave the code. */
  readonly problems: readonly Problem[]
  /** The answer, as far as it was one. */
  readonly response: Response | undefined
  /** The body of the answer as a value, where it was JSON. */
  readonly body: unknown
  /** The body of the answer as it came. */
  readonly text: string | undefined

  constructor(code: string, text: string, facts: ErrorFacts = {}) {
    super(`${code}: ${text}`, facts.cause === undefined ? {} : { cause: facts.cause })
    this.name = 'ClientError'
    this.code = code
    this.problems = facts.problems ?? []
    this.response = facts.response
    this.body = facts.body
    this.text = facts.text
  }
}
