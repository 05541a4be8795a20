import type { Account } from '../../auth/account-store.ts'
import type { AuthContext } from '../../auth/manager/auth-context.ts'

/** What counting tries takes. */
type Counting = Pick<AuthContext, 'counters' | 'settings' | 'now'>

/**
 * Counts a try at a code, before it is looked at: six digits are soon guessed. Says for how many
 * seconds tries are counted if there were too many, or `undefined`.
 */
export async function countCode(
  { id }: Pick<Account, 'id'>,
  { counters, settings, now }: Counting,
): Promise<number | undefined> {
  for (const [kind, rate] of Object.entries(settings.RateLimits['badoath'] ?? {})) {
    if (typeof rate !== 'object') continue
    const [limit, seconds] = rate
    const allowed = await counters.take(keyOf(kind, id), limit, seconds, now)
    if (!allowed) return seconds
  }
  return undefined
}

/** Forgets the tries of who has found the right code. */
export async function forgetCodes(
  { id }: Pick<Account, 'id'>,
  { counters, settings }: Counting,
): Promise<void> {
  for (const kind of Object.keys(settings.RateLimits['badoath'] ?? {})) {
    await counters.reset(keyOf(kind, id))
  }
}

function keyOf(kind: string, id: number): string {
  return `limiter:badoath:${kind}:${id}`
}
