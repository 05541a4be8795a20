import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exchange } from './parts/exchange.ts'
import { ExpectedAnswer } from './parts/expected-answer.ts'
import { figureOf, tell } from './parts/figures.ts'
import { FilledWiki, type StoredVisitor } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { ask, eachOnce, inTurn } from './parts/load.ts'
import { options } from './parts/options.ts'
import { spellQuestion } from './parts/question.ts'
import { checkToken, logOut } from './parts/requests.ts'
import type { Server } from './parts/server-process.ts'
import { takeTurn } from './parts/turn.ts'

/*
 * Promise: two workers on one database answer more than one process does, and a logout in one is a
 * logout in both: whoever asks after it, on a new connection and so of any of them, is nobody.
 */

const [stored, visitors, leavers, connections] = [100_000, 500, 50, 32]
const { rounds, seconds } = options

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
const [ofOne, ofTwo] = [join(folder.path, 'one'), join(folder.path, 'two')]
const asked = { one: await fill(ofOne), two: await fill(ofTwo) }
await using one = await startJeton(ofOne)
await using two = await startJeton(ofTwo, { more: ['--workers', '2'] })

await ask({ port: one.port, connections, next: eachOnce(questions(asked.one.browsers)) })
await ask({ port: two.port, connections, next: eachOnce(questions(asked.two.browsers)) })
const rates: Record<'one' | 'two', number[]> = { one: [], two: [] }
for (let round = 0; round <= rounds; round++) {
  rates.one.push(await rateOf(one, asked.one.browsers))
  rates.two.push(await rateOf(two, asked.two.browsers))
}
const gains = rates.two.map((rate, round) => rate / (rates.one[round] ?? Number.NaN))
tell('checktoken by one process', figureOf(rates.one), '/s')
tell('checktoken by two workers', figureOf(rates.two), '/s')
tell('two workers answer as many times as much', figureOf(gains), '×', { atLeast: 1 })

for (const visitor of asked.two.leavers) await logOutEverywhere(visitor)
console.log(`  ${leavers} logouts, each known to all workers at once`)

async function rateOf(server: Server, browsers: readonly StoredVisitor[]): Promise<number> {
  const next = inTurn(questions(browsers), seconds)
  return (await takeTurn(server, { connections, next })).rate
}

function questions(browsers: readonly StoredVisitor[]) {
  const valid = new ExpectedAnswer('"valid"')
  return browsers.map((visitor, at) => spellQuestion(checkToken(visitor), valid, at))
}

/** Connections are given to the workers in turn, so that both are asked before and after. */
async function logOutEverywhere(visitor: StoredVisitor): Promise<void> {
  const check = (result: string) => {
    const question = spellQuestion(checkToken(visitor), new ExpectedAnswer(`"${result}"`))
    return exchange(two.port, question)
  }
  await Promise.all([check('valid'), check('valid')])
  await exchange(two.port, spellQuestion(logOut(visitor), new ExpectedAnswer('{}')))
  await Promise.all([check('invalid'), check('invalid'), check('invalid')])
}

async function fill(data: string) {
  using wiki = await FilledWiki.make(data)
  wiki.addIdle(stored)
  return { browsers: wiki.addSessions(visitors), leavers: wiki.addSessions(leavers) }
}
