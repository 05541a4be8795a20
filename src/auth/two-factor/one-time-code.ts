import { HOTP, Secret } from 'otpauth'
import { equalSecrets } from '../../session/equal-secrets.ts'

/** For how many seconds an authenticator app shows one code (RFC 6238 calls it the time step). */
export const periodSeconds = 30

/** The period of time in which something happens: how many have passed since 1970. */
export function periodAt(time: Date): number {
  return Math.floor(time.getTime() / (periodSeconds * 1000))
}

/** The code of one period: six digits, by HMAC-SHA-1, as all authenticator apps can. */
export function codeOf(secret: string, period: number): string {
  return HOTP.generate({ secret: Secret.fromBase32(secret), counter: period })
}

/**
 * The period that a code is of, if it is one of those around `now`: clocks of phones go wrong.
 * Every period is looked at, so that the time it takes says nothing about the code.
 */
export function findPeriod(
  { secret, code }: { secret: string; code: string },
  now: Date,
  radius: number,
): number | undefined {
  const middle = periodAt(now)
  const periods = Array.from({ length: 2 * radius + 1 }, (_, index) => middle - radius + index)
  const matching = periods.filter((period) => equalSecrets(codeOf(secret, period), code))
  return matching.at(0)
}
