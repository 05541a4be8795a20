import type { Awaitable } from '../../awaitable.ts'
import type { LogEntry } from '../log-entry.ts'
import type { UserName } from '../names/user-name.ts'

/** How far an account is hidden: not at all, from lists of accounts, or wherever accounts are told of. */
export const hidingLevels = ['', 'lists', 'suppressed'] as const
export type HidingLevel = (typeof hidingLevels)[number]

/** What the extension CentralAuth knows of an account beside what every wiki knows. */
export interface GlobalAccount {
  readonly id: number
  readonly name: UserName
  readonly editCount: number
  /** Nobody can log in to it. */
  readonly locked: boolean
  readonly hidden: HidingLevel
}

/** What is to become of an account. */
export interface StatusChange {
  /** As it was found. */
  readonly from: GlobalAccount
  readonly locked: boolean
  readonly hidden: HidingLevel
  /** The account's secret from now on, if it gets locked: with the old one, all its sessions end. */
  readonly token: string
  /** Who says so, and why, in the block that hides a suppressed account from every part of MediaWiki. */
  readonly suppression: { readonly by: string; readonly reason: string; readonly made: Date }
  readonly log: LogEntry
}

/** Where is kept which accounts are locked and hidden: a wiki without the extension has none such. */
export interface GlobalAccountStore {
  isLocked(name: string): Awaitable<boolean>
  /** `undefined` if there is no such account, or it has been deleted as a global one. */
  find(name: UserName): Promise<GlobalAccount | undefined>
  /** Changes an account and logs it; neither, and `false`, if it is no longer as it was found. */
  setStatus(change: StatusChange): Promise<boolean>
  /** Deletes a global account, and leaves the account of this wiki; `false` if there is none. */
  delete(name: UserName, log: LogEntry): Promise<boolean>
}
