import type { LogEntry, Performer } from '../log-entry.ts'

/** An account, an address or a range that can be blocked; only an account has a number. */
export interface BlockTarget {
  readonly kind: 'account' | 'address' | 'range'
  readonly id: number
  readonly name: string
}

/** From what a block is that is not from everything: pages and actions by their numbers. */
export interface BlockRestrictions {
  readonly pages: readonly number[]
  readonly namespaces: readonly number[]
  readonly actions: readonly number[]
}

/** A block to be made, or what one is to become. */
export interface NewBlock {
  readonly target: BlockTarget
  readonly by: Performer
  readonly reason: string
  readonly made: Date
  /** `undefined` for ever. */
  readonly expires: Date | undefined
  readonly sitewide: boolean
  readonly restrictions: BlockRestrictions
  readonly createAccount: boolean
  readonly anonymousOnly: boolean
  readonly autoblock: boolean
  readonly noEmail: boolean
  readonly userTalk: boolean
  readonly hidden: boolean
  /** What is said of addresses that the account used, and for how long those are blocked. */
  readonly autoblocks: { readonly reason: string; readonly seconds: number }
  /** What the account's token becomes, so that its sessions end; unless given, they go on. */
  readonly newToken?: string
}

/** What became of a block that was to be made. */
export type Placing =
  | { readonly outcome: 'placed' | 'changed'; readonly id: number }
  /** There is one already, and it may not be changed or is just like that. */
  | { readonly outcome: 'already blocked' }

/** What may become of a block that there is already. */
export interface ChangeAllowed {
  readonly change: boolean
  /** Whether it was looked up as one of a hidden account: who has not seen that must not undo it. */
  readonly hidden: boolean
}

/** Where blocks are made and lifted, each with its entry in the log: both or neither. */
export interface BlockChanges {
  /** Makes a block, or changes the one that there is, if it may. Of two at once, the second finds that of the first. */
  place(
    block: NewBlock,
    may: ChangeAllowed,
    log: (done: { readonly id: number; readonly changed: boolean }) => LogEntry,
  ): Promise<Placing>
  /** Ends a block and those that follow from it; false if it has ended already, or has been hidden since it was looked up. */
  lift(block: { readonly id: number; readonly hidden: boolean }, log: LogEntry): Promise<boolean>
}
