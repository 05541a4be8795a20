import type { Kept } from './auth-context.ts'
import type { AuthRequest } from './auth-request.ts'

/** How far the linking of an account has come, between two requests of its client. */
export interface LinkState {
  readonly accountId: number
  readonly returnUrl: string | undefined
  /** The provider that has asked something, and what it keeps. */
  readonly waiting: { readonly provider: string; readonly keep: Kept }
  /** What was asked for. */
  readonly pending: readonly AuthRequest[]
}
