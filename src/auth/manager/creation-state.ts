import type { UserName } from '../names/user-name.ts'
import type { Kept } from './auth-context.ts'
import type { AuthRequest, FieldValues } from './auth-request.ts'

/** How far the making of an account has come, between two requests of its client. */
export interface CreationState {
  readonly name: UserName
  /** Who makes it; undefined for somebody without an account. */
  readonly creator: { readonly id: number; readonly name: string } | undefined
  readonly returnUrl: string | undefined
  /** What it began with, without its secrets. */
  readonly begun: Readonly<Record<string, FieldValues>>
  /** Whether all providers have had their say about it. */
  readonly isChecked: boolean
  /** The provider that has asked something, and what it keeps. */
  readonly waiting: { readonly provider: string; readonly keep: Kept } | undefined
  /** The account, once it is made. */
  readonly accountId: number | undefined
  /** The secondary providers that are content. */
  readonly done: readonly string[]
  /** What was asked for. */
  readonly pending: readonly AuthRequest[]
}
