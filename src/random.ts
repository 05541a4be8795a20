import { randomBytes } from 'node:crypto'

/** Gives so many unforeseeable bytes; another source can be given to a wiki, so that a test can foresee them. */
export type Random = (bytes: number) => Buffer

/** The machine's own source, fit for secrets. */
export const systemRandom: Random = randomBytes

/** Thirty-two hexadecimal digits: the form of MediaWiki's token secrets and user tokens. */
export function randomHex32(random: Random): string {
  return random(16).toString('hex')
}

/** Thirty-two digits to the base 32, 160 bits of them random: the form of MediaWiki's session ids and bot passwords. */
export function randomBase32(random: Random): string {
  return BigInt(`0x${random(20).toString('hex')}`)
    .toString(32)
    .padStart(32, '0')
}
