import type { Message } from '../../messages/message.ts'

/** What somebody can be about to do, and be asked things for; the words are MediaWiki's `AuthManager`'s. */
export const authActions = [
  'login',
  'login-continue',
  'create',
  'create-continue',
  'link',
  'link-continue',
  'change',
  'remove',
  'unlink',
] as const
export type AuthAction = (typeof authActions)[number]

/** Something said to a person: a message, or a name that has no translation. */
export type Description = Message | { readonly text: string | null }

/** One field that a person fills in, and a client sends as a parameter of its name. */
export interface AuthField {
  readonly type:
    | 'string'
    | 'password'
    | 'select'
    | 'checkbox'
    | 'multiselect'
    | 'button'
    | 'hidden'
    | 'null'
  readonly label: Message
  readonly help: Message
  readonly optional?: boolean
  /** Refused in the address, and never logged. */
  readonly sensitive?: boolean
  /** What can be chosen from, by value. */
  readonly options?: Readonly<Record<string, Message>>
  /** What stands there to begin with. */
  readonly value?: string
}

/** Some fields that belong together: a name and its password, a code, a box to tick. */
export interface AuthRequest {
  /** MediaWiki's name for it, which clients choose it by. */
  readonly id: string
  /** Whether the next step needs it; `primary-required` if another request of that kind would do as well. */
  readonly required: 'optional' | 'required' | 'primary-required'
  /** Who asks, and about which account. */
  readonly provider: Description
  readonly account: Description
  readonly fields: Readonly<Record<string, AuthField>>
  readonly metadata?: Readonly<Record<string, string | number | boolean>>
}

/** What was sent for one field: text, whether a box was ticked or a button pressed, or what was chosen. */
export type FieldValue = string | boolean | readonly string[]

/** What was sent for one request. */
export type FieldValues = Readonly<Record<string, FieldValue>>

/** What somebody has sent: the requests that were filled in completely, by id. */
export type Submission = ReadonlyMap<string, FieldValues>

/** The text that was sent for a field; `''` for none. */
export function textOf(submission: Submission, requestId: string, field: string): string {
  const value = submission.get(requestId)?.[field]
  return typeof value === 'string' ? value : ''
}

/** The name that was given with any of these, whichever request asked for one. */
export function findUsername(filled: Iterable<FieldValues>): string | undefined {
  const names = [...filled].map(({ username }) => username)
  return names.find((name) => typeof name === 'string')
}
