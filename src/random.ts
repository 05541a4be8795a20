import { Buffer } from 'node:buffer'
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
  const given = Buffer.allocUnsafe(bytes)
  for (let at = 0; at < bytes; at++, taken++) {
    given[at] = pool[taken] ?? 0
    // Nobody who comes upon the pool is to read there what others were given.
    pool[taken] = 0
  }
  return given
}

/** Thirty-two hexadecimal digits: the form of MediaWiki's token secrets and user tokens. */
export function randomHex32(random: Random): string {
  return random(16).toString('hex')
}

/** Thirty-two digits to the base 32, 160 bits of them random: the form of MediaWiki's session ids and bot passwords. */
export function randomBase32(random: Random): string {
  const bytes = random(20)
  let digits = ''
  // Five bytes are eight digits, two by two: as one BigInt all of them would take twice as long.
  for (let at = 0; at < bytes.length; at += 5) {
    const first = bytes.readUIntBE(at, 3) >> 4
    const second = bytes.readUIntBE(at + 2, 3) & 0xfffff
    digits += `${pairs[first >> 10]}${pairs[first & 1023]}${pairs[second >> 10]}${pairs[second & 1023]}`
  }
  return digits
}

const pairs = Array.from({ length: 1024 }, (_, number) => number.toString(32).padStart(2, '0'))
