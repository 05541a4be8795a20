import { parseArgs } from 'node:util'
import { runFuzz } from './run-fuzz.ts'
import { roundSize, runRound } from './run-round.ts'
import type { Tally } from './tally.ts'

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    count: { type: 'string', default: '1000000' },
    // One request again, after those that were asked of the same wiki before it.
    index: { type: 'string' },
  },
})
const seed = Number(values.seed)
const started = performance.now()

console.log(`seed ${seed}`)
const tally = await run()
console.log(report(tally))
if (tally.failures.length > 0) process.exitCode = 1

async function run(): Promise<Tally> {
  if (values.index !== undefined) {
    const index = Number(values.index)
    return runRound({ seed, from: index - (index % roundSize), until: index + 1 })
  }
  return runFuzz({ seed, count: Number(values.count) }, ({ count }) => {
    if (count % (50 * roundSize) === 0) console.log(`${count} requests, ${rate(count)}`)
  })
}

function report({ count, statuses, codes, slowest, failures }: Tally): string {
  const megabytes = Math.round(process.memoryUsage().rss / 1024 / 1024)
  return [
    ...failures.map(
      ({ index, fault, curl }) =>
        `\n${fault}\n${curl}\nnpm run fuzz -- --seed ${seed} --index ${index}`,
    ),
    `\n${count} requests with seed ${seed}, ${rate(count)}, ${failures.length} failed, memory ${megabytes} MB`,
    `statuses: ${spell(statuses)}`,
    `codes: ${spell(codes)}`,
    'slowest:',
    ...slowest.map(
      ({ index, milliseconds, curl }) =>
        `  ${Math.round(milliseconds)} ms, ${index}: ${curl.slice(0, 300)}`,
    ),
  ].join('\n')
}

function rate(count: number): string {
  return `${Math.round(count / ((performance.now() - started) / 1000))} a second`
}

function spell(counts: ReadonlyMap<number | string, number>): string {
  const sorted = [...counts].sort(([, one], [, other]) => other - one)
  return sorted.map(([name, count]) => `${name} ${count}`).join(', ')
}
