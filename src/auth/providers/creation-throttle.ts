import { type Message, message } from '../../messages/message.ts'
import type { CreationContext } from '../manager/auth-provider.ts'
import type { Submission } from '../manager/auth-request.ts'
import type { Creation } from '../manager/creation.ts'
import { takeTry } from '../rate-limits/throttle.ts'

const day = 86_400

/** Counts how many accounts are made from an address, failed attempts included; who is trusted may make any number. */
export async function throttleCreation(
  { creator }: Creation,
  _: Submission,
  { settings, counters, now, address }: CreationContext,
): Promise<readonly Message[]> {
  const { AccountCreationThrottle: given } = settings
  const limits = typeof given === 'number' ? [{ count: given, seconds: day }] : [given].flat()
  if (limits.length === 0 || (await creator.may('noratelimit'))) return []

  const subject = { pool: 'acctcreate', name: '', address } as const
  const reached = await takeTry(subject, limits, { counters, now })
  if (reached === undefined) return []

  const { count, seconds } = reached
  return [message('acct_creation_throttle_hit', count, { duration: seconds })]
}
