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
  readonly status: number
  readonly headers: readonly (readonly [name: string, value: string])[]

  /** `module` is the path of the module that says it, such as `main` or `query+tokens`. */
  constructor(module: string, key: ErrorKey, details: ApiErrorDetails = {}) {
    const { params = [], data, about, legacyCode, status = 200, headers = [] } = details
    const code = codeAbout(key, about)
    super(code)
    this.name = 'ApiError'
    this.problem = {
      code,
      message: message(key, ...params),
      module,
      ...(data && { data }),
      ...(legacyCode !== undefined && { legacyCode }),
    }
    this.status = status
    this.headers = headers
  }
}
