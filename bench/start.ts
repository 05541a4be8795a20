import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { exchange } from './parts/exchange.ts'
import { ExpectedAnswer } from './parts/expected-answer.ts'
import { figureOf, tell } from './parts/figures.ts'
import { startJeton } from './parts/jeton.ts'
import { options } from './parts/options.ts'
import { buildPackage } from './parts/package.ts'
import { cpuMicroseconds, memoryMegabytes } from './parts/processes.ts'
import { spellQuestion } from './parts/question.ts'

/*
 * Promise: the package is quick to start, and takes little memory while nobody asks anything. The
 * time is from the start of `node` until a token has come over HTTP; where there is no wiki yet, one
 * is made meanwhile, with a first account and two passwords to hash.
 */

const question = spellQuestion(
  { target: '/api.php?action=query&meta=tokens&type=login&format=json' },
  new ExpectedAnswer('"logintoken":"'),
)

buildPackage()
const existing: number[] = []
const first: number[] = []
const cpu: number[] = []
const idle: number[] = []
for (let round = 0; round <= options.rounds; round++) {
  await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
  first.push((await start(folder.path)).milliseconds)
  const found = await start(folder.path)
  existing.push(found.milliseconds)
  cpu.push(found.cpu)
  idle.push(found.megabytes)
}
tell('first token after the start, of a wiki that is there', figureOf(existing), 'ms', {
  atMost: 250,
})
tell('CPU time for it', figureOf(cpu), 'ms')
tell('first token of a wiki that is made meanwhile', figureOf(first), 'ms')
tell('memory while nobody asks anything', figureOf(idle), 'MB', { atMost: 90 })

async function start(data: string) {
  const started = performance.now()
  await using jeton = await startJeton(data)
  await exchange(jeton.port, question)
  const milliseconds = performance.now() - started
  const cpu = cpuMicroseconds(jeton.pids()) / 1000
  // What is begun at the start and not waited for counts as well.
  await setTimeout(500)
  const [pid = Number.NaN] = jeton.pids()
  return { milliseconds, cpu, megabytes: memoryMegabytes(pid) }
}
