import type { Comparison } from './compare-rounds.ts'
import { type Figure, figureOf, spell, spellSpread } from './figures.ts'
import type { Turn } from './turn.ts'
import type { Work } from './works.ts'

/** Above this share of a core the driver cannot ask more; below it, a server could do more. */
const [busyDriver, busyServer] = [0.9, 0.9]

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
  const broken = [
    ...(ratio.median < promised.bare ? [`ratio ≥ ${promised.bare}`] : []),
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
  for (const [who, turns] of Object.entries({ Jeton: jeton, bare })) printDoubts(who, turns)
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

/** Says so when it was not the server that set the pace. */
function printDoubts(who: string, turns: readonly Turn[]): void {
  const driver = figureOf(turns.map((turn) => turn.driver)).median
  const server = figureOf(turns.map((turn) => turn.server)).median
  const percent = (share: number) => `${Math.round(share * 100)} % of a core`
  if (driver >= busyDriver)
    console.log(`  (${who}: the driver is the limit, with ${percent(driver)}; believe "by CPU")`)
  else if (server < busyServer)
    console.log(
      `  (${who}: had only ${percent(server)}; something else uses the machine; believe "by CPU")`,
    )
}

function line(head: string, cells: readonly string[]): string {
  return head.padEnd(10) + cells.map((cell) => cell.padStart(width)).join('')
}
