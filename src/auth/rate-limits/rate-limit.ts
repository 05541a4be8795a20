import type { Settings } from '../../settings/settings.ts'
import { isInRanges } from '../addresses/address-ranges.ts'
import type { User } from '../user.ts'
import type { Rate, RateStore } from './rate-store.ts'
import { subnetOf } from './subnet.ts'

/** What looking after limits takes. */
export interface RateLimiting {
  readonly settings: Settings
  readonly rates: RateStore
  readonly now: Date
  /** Of the client. */
  readonly address: string
}

/**
 * Counts that somebody does something, and says whether that is too often: then it is not counted
 * (MediaWiki's `User::pingLimiter`). With `looksOnly` it is not counted either.
 */
export async function isTooOften(
  action: string,
  user: User,
  limiting: RateLimiting,
  { looksOnly = false }: { looksOnly?: boolean } = {},
): Promise<boolean> {
  const { settings, rates, now, address } = limiting
  const limits = settings.RateLimits[action]
  if (limits === undefined) return false

  const mayBypass = limits['&can-bypass'] !== false
  if (mayBypass && isInRanges(address, settings.RateLimitsExcludedIPs)) return false
  if (mayBypass && (await user.may('noratelimit'))) return false

  const counted = await ratesOf(action, user, limiting)
  return !(await (looksOnly ? rates.leavesRoom(counted, now) : rates.take(counted, now)))
}

/** Which of the limits of an action are about this user. */
async function ratesOf(
  action: string,
  user: User,
  { settings, address }: RateLimiting,
): Promise<readonly Rate[]> {
  const limits = settings.RateLimits[action] ?? {}
  const isNew = !(await user.may('autoconfirmed'))
  const own = await ownCondition(user, isNew, limits)
  // Who may do it oftener on his own account is not held up by others at his address.
  const isShared = (condition: string): boolean =>
    isNew || own === undefined || perSecond(limits[condition]) > perSecond(limits[own])

  const subnet = subnetOf(address)
  const subjects: readonly Subject[] = [
    user.isRegistered
      ? { condition: 'user-global', isGlobal: true, who: ['local', user.id] }
      : { condition: 'anon', isGlobal: false, who: [] },
    ...(isNew ? neighbours(address, subnet, '') : []),
    ...(own === undefined ? [] : [{ condition: own, isGlobal: false, who: [user.id] }]),
    ...neighbours(address, subnet, '-all').filter(({ condition }) => isShared(condition)),
  ]
  return subjects.flatMap((subject) => {
    const limit = limits[subject.condition]
    if (typeof limit !== 'object') return []

    const [times, seconds] = limit
    return [{ action, ...subject, limit: times, seconds }]
  })
}

type Subject = Pick<Rate, 'condition' | 'isGlobal' | 'who'>
type Limits = Settings['RateLimits'][string]

function neighbours(address: string, subnet: string | undefined, scope: string): Subject[] {
  const one = { condition: `ip${scope}`, isGlobal: true, who: [address] }
  const all = { condition: `subnet${scope}`, isGlobal: true, who: [subnet ?? ''] }
  return subnet === undefined ? [one] : [one, all]
}

/** The limit of an account by itself: as a new one, or the highest of those of its groups. */
async function ownCondition(
  user: User,
  isNew: boolean,
  limits: Limits,
): Promise<string | undefined> {
  if (!user.isRegistered) return undefined
  if (isNew && limits['newbie'] !== undefined) return 'newbie'

  const groups = (await user.memberships()).map(({ group }) => group)
  const [first, ...others] = ['user', ...groups].filter((name) => limits[name] !== undefined)
  if (first === undefined) return undefined
  return others.reduce(
    (best, name) => (perSecond(limits[name]) > perSecond(limits[best]) ? name : best),
    first,
  )
}

function perSecond(limit: Limits[string] | undefined): number {
  return typeof limit === 'object' ? limit[0] / limit[1] : 0
}
