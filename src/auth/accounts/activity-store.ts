import type { Awaitable } from '../../awaitable.ts'

/** What an account has done, as far as the API tells. */
export interface ActivityStore {
  /** Whether there are new messages on the talk page of an account, or of an address. */
  hasNewMessages(userId: number, address: string): Awaitable<boolean>
  /** When the account first changed something. */
  firstContribution(userId: number): Awaitable<Date | undefined>
  /** When the account last changed something. */
  latestContribution(userId: number): Awaitable<Date | undefined>
  /** How many watched pages have changed since they were looked at, at most `limit`. */
  countUnread(userId: number, limit: number): Promise<number>
}
