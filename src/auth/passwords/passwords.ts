import type { Random } from '../../random.ts'
import { systemRandom } from '../../random.ts'
import { passwordTypes } from './password-types.ts'
import { defaultParameters, makePbkdf2 } from './pbkdf2.ts'

const defaultType = ':pbkdf2:'

// The column of MediaWiki's tables holds no more bytes.
const longestStored = 255

/** Well-formed, so that it costs all the rounds; its 64 zero bytes are made of no password. */
export const hashOfNobody = `${defaultType}${defaultParameters}:${'A'.repeat(22)}==:${'A'.repeat(86)}==`

/**
 * Tells whether a password is the one that was stored; for anything unreadable, unknown or absurdly expensive it is not.
 * Like everything here that hashes, it rejects with a `HashQueueFullError` when too many are waiting.
 */
export async function verifyPassword(
  password: string,
  stored: string,
  userId: number,
): Promise<boolean> {
  if (Buffer.byteLength(stored) > longestStored) return false

  const [, type = '', rest = ''] = /^:([^:]+):(.*)$/s.exec(withType(stored, userId)) ?? []
  return (await passwordTypes.get(type)?.verify(password, rest)) ?? false
}

/** The same, so that a wrong password is never found wrong sooner than one of an account of today. */
export async function verifyPatiently(
  password: string,
  stored: string,
  userId: number,
): Promise<boolean> {
  if (await verifyPassword(password, stored, userId)) return true

  const isQuick = !/^:(pbkdf2|bcrypt|argon2)/.test(stored)
  return isQuick && verifyNothing(password)
}

/** Tells whether a stored hash is of a type that is known; no password matches any other. */
export function isKnownHash(stored: string): boolean {
  const [, type = ''] = /^:([^:]+):/.exec(withType(stored, 0)) ?? []
  return passwordTypes.has(type)
}

/** Before 1.13 there were no types, and the salt was the number of the user. */
function withType(stored: string, userId: number): string {
  return /^[0-9a-f]{32}$/.test(stored) ? `:B:${userId}:${stored}` : stored
}

/** Takes as long as checking a password that was stored today, so that the clock does not tell who has an account. */
export async function verifyNothing(password: string): Promise<false> {
  await verifyPassword(password, hashOfNobody, 0)
  return false
}

/** Hashes a password, the way MediaWiki does by default, to be stored. */
export async function hashPassword(
  password: string,
  random: Random = systemRandom,
): Promise<string> {
  return defaultType + (await makePbkdf2(password, random))
}

/** Tells whether a hash was made in another way than `hashPassword` makes them, and should be replaced when its password is known. */
export function needsRehash(stored: string): boolean {
  return !stored.startsWith(`${defaultType}${defaultParameters}:`)
}
