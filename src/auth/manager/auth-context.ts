import type { Session } from '../../session/session.ts'
import type { AuthSources } from '../auth-sources.ts'

/** What a step of an authentication works with. */
export interface AuthContext extends AuthSources {
  readonly session: Session
  /** Where somebody comes back to whom a provider sends elsewhere. */
  readonly returnUrl?: string | undefined
}

/** A value that can be kept in a session between two steps. */
export type Kept =
  | null
  | boolean
  | number
  | string
  | readonly Kept[]
  | { readonly [key: string]: Kept }
