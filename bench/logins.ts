import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExpectedAnswer } from './parts/expected-answer.ts'
import { figureOf, tell } from './parts/figures.ts'
import { FilledWiki } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { eachOnce, forSeconds } from './parts/load.ts'
import { options } from './parts/options.ts'
import { spellQuestion } from './parts/question.ts'
import { logIn } from './parts/requests.ts'
import { startProcess } from './parts/server-process.ts'
import { takeTurn } from './parts/turn.ts'

/*
 * Promise: as many logins are answered in a second as the machine can hash passwords, but for a
 * tenth. Each is to an account of its own, with a session before it and another after it, which is
 * stored when the answer comes; in turns with a process that does nothing but hash.
 */

// More than a machine of today can hash.
const [mostPerSecond, connections] = [500, 16]
const { rounds, seconds } = options

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
const visitors = await fill(folder.path)
const expected = new ExpectedAnswer('"Success"')
const next = eachOnce(
  visitors.map((visitor, number) => spellQuestion(logIn(visitor), expected, number)),
)
await using jeton = await startJeton(folder.path)

const logins: number[] = []
const cpu: number[] = []
const hashes: number[] = []
for (let round = 0; round <= rounds; round++) {
  const turn = await takeTurn(jeton, { connections, next: forSeconds(seconds, next) })
  logins.push(turn.rate)
  cpu.push(turn.cpu / 1000)
  hashes.push(await hashAlone())
}
const shares = logins.map((rate, round) => (rate / (hashes[round] ?? Number.NaN)) * 100)
tell('logins', figureOf(logins), '/s')
tell('CPU time for one', figureOf(cpu), 'ms')
tell('passwords hashed by who does nothing else', figureOf(hashes), '/s')
tell('logins for each password that could be hashed', figureOf(shares), '%', { atLeast: 90 })

async function hashAlone(): Promise<number> {
  const program = join(import.meta.dirname, 'parts/hashing.ts')
  await using hashing = await startProcess([program, String(seconds)])
  return Number(hashing.line)
}

async function fill(data: string) {
  using wiki = await FilledWiki.make(data)
  return wiki.addSessions(mostPerSecond * seconds * (rounds + 1), { kind: 'nobody' })
}
