import type { Comparison } from './compare-rounds.ts'
import { type Figure, figureOf, spell, spellSpread } from './figures.ts'
import { findPace } from './pace.ts'
import type { Turn } from './turn.ts'
import type { Work } from './works.ts'

/** The most that 99 of 100 answers take at few connections, in milliseconds. */
const mostP99 = 1

const columns = [
  'Jeton/s',
  'bare/s',
  'ratio',
  'by CPU',
  'p50 ms',
  'p99 ms',
  'CPU µs',
  'bare µs',
  '× MW',
]
const width = 10

/** Prints what the columns of the table are. */
export function printHead(): void {
  console.log(line('', columns))
}

/** Prints one work's row: the median of the rounds, and below it the least and the most. */
export function printRow({ what, promised }: Work, comparison: Comparison): void {
  const { jeton, bare, reference, few } = comparison
  const ratio = figureOf(ratios(jeton, bare, ({ rate }) => rate))
  const byCpu = figureOf(ratios(bare, jeton, ({ cpu }) => cpu))
  const p99 = figureOf(few.map((turn) => turn.p99))
  const times = figureOf(ratios(jeton, reference, ({ rate }) => rate))
  const figures: readonly Figure[] = [
    figureOf(jeton.map(({ rate }) => rate)),
    figureOf(bare.map(({ rate }) => rate)),
    ratio,
    byCpu,
    figureOf(few.map(({ p50 }) => p50)),
    p99,
    figureOf(jeton.map(({ cpu }) => cpu)),
    figureOf(bare.map(({ cpu }) => cpu)),
    times,
  ]
  const paces = { Jeton: findPace(jeton), bare: findPace(bare) }
  const isByRate = paces.Jeton.isOfServer && paces.bare.isOfServer
  const judged = isByRate ? { name: 'ratio', figure: ratio } : { name: 'by CPU', figure: byCpu }
  const broken = [
    ...(judged.figure.median < promised.bare ? [`${judged.name} ≥ ${promised.bare}`] : []),
    ...(p99.median > mostP99 ? [`p99 ≤ ${mostP99} ms`] : []),
    ...(times.median < promised.reference ? [`× MW ≥ ${promised.reference}`] : []),
  ]
  if (broken.length > 0) process.exitCode = 1
  console.log(`${what}${broken.length > 0 ? `  BROKEN: promised ${broken.join(', ')}` : ''}`)
  console.log(
    line(
      '  median',
      figures.map(({ median }) => spell(median)),
    ),
  )
  console.log(line('  min–max ', figures.map(spellSpread)))
  if (reference.length > 0) printReference(reference)
  for (const [who, { remark }] of Object.entries(paces))
    if (remark !== undefined) console.log(`  (${who} ${remark})`)
  if (!isByRate) console.log('  (so it is judged by CPU time instead of answers per second)')
}

/** Says what MediaWiki did, on all the cores that there are. */
function printReference(turns: readonly Turn[]): void {
  const rate = figureOf(turns.map((turn) => turn.rate))
  const cpu = figureOf(turns.map((turn) => turn.cpu))
  console.log(`  (MediaWiki: ${spell(rate.median)} a second, ${spell(cpu.median)} µs of CPU each)`)
}

/** Pair by pair: what slows the machine down for a while slows down both of a round. */
function ratios(
  one: readonly Turn[],
  other: readonly Turn[],
  of: (turn: Turn) => number,
): readonly number[] {
  return other.flatMap((turn, round) => {
    const first = one[round]
    return first === undefined ? [] : [of(first) / of(turn)]
  })
}

function line(head: string, cells: readonly string[]): string {
  return head.padEnd(10) + cells.map((cell) => cell.padStart(width)).join('')
}
