import { Secret, TOTP } from 'otpauth'
import type { Random } from '../../random.ts'
import type { SecondFactor } from './second-factor-store.ts'

/** Makes a new second factor: a secret of 80 bits, and ten recovery codes of as many. */
export function makeSecondFactor(random: Random): SecondFactor {
  const make = (): string => base32(random(10))
  return { secret: make(), recoveryCodes: Array.from({ length: 10 }, make) }
}

/** The address that tells an authenticator app a secret, usually as a picture to scan. */
export function secondFactorAddress(
  { secret }: SecondFactor,
  account: string,
  wiki: string,
): string {
  return new TOTP({ secret, label: account, issuer: wiki }).toString()
}

function base32(bytes: Uint8Array): string {
  return new Secret({ buffer: Uint8Array.from(bytes).buffer }).base32
}
