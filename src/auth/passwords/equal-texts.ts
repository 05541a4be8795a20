import { timingSafeEqual } from 'node:crypto'

/** Tells whether two texts are equal, in a time that does not tell where they differ (only whether they are as long). */
export function equalTexts(first: string, second: string): boolean {
  const [a, b] = [Buffer.from(first), Buffer.from(second)]
  return a.length === b.length && timingSafeEqual(a, b)
}
