import type { Random } from '../random.ts'

/** Makes a session id as MediaWiki does: 160 random bits as 32 digits to the base 32. */
export function makeSessionId(random: Random): string {
  return BigInt(`0x${random(20).toString('hex')}`)
    .toString(32)
    .padStart(32, '0')
}

/** Tells whether a cookie's value can be a session id at all. */
export function isSessionId(value: string): boolean {
  // MediaWiki knows no upper bound; ours keeps long rubbish away from the store.
  return /^[a-zA-Z0-9_-]{32,255}$/.test(value)
}
