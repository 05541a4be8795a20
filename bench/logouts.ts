import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { exchange } from './parts/exchange.ts'
import { ExpectedAnswer } from './parts/expected-answer.ts'
import { figureOf, tell } from './parts/figures.ts'
import { FilledWiki, type StoredVisitor } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { eachOnce } from './parts/load.ts'
import { options } from './parts/options.ts'
import { spellQuestion } from './parts/question.ts'
import { checkToken, logOut } from './parts/requests.ts'
import { type Turn, takeTurn } from './parts/turn.ts'

/*
 * Promise: two thousand people can log out in a second, each of them durably: the session is gone from
 * the disk when the answer comes. With 100,000 sessions stored besides.
 */

const [stored, connections] = [100_000, 32]
const { rounds, seconds } = options
const perRound = 4000 * seconds

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
const visitors = await fill(folder.path)
await using jeton = await startJeton(folder.path)

const done = new ExpectedAnswer('{}')
const turns: Turn[] = []
for (let round = 0; round <= rounds; round++) {
  const some = visitors.slice(round * perRound, (round + 1) * perRound)
  const next = eachOnce(some.map((visitor, number) => spellQuestion(logOut(visitor), done, number)))
  turns.push(await takeTurn(jeton, { connections, next }))
  for (const visitor of some.slice(0, 10)) await checkEnded(visitor)
}
tell('logouts', figureOf(turns.map(({ rate }) => rate)), '/s', { atLeast: 2000 })
tell('CPU time for one', figureOf(turns.map(({ cpu }) => cpu)), 'µs')
tell('p99', figureOf(turns.map(({ p99 }) => p99)), 'ms')

/** Who has logged out has a token of nobody's any more. */
async function checkEnded(visitor: StoredVisitor): Promise<void> {
  const invalid = new ExpectedAnswer('"invalid"')
  await exchange(jeton.port, spellQuestion(checkToken(visitor), invalid))
}

async function fill(data: string) {
  using wiki = await FilledWiki.make(data)
  wiki.addIdle(stored)
  return wiki.addSessions(perRound * (rounds + 1))
}
