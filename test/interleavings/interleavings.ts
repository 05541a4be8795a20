import { parseArgs } from 'node:util'
import { runInThreads } from './run-in-threads.ts'

/* Runs many schedules, or one again: `--seed S --count 1`. */

const { values } = parseArgs({
  options: {
    seed: { type: 'string', default: String(Date.now() % 1_000_000_000) },
    count: { type: 'string', default: '10000' },
  },
})
const [seed, count] = [Number(values.seed), Number(values.count)]
const started = performance.now()
const breach = await runInThreads({ seed, count })
const seconds = ((performance.now() - started) / 1000).toFixed(1)
if (breach === undefined)
  console.log(`${count} schedules from seed ${seed}, ${seconds} s: none bad`)
else {
  console.log([`seed ${breach.seed}`, ...breach.steps, '', ...breach.breaches].join('\n'))
  process.exitCode = 1
}
