import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Comparison, compareRounds } from './parts/compare-rounds.ts'
import { FilledWiki } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { options } from './parts/options.ts'
import { findReference } from './parts/reference.ts'
import { printHead, printRow } from './parts/table.ts'
import { works } from './parts/works.ts'

/*
 * Promise: what Jeton does for an answer is little beside what HTTP itself takes. It is compared with
 * a bare node:http server that is asked the same and sends the same bytes, and with a MediaWiki where
 * `--reference` names one; each in a process of its own, asked by this one, turn by turn. Only ratios
 * count: how much a machine does in a second is its own affair.
 *
 * Five hundred visitors ask in turn; 100,000 sessions are stored besides.
 */

const [visitors, stored] = [500, 100_000]

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
const filled = await fill(folder.path)
await using jeton = await startJeton(folder.path)
const reference = await findReference(options)

printHead()
for (const [name, work] of Object.entries(works)) {
  if (options.only !== undefined && options.only in works && options.only !== name) continue
  const comparison: Comparison = await compareRounds(work, { jeton, visitors: filled, reference })
  printRow(work, comparison)
}

async function fill(data: string) {
  using wiki = await FilledWiki.make(data)
  const browsers = wiki.addSessions(visitors)
  const programs = wiki.addSessions(visitors, { kind: 'bot password' })
  wiki.addIdle(stored)
  return { browsers, programs }
}
