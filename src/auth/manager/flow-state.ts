import type { Session } from '../../session/session.ts'
import type { Kept } from './auth-context.ts'
import type { PasswordChoice } from './auth-provider.ts'
import type { AuthRequest, FieldValues } from './auth-request.ts'
import type { CredentialMarks } from './credential-marks.ts'

/** What has begun and waits for somebody's answer. */
export type Flow = 'login' | 'create' | 'link'

/** How far a login has come, between two requests of its client. */
export interface LoginState {
  readonly returnUrl: string | undefined
  /** What the login began with, without its secrets. */
  readonly begun: Readonly<Record<string, FieldValues>>
  /** The provider that has asked something, and what it keeps. */
  readonly waiting: { readonly provider: string; readonly keep: Kept } | undefined
  /** Who it is, once that is proved. */
  readonly accountId: number | undefined
  /** What the account could be logged in to by when that was proved. */
  readonly marks: CredentialMarks | undefined
  readonly choice: PasswordChoice | undefined
  /** The secondary providers that are content. */
  readonly done: readonly string[]
  /** What was asked for. */
  readonly pending: readonly AuthRequest[]
}

/** A login as it begins. */
export const newLogin: LoginState = {
  returnUrl: undefined,
  begun: {},
  waiting: undefined,
  accountId: undefined,
  marks: undefined,
  choice: undefined,
  done: [],
  pending: [],
}

// MediaWiki keeps its own under other names, and carries ours along.
const keys = {
  login: 'Jeton:login',
  create: 'Jeton:create',
  link: 'Jeton:link',
} as const satisfies Record<Flow, string>

/** Reads what was kept of a flow; `undefined` if none has begun. */
export function readFlow<State>(session: Session, flow: Flow): State | undefined {
  const kept = session.data.get(keys[flow])
  // Nobody but we can write a session's data: what is there is what `keepFlow` wrote.
  return typeof kept === 'string' ? (JSON.parse(kept) as State) : undefined
}

/** Keeps how far a flow has come, for the next request of the same session. */
export function keepFlow<State extends object>(session: Session, flow: Flow, state: State): void {
  session.persist()
  session.keep(keys[flow], JSON.stringify(state))
}

/** Forgets a flow that has ended. */
export function endFlow(session: Session, flow: Flow): void {
  session.keep(keys[flow], undefined)
}
