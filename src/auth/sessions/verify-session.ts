import { createHash } from 'node:crypto'
import { unixSeconds } from '../../clock.ts'
import { findSession } from '../../session/list-sessions.ts'
import { isVerificationToken, readVerificationToken } from '../../session/verification-token.ts'
import type { CounterStore } from '../rate-limits/counter-store.ts'
import { type SessionSources, sessionSearch } from './session-search.ts'

/** What a service asks of a token that somebody has given it. */
export interface VerificationRequest {
  readonly token: string
  /** The oldest it may be, in seconds. */
  readonly maxAge?: number | undefined
  /** Whether it shall be good this once. */
  readonly singleUse: boolean
}

/** What a service is told of a token. */
export type Verification =
  | { readonly outcome: 'verified'; readonly userId: number; readonly age: number }
  | { readonly outcome: 'incorrect' | 'too old' | 'used' }

/** No token is good for longer, so that it need not be remembered for longer that one was used. */
const longestLifeSeconds = 86_400

const clockDifferenceSeconds = 60

/** Tells whether a user's session gave a token and still goes on. */
export async function verifySession(
  { token, maxAge = longestLifeSeconds, singleUse }: VerificationRequest,
  sources: SessionSources & { readonly counters: CounterStore },
): Promise<Verification> {
  const read = readVerificationToken(token)
  if (read === undefined) return { outcome: 'incorrect' }

  const search = sessionSearch(sources)
  const user = await search.users.findUser(read.userId)
  const session = user && (await findSession(user, read.handle, search))
  if (!session || !isVerificationToken(read, session.id)) return { outcome: 'incorrect' }

  const { clock, counters } = sources
  const passed = unixSeconds(clock) - read.made
  // Nobody made it yet; but the clocks of two servers are never quite the same.
  if (passed < -clockDifferenceSeconds) return { outcome: 'incorrect' }
  const age = Math.max(passed, 0)
  if (age > Math.min(maxAge, longestLifeSeconds)) return { outcome: 'too old' }

  if (singleUse) {
    const key = `jeton:verified:${createHash('sha256').update(token).digest('hex')}`
    const isFirst = await counters.take(key, 1, longestLifeSeconds + 1, clock.now())
    if (!isFirst) return { outcome: 'used' }
  }
  return { outcome: 'verified', userId: read.userId, age }
}
