import type { Account, CredentialChange } from '../accounts/account-store.ts'
import type { AuthRequest, FieldValues } from './auth-request.ts'

/** That somebody wants to log in by something else from now on, or no longer by something. */
export interface DataChange {
  readonly action: 'change' | 'remove'
  /** Which of the requests for that action it is. */
  readonly request: AuthRequest
  /** What was sent for its fields: nothing for a removal. */
  readonly values: FieldValues
  readonly account: Account
}

/** What of a change belongs to the account's row, which the manager writes with all that hangs on it. */
export type RowChange = Pick<CredentialChange, 'password' | 'temporaryPassword'>
