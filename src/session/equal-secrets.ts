import { Buffer } from 'node:buffer'
import { timingSafeEqual } from 'node:crypto'

/** Compares two secrets in a time that tells nothing about where they differ. */
export function equalSecrets(one: string, other: string): boolean {
  const [a, b] = [Buffer.from(one), Buffer.from(other)]
  return a.length === b.length && timingSafeEqual(a, b)
}
