import { equalSecrets } from '../../session/equal-secrets.ts'
import type { Settings } from '../../settings/settings.ts'
import { findPeriod, periodSeconds } from './one-time-code.ts'
import type { SecondFactor, SecondFactorStore } from './second-factor-store.ts'

/** What checking a code takes. */
export interface SecondFactorCheck {
  readonly secondFactors: SecondFactorStore
  readonly settings: Settings
  readonly now: Date
}

/** Tells whether a code of the app, or a recovery code, is an account's; each is good once. */
export async function verifySecondFactor(
  userId: number,
  factor: SecondFactor,
  given: string,
  { secondFactors, settings, now }: SecondFactorCheck,
): Promise<boolean> {
  // People copy codes in groups.
  const code = given.replaceAll(/\s+/g, '')
  const radius = settings.OATHAuthWindowRadius
  const period = findPeriod({ secret: factor.secret, code }, now, radius)
  if (period !== undefined) {
    const expires = new Date((period + 2 * radius + 1) * periodSeconds * 1000)
    return secondFactors.usePeriod(userId, period, expires)
  }
  const matching = factor.recoveryCodes.filter((known) => equalSecrets(known, code))
  return matching[0] !== undefined && secondFactors.useRecoveryCode(userId, matching[0])
}
