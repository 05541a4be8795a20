import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { databaseTime } from '../src/clock.ts'
import { ExpectedAnswer } from './parts/expected-answer.ts'
import { figureOf, figureOfOne, tell } from './parts/figures.ts'
import { FilledWiki, type StoredVisitor } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { forSeconds } from './parts/load.ts'
import { percentile } from './parts/median.ts'
import { options } from './parts/options.ts'
import { spellQuestion } from './parts/question.ts'
import { checkToken, getLoginToken } from './parts/requests.ts'
import { askOnTime } from './parts/schedule.ts'
import type { Server } from './parts/server-process.ts'

/*
 * Promise: sessions whose time is over are swept in steps so small that nobody notices. Two servers
 * take turns, one with 200,000 expired sessions to sweep; each is asked a thousand times a second, half
 * of it by people who are new: where rows come, others go.
 */

const [expired, visitors, connections, perSecond, atMost] = [200_000, 500, 16, 1000, 20]
const { rounds, seconds } = options

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
const [clean, littered] = [join(folder.path, 'clean'), join(folder.path, 'littered')]
const known = { clean: await fill(clean, 0), littered: await fill(littered, expired) }
const before = countExpired()
await using cleanServer = await startJeton(clean)
await using litteredServer = await startJeton(littered)

const p99s: Record<keyof typeof known, number[]> = { clean: [], littered: [] }
const longest: number[] = []
for (let round = 0; round <= rounds; round++) {
  p99s.clean.push(percentile(await askHalfNew(cleanServer, known.clean), 99))
  const milliseconds = await askHalfNew(litteredServer, known.littered)
  p99s.littered.push(percentile(milliseconds, 99))
  longest.push(percentile(milliseconds, 100))
}
tell('p99 where nothing is to be swept', figureOf(p99s.clean), 'ms')
tell('p99 while expired sessions are swept', figureOf(p99s.littered), 'ms', { atMost })
tell('longest while they are', figureOf(longest), 'ms')
const swept = (before - countExpired()) / (perSecond * seconds * (rounds + 1) * 0.5)
tell('expired rows that went for each that came', figureOfOne(swept), '×', { atLeast: 1 })

async function askHalfNew(
  { port }: Server,
  browsers: readonly StoredVisitor[],
): Promise<Float64Array> {
  const valid = new ExpectedAnswer('"valid"')
  const loginToken = new ExpectedAnswer('"logintoken":"')
  let number = 0
  const next = forSeconds(seconds, () => {
    const visitor = browsers[number++ % browsers.length]
    return number % 2 === 0 || visitor === undefined
      ? spellQuestion(getLoginToken, loginToken, number)
      : spellQuestion(checkToken(visitor), valid, number)
  })
  return (await askOnTime({ port, connections, perSecond, next })).milliseconds
}

async function fill(data: string, count: number): Promise<readonly StoredVisitor[]> {
  using wiki = await FilledWiki.make(data)
  wiki.addIdle(count, { hasExpired: true })
  return wiki.addSessions(visitors)
}

function countExpired(): number {
  const database = new DatabaseSync(join(littered, 'wiki.sqlite'), { readOnly: true })
  const [row] = database
    .prepare('SELECT count(*) AS count FROM objectcache WHERE exptime < ?')
    .all(databaseTime(new Date()))
  database.close()
  return Number(row?.['count'])
}
