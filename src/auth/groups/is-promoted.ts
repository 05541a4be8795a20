import type { Awaitable } from '../../awaitable.ts'
import {
  type ConditionName,
  type PromotionCondition,
  type ReadCondition,
  readCondition,
} from '../../settings/promotion-conditions.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Account } from '../accounts/account-store.ts'
import { isInRanges } from '../addresses/address-ranges.ts'
import { isInSpan } from '../addresses/address-span.ts'
import { isEmailAddress } from '../mail/email-address.ts'
import { rightsOf } from './rights.ts'

/** What conditions ask of somebody with an account. */
export interface Candidate {
  readonly settings: Settings
  readonly now: Date
  /** The address that the request comes from, whoever the candidate is. */
  readonly address: string
  account(): Awaitable<Account | undefined>
  /** The groups that the candidate was put into. */
  explicitGroups(): Promise<readonly string[]>
  firstEdit(): Awaitable<Date | undefined>
  isBlocked(): Promise<boolean>
}

/** Tells whether somebody meets a condition of the setting `Autopromote`. */
export async function isPromoted(
  condition: PromotionCondition,
  candidate: Candidate,
): Promise<boolean> {
  const read = readCondition(condition)
  if (read === undefined) {
    throw new TypeError(`Cannot promote anybody: ${JSON.stringify(condition)} is no condition`)
  }
  if ('name' in read) return checks[read.name](candidate, read.args)
  return combine(read, candidate)
}

async function combine(
  { operator, parts }: Extract<ReadCondition, { operator: string }>,
  candidate: Candidate,
): Promise<boolean> {
  // One after the other: what comes first may spare looking up the rest.
  const meets = (part: PromotionCondition): Promise<boolean> => isPromoted(part, candidate)
  switch (operator) {
    case '&':
      return !(await some(parts, async (part) => !(await meets(part))))
    case '|':
      return some(parts, meets)
    case '!':
      return !(await some(parts, meets))
    case '^': {
      const answers = await Promise.all(parts.map(meets))
      return answers[0] !== answers[1]
    }
  }
}

async function some<Item>(
  items: readonly Item[],
  test: (item: Item) => Promise<boolean>,
): Promise<boolean> {
  for (const item of items) if (await test(item)) return true
  return false
}

type Check = (candidate: Candidate, args: readonly unknown[]) => Promise<boolean> | boolean

const checks: Readonly<Record<ConditionName, Check>> = {
  async APCOND_EDITCOUNT(candidate, [given]) {
    const least = Number(given ?? candidate.settings.AutoConfirmCount)
    if (least <= 0) return true
    return ((await candidate.account())?.editCount ?? 0) >= least
  },

  async APCOND_AGE(candidate, [given]) {
    const least = Number(given ?? candidate.settings.AutoConfirmAge)
    if (least <= 0) return true
    // Who registered before that was written down has been there always.
    const since = (await candidate.account())?.registration ?? new Date(0)
    return secondsSince(since, candidate) >= least
  },

  async APCOND_EMAILCONFIRMED(candidate) {
    const account = await candidate.account()
    if (account === undefined || !isEmailAddress(account.email)) return false
    return !candidate.settings.EmailAuthentication || account.emailAuthenticated !== undefined
  },

  async APCOND_INGROUPS(candidate, groups) {
    const held = await candidate.explicitGroups()
    return groups.every((group) => held.includes(String(group)))
  },

  APCOND_ISIP: ({ address }, [given]) => address === given,

  APCOND_IPINRANGE: ({ address }, [range]) =>
    isInRanges(address, [String(range)]) || isInSpan(address, String(range)),

  async APCOND_AGE_FROM_EDIT(candidate, [least]) {
    const first = (await candidate.firstEdit()) ?? candidate.now
    return secondsSince(first, candidate) >= Number(least)
  },

  APCOND_BLOCKED: (candidate) => candidate.isBlocked(),

  async APCOND_ISBOT(candidate) {
    return rightsOf(await candidate.explicitGroups(), candidate.settings).has('bot')
  },
}

function secondsSince(time: Date, { now }: Candidate): number {
  return Math.floor(now.getTime() / 1000) - Math.floor(time.getTime() / 1000)
}
