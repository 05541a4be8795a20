import { median } from './median.ts'

/** What the rounds found of one thing. */
export interface Figure {
  readonly median: number
  readonly least: number
  readonly most: number
}

/** Sums up what several rounds found; the first of them only warmed up. */
export function figureOf(rounds: readonly number[]): Figure {
  const counted = rounds.slice(1)
  return { median: median(counted), least: Math.min(...counted), most: Math.max(...counted) }
}

/** What was found but once. */
export function figureOfOne(number: number): Figure {
  return { median: number, least: number, most: number }
}

/** Spells a number with three digits that mean something. */
export function spell(number: number): string {
  if (!Number.isFinite(number)) return '–'
  const size = Math.abs(number)
  if (size >= 100) return Math.round(number).toLocaleString('en')
  return number.toFixed(size >= 10 ? 1 : 2)
}

/** Spells the least and the most that a round found. */
export function spellSpread({ least, most }: Figure): string {
  if (!(least < most)) return ''
  if (most >= 1000) return `${spellThousands(least)}–${spellThousands(most)}k`
  return `${spell(least)}–${spell(most)}`
}

function spellThousands(number: number): string {
  return (number / 1000).toFixed(number >= 10_000 ? 0 : 1)
}

/** What is promised of a figure: that it is at most or at least so much. */
export interface Promised {
  readonly atMost?: number
  readonly atLeast?: number
}

/** Prints a figure and whether it is as promised; one that is not makes the run fail. */
export function tell(what: string, figure: Figure, unit: string, promised: Promised = {}): void {
  const { atMost, atLeast } = promised
  const isBroken = !(
    figure.median <= (atMost ?? Infinity) && figure.median >= (atLeast ?? -Infinity)
  )
  if (isBroken) process.exitCode = 1
  const limit = atMost === undefined ? atLeast && `≥ ${atLeast}` : `≤ ${atMost}`
  const found = `${spell(figure.median)} ${unit}`.padStart(10)
  const verdict = limit === undefined ? '' : `, promised ${limit}${isBroken ? '  BROKEN' : ''}`
  const spread = spellSpread(figure)
  console.log(`  ${what.padEnd(60)}${found}${spread && ` (${spread})`}${verdict}`)
}
