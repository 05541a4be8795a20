import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { figureOf, figureOfOne, tell } from './parts/figures.ts'
import { FilledWiki } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { ask, eachOnce, inTurn } from './parts/load.ts'
import { options } from './parts/options.ts'
import { memoryMegabytes } from './parts/processes.ts'
import type { Question } from './parts/question.ts'
import type { ServerProcess } from './parts/server-process.ts'
import { takeTurn } from './parts/turn.ts'
import { type Visitors, type Work, works } from './parts/works.ts'

/*
 * Promise: what a request costs, and how much memory the server takes, do not grow with what is
 * stored. Two servers take turns, one with a thousand sessions and accounts, the other with a million;
 * a thousand visitors ask each. How much memory 50,000 different visitors cost that come once each is
 * told besides: that has to do with who comes, and not with what is stored.
 */

const [few, many, read, connections] = [1000, 1_000_000, 50_000, 16]
const [mostPercent, mostMegabytes] = [15, 20]
const { rounds, seconds } = options

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
const visitors = {
  small: await fill(join(folder.path, 'small'), few, few / 2),
  large: await fill(join(folder.path, 'large'), many, read),
}
await using small = await startJeton(join(folder.path, 'small'))
await using large = await startJeton(join(folder.path, 'large'))

const beyond = () => figureOfOne(memoryOf(large) - memoryOf(small))
const atMost = mostMegabytes
tell('memory of the large one beyond that of the small, idle', beyond(), 'MB', { atMost })
for (const work of Object.values(works)) await compare(work)
tell('memory of the large one beyond that of the small, asked', beyond(), 'MB', { atMost })
await readMany(small, visitors.small)
await readMany(large, visitors.large)
tell('memory of the small one, asked 50,000 times more', figureOfOne(memoryOf(small)), 'MB')
tell('memory of the large one, by 50,000 others', figureOfOne(memoryOf(large)), 'MB')

/** Has both do the same, and tells how much more it costs the large one. */
async function compare(work: Work): Promise<void> {
  const asked = {
    small: work.questions(some(visitors.small)),
    large: work.questions(some(visitors.large)),
  }
  const growth: number[] = []
  await ask({ port: small.port, connections, next: eachOnce(asked.small) })
  await ask({ port: large.port, connections, next: eachOnce(asked.large) })
  for (let round = 0; round <= rounds; round++) {
    const before = await cost(small, asked.small)
    const after = await cost(large, asked.large)
    growth.push((after / before - 1) * 100)
  }
  tell(`${work.what}: dearer by`, figureOf(growth), '%', { atMost: mostPercent })
}

async function cost(server: ServerProcess, questions: readonly Question[]): Promise<number> {
  return (await takeTurn(server, { connections, next: inTurn(questions, seconds) })).cpu
}

/** As many of both: how many come is one thing, how many are stored is another. */
function some({ browsers, programs }: Visitors): Visitors {
  return { browsers: browsers.slice(0, few / 2), programs: programs.slice(0, few / 2) }
}

async function readMany({ port }: ServerProcess, all: Visitors): Promise<void> {
  const questions = works['checktoken-signed-in']?.questions(all) ?? []
  let number = 0
  const next = () => (number < read ? questions[number++ % questions.length] : undefined)
  await ask({ port, connections, next })
}

function memoryOf({ pids }: ServerProcess): number {
  return pids().reduce((sum, pid) => sum + memoryMegabytes(pid), 0)
}

/** Half of the thousand visitors are programs. */
async function fill(data: string, stored: number, browsers: number): Promise<Visitors> {
  using wiki = await FilledWiki.make(data)
  const half = { programs: wiki.addSessions(few / 2, { kind: 'bot password' }) }
  wiki.addIdle(stored - browsers - few / 2)
  return { ...half, browsers: wiki.addSessions(browsers) }
}
