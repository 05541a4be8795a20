import type { Awaitable } from '../../awaitable.ts'
import type { LogEntry } from '../log-entry.ts'

/** That somebody is in a group. */
export interface Membership {
  readonly group: string
  /** `undefined` for ever. */
  readonly expires: Date | undefined
}

/** What is to be done to the memberships of an account, and what whoever wants it is told. */
export interface MembershipChange<Result> {
  readonly result: Result
  /** Done first; that the account was in such a group is remembered. */
  readonly remove: readonly string[]
  /** Memberships that are there already get another end. */
  readonly add: readonly Membership[]
  readonly log?: LogEntry
}

/** Where it is kept who is in which group. */
export interface MembershipStore {
  /** The memberships that hold at that time, by the group's name; the same object again only if none has come, gone or ended. */
  of(userId: number, now: Date): Awaitable<readonly Membership[]>
  /** How many are in a group at that time. */
  count(group: string, now: Date): Promise<number>
  /** Does, all or nothing, what `decide` says of the memberships that hold; nobody else changes them meanwhile. */
  change<Result>(
    userId: number,
    now: Date,
    decide: (held: readonly Membership[]) => MembershipChange<Result>,
  ): Promise<Result>
}
