import type { Block } from '../blocks/block-store.ts'
import type { Membership } from '../groups/membership-store.ts'
import type { Account } from './account-store.ts'

/** An account as it stands in a list. */
export interface ListedAccount {
  readonly account: Account
  /** The block of the account itself, whatever address it comes from. */
  readonly block: Block | undefined
  /** Whether only those may know of it who may hide users. */
  readonly hidden: boolean
}

/** Which accounts are looked for, by which end of the alphabet first. */
export interface AccountSearch {
  readonly from?: string | undefined
  readonly to?: string | undefined
  readonly prefix?: string | undefined
  readonly descending: boolean
  /** Members of at least one of these. */
  readonly inGroups?: readonly string[] | undefined
  /** Members of none of these. */
  readonly notInGroups?: readonly string[] | undefined
  readonly withEditsOnly: boolean
  /** Only those that have done something since then. */
  readonly activeSince?: Date | undefined
  readonly limit: number
}

/** What a directory has to be told of who looks into it. */
export interface Looking {
  readonly now: Date
  /** Whether hidden accounts are found, too. */
  readonly seesHidden: boolean
  /** Whether accounts are found that are hidden from lists only. */
  readonly seesUnlisted?: boolean
}

/** Where many accounts are looked up at once. */
export interface AccountDirectory {
  findByNames(names: readonly string[], looking: Looking): Promise<readonly ListedAccount[]>
  findByIds(ids: readonly number[], looking: Looking): Promise<readonly ListedAccount[]>
  search(search: AccountSearch, looking: Looking): Promise<readonly ListedAccount[]>
  /** The memberships of these accounts, each by the group's name. */
  memberships(
    ids: readonly number[],
    now: Date,
  ): Promise<ReadonlyMap<number, readonly Membership[]>>
  /** How much each of these accounts has done since then. */
  recentActions(ids: readonly number[], since: Date): Promise<ReadonlyMap<number, number>>
}
