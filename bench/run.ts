import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'
import { readSecret } from '../src/cli/secret-input.ts'
import { describeMachine } from './parts/machine.ts'
import { options, passwordVariable } from './parts/options.ts'
import { buildPackage } from './parts/package.ts'
import { othersMicroseconds } from './parts/processes.ts'
import { works } from './parts/works.ts'

/* Runs every file beside it, one after the other: each measures one promise about speed, and prints it. */

/** What other programs may take of one core while something is measured. */
const quiet = 0.1

const { only, reference, referenceUser } = options
const named = only !== undefined && only in works ? 'answers' : only
const files = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ name }) => name)
  .filter((name) => name !== basename(import.meta.filename))
  .filter((name) => named === undefined || name === `${named}.ts`)
  .toSorted()
if (files.length === 0) throw new RangeError(`Cannot measure "${only}": there is no such promise`)

if (reference !== undefined)
  process.env[passwordVariable] ??= await readSecret(`Password of ${referenceUser}`)
buildPackage()
console.log(describeMachine())
for (const file of files) {
  console.log(`\n${file}`)
  const [started, before] = [performance.now(), othersMicroseconds()]
  const { status } = spawnSync(
    process.execPath,
    [join(import.meta.dirname, file), ...process.argv.slice(2)],
    { stdio: ['ignore', 'inherit', 'inherit'] },
  )
  if (status !== 0) process.exitCode = 1
  const cores = (othersMicroseconds() - before) / 1000 / (performance.now() - started)
  if (reference === undefined && cores > quiet)
    console.log(
      `  (other programs kept ${cores.toFixed(1)} cores busy: these figures are worth little)`,
    )
}
