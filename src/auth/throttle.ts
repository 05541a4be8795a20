import { createHash } from 'node:crypto'
import type { Settings } from '../settings/settings.ts'
import type { CounterStore } from './counter-store.ts'

/** The tries of one account from one address; bot passwords are counted apart. */
export interface ThrottleSubject {
  readonly pool: 'password' | 'botpassword'
  /** The account's name as the wiki spells it; `''` when none was given. */
  readonly name: string
  readonly address: string
}

/** What counting tries takes. */
export interface Throttling {
  readonly counters: CounterStore
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
  for (const [index, condition] of settings.PasswordAttemptThrottle.entries()) {
    // MediaWiki reads a count of 0 as "never too many".
    if (condition.count === 0) continue
    const key = keyOf(subject, index, condition.allIPs !== undefined)
    const allowed = await counters.take(key, condition.count, condition.seconds, now)
    if (!allowed) return condition.seconds
  }
  return undefined
}

/** Forgets the tries of who has logged in. */
export async function forgetTries(
  subject: ThrottleSubject,
  { counters, settings }: Omit<Throttling, 'now'>,
): Promise<void> {
  for (const [index, condition] of settings.PasswordAttemptThrottle.entries()) {
    await counters.reset(keyOf(subject, index, condition.allIPs !== undefined))
  }
}

/** MediaWiki's key, so that a wiki beside us counts the same tries. */
function keyOf({ pool, name, address }: ThrottleSubject, index: number, allIPs: boolean): string {
  const user = name === '' ? '' : createHash('md5').update(name).digest('hex')
  const where = allIPs ? '' : address.replaceAll(':', '%3A')
  return `global:throttler:${pool}:${index}:${where}:${user}`
}
