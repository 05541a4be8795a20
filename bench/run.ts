import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { basename, join } from 'node:path'

/* Runs every file beside it, one after the other: each measures one promise about speed, and prints it. */

const files = readdirSync(import.meta.dirname, { withFileTypes: true })
  .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
  .map(({ name }) => name)
  .filter((name) => name !== basename(import.meta.filename))
  .toSorted()

for (const file of files) {
  console.log(`\n${file}`)
  const { status } = spawnSync(process.execPath, [join(import.meta.dirname, file)], {
    stdio: 'inherit',
  })
  if (status !== 0) process.exitCode = 1
}
