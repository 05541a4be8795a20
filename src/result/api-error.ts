import { type MessageParam, message } from '../messages/message.ts'
import { codeAbout, type ErrorKey } from './error-codes.ts'
import type { Problem } from './problem.ts'
import type { ResultObject } from './value.ts'

/** What else an error carries, beside its message. */
export interface ApiErrorDetails {
  readonly params?: readonly MessageParam[]
  /** Answered to programs, beside the code. */
  readonly data?: ResultObject
  /** The parameter that the code names at its end: `badurl_loginreturnurl`. */
  readonly about?: string
  /** What MediaWiki up to 1.34 called the error. */
  readonly legacyCode?: string
  /** The status of the HTTP answer; 200 for nearly every error. */
  readonly status?: number
  /** Headers that go with the error, such as `Retry-After`. */
  readonly headers?: readonly (readonly [name: string, value: string])[]
}

/** Ends the request: the client asked for something it cannot have. */
export class ApiError extends Error {
  readonly problem: Problem
  /** All that is wrong: the first of them is `problem`. */
  readonly problems: readonly Problem[]
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]

  /**
   * `module` is the path of the module that says it, such as `main` or `query+tokens`; `why` is a message,
   * or several problems at once.
   */
  constructor(
    module: string,
    why: ErrorKey | readonly [Problem, ...Problem[]],
    details: ApiErrorDetails = {},
  ) {
    const { status = 200, headers = [] } = details
    const problems = typeof why === 'string' ? ([problemOf(module, why, details)] as const) : why
    const [problem] = problems
    super(problem.code)
    this.name = 'ApiError'
    this.problem = problem
    this.problems = problems
    this.status = status
    this.headers = headers
  }
}

function problemOf(module: string, key: ErrorKey, details: ApiErrorDetails): Problem {
  const { params = [], data, about, legacyCode } = details
  return {
    code: codeAbout(key, about),
    message: message(key, ...params),
    module,
    ...(data && { data }),
    ...(legacyCode !== undefined && { legacyCode }),
  }
}
