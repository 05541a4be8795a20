import { createHash } from 'node:crypto'
import type { Settings } from '../../settings/settings.ts'
import type { CounterStore } from './counter-store.ts'

/** The tries of one account from one address; bot passwords are counted apart, and so are new accounts. */
export interface ThrottleSubject {
  readonly pool: 'password' | 'botpassword' | 'acctcreate'
  /** The account's name as the wiki spells it; `''` when none was given. */
  readonly name: string
  readonly address: string
}

/** What counting tries takes. */
export interface Throttling {
  readonly counters: Pick<CounterStore, 'takeInTurn' | 'reset'>
  readonly settings: Settings
  readonly now: Date
}

/**
 * Counts a try to log in, before the password is looked at (else many at once would slip through).
 * Says for how many seconds tries are counted if there were too many, or `undefined`.
 */
export async function countTry(
  subject: ThrottleSubject,
  { counters, settings, now }: Throttling,
): Promise<number | undefined> {
  const reached = await takeTry(subject, settings.PasswordAttemptThrottle, { counters, now })
  return reached?.seconds
}

/** So many tries in so many seconds, from one address unless from all. */
export interface TryLimit {
  readonly count: number
  readonly seconds: number
  readonly allIPs?: boolean | undefined
}

/** Counts a try against several limits; says which one was reached, if one was. */
export async function takeTry(
  subject: ThrottleSubject,
  limits: readonly TryLimit[],
  { counters, now }: Omit<Throttling, 'settings'>,
): Promise<TryLimit | undefined> {
  const tries = limits
    .map((limit, index) => ({
      key: keyOf(subject, index, limit.allIPs !== undefined),
      ...{ limit: limit.count, seconds: limit.seconds, of: limit },
    }))
    // MediaWiki reads a count of 0 as "never too many".
    .filter(({ limit }) => limit !== 0)
  if (tries.length === 0) return undefined

  const reached = await counters.takeInTurn(tries, now)
  return reached === undefined ? undefined : tries[reached]?.of
}

/** Forgets the tries of who has logged in. */
export async function forgetTries(
  subject: ThrottleSubject,
  { counters, settings }: Omit<Throttling, 'now'>,
): Promise<void> {
  const limits = settings.PasswordAttemptThrottle
  const keys = limits.map(({ allIPs }, index) => keyOf(subject, index, allIPs !== undefined))
  if (keys.length > 0) await counters.reset(...keys)
}

/** MediaWiki's key, so that a wiki beside us counts the same tries. */
function keyOf({ pool, name, address }: ThrottleSubject, index: number, allIPs: boolean): string {
  const user = name === '' ? '' : createHash('md5').update(name).digest('hex')
  const where = allIPs ? '' : address.replaceAll(':', '%3A')
  return `global:throttler:${pool}:${index}:${where}:${user}`
}
