import { randomBytes, randomFillSync } from 'node:crypto'

/** Gives so many unforeseeable bytes; another source can be given to a wiki, so that a test can foresee them. */
export type Random = (bytes: number) => Buffer

// The machine is asked for many at a time: a few of them take 0.13 µs instead of 1.3.
const pool = Buffer.allocUnsafeSlow(4096)
let taken = pool.length

/** The machine's own source, fit for secrets. */
export const systemRandom: Random = (bytes) => {
  if (bytes > pool.length) return randomBytes(bytes)
  if (bytes > pool.length - taken) {
    randomFillSync(pool)
    taken = 0
  }
  const end = taken + bytes
  const given = Buffer.from(pool.subarray(taken, end))
  // Nobody is given them twice, nor can anybody who comes upon the pool read what others were given.
  pool.fill(0, taken, end)
  taken = end
  return given
}

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
