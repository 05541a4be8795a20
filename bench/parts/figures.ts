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

/** Spells a number with three digits that mean something. */
export function spell(number: number): string {
  if (!Number.isFinite(number)) return '–'
  if (number >= 100) return Math.round(number).toLocaleString('en')
  return number.toFixed(number >= 10 ? 1 : 2)
}

/** Spells the least and the most that a round found. */
export function spellSpread({ least, most }: Figure): string {
  if (!Number.isFinite(least)) return ''
  if (most >= 1000) return `${spellThousands(least)}–${spellThousands(most)}k`
  return `${spell(least)}–${spell(most)}`
}

function spellThousands(number: number): string {
  return (number / 1000).toFixed(number >= 10_000 ? 0 : 1)
}

/** Prints a promise that was kept or not; one that was not makes the run fail. */
export function tell(
  what: string,
  figure: Figure,
  { unit, atMost, atLeast }: { unit: string; atMost?: number; atLeast?: number },
): void {
  const isKept =
    (atMost === undefined || figure.median <= atMost) &&
    (atLeast === undefined || figure.median >= atLeast)
  if (!isKept) process.exitCode = 1
  const promised = atMost === undefined ? `≥ ${atLeast}` : `≤ ${atMost}`
  const verdict = `promised ${promised} ${unit}${isKept ? '' : ' BROKEN'}`
  console.log(
    `  ${what.padEnd(44)} ${spell(figure.median)} ${unit} (${spellSpread(figure)}), ${verdict}`,
  )
}
