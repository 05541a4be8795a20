import type { Session } from '../../session/session.ts'
import type { FieldValues, Submission } from './auth-request.ts'

/** What a login has found out about somebody without an account here, for whoever then makes one. No secrets. */
export interface PreservedState {
  /** The name that the new account could have. */
  readonly username?: string
  /** A request of making an account that needs no answer any more, and its answer. */
  readonly request: string
  readonly values: FieldValues
}

// MediaWiki keeps objects of PHP under a name of its own.
const key = 'Jeton:preserved'

/** Keeps it for the next request of the same session; `undefined` forgets what was kept. */
export function keepPreserved(session: Session, state: PreservedState | undefined): void {
  session.keep(key, state && JSON.stringify(state))
}

/** Reads what a login before has found out. */
export function readPreserved(session: Session): PreservedState | undefined {
  const kept = session.data.get(key)
  // Nobody but we can write a session's data: what is there is what `keepPreserved` wrote.
  return typeof kept === 'string' ? (JSON.parse(kept) as PreservedState) : undefined
}

/** What was sent, and what a login before has found out. */
export function withPreserved(submission: Submission, session: Session): Submission {
  const state = readPreserved(session)
  return state ? new Map([...submission, [state.request, state.values]]) : submission
}
