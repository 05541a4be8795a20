import type { Message } from '../messages/message.ts'
import type { ResultObject } from './value.ts'

/** An error or a warning: what a program reads, what a person reads, and which module says it. */
export interface Problem {
  readonly code: string
  readonly message: Message
  /** The path of the module, such as `main` or `query+tokens`. */
  readonly module: string
  /** More for programs: `limit`, `lag`, `readonlyreason` … */
  readonly data?: ResultObject
  /** What MediaWiki up to 1.34 called it: `notoken`, `unknown_type`. */
  readonly legacyCode?: string
}

/** Makes a warning; its code is the message's key without `apiwarn-` or `apierror-`, unless given. */
export function warning(
  module: string,
  message: Message,
  { code = message.key.replace(/^api(?:warn|error)-/, ''), data }: WarningDetails = {},
): Problem {
  return { code, message, module, ...(data && { data }) }
}

interface WarningDetails {
  readonly code?: string
  readonly data?: ResultObject
}
