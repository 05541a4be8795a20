import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExpectedAnswer } from './parts/expected-answer.ts'
import { figureOf, tell } from './parts/figures.ts'
import { FilledWiki } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { ask, eachOnce, inTurn } from './parts/load.ts'
import { percentile } from './parts/median.ts'
import { options } from './parts/options.ts'
import { spellQuestion } from './parts/question.ts'
import { checkToken, logIn } from './parts/requests.ts'
import { askOnTime } from './parts/schedule.ts'

/*
 * Promise: while 200 people log in at once and their passwords are hashed, everybody else is answered
 * as if nothing were: checktoken, asked at a steady pace from when the logins begin to when they end.
 */

const [logins, perSecond, connections, atMost] = [200, 500, 16, 20]
const { rounds } = options

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
const { strangers, browsers } = await fill(folder.path)
await using jeton = await startJeton(folder.path)
const { port } = jeton
const valid = new ExpectedAnswer('"valid"')
const checks = browsers.map((visitor, at) => spellQuestion(checkToken(visitor), valid, at))
const success = new ExpectedAnswer('"Success"')

const p99s: number[] = []
const longest: number[] = []
const late: number[] = []
const seconds: number[] = []
await ask({ port, connections, next: eachOnce(checks) })
for (let round = 0; round <= rounds; round++) {
  const some = strangers.slice(round * logins, (round + 1) * logins)
  const next = eachOnce(some.map((visitor, at) => spellQuestion(logIn(visitor), success, at)))
  const storm = new AbortController()
  const logInAll = async () => {
    const asked = await ask({ port, connections: logins, next })
    storm.abort()
    return asked
  }
  const again = inTurn(checks, Number.POSITIVE_INFINITY)
  const [stormed, checked] = await Promise.all([
    logInAll(),
    askOnTime({
      ...{ port, connections, perSecond },
      next: () => (storm.signal.aborted ? undefined : again()),
    }),
  ])
  seconds.push(stormed.seconds)
  p99s.push(percentile(checked.milliseconds, 99))
  longest.push(percentile(checked.milliseconds, 100))
  late.push(percentile(checked.lateness, 99))
}
tell(`${logins} logins at once`, figureOf(seconds), 's')
tell('checktoken meanwhile, p99', figureOf(p99s), 'ms', { atMost })
tell('checktoken meanwhile, longest', figureOf(longest), 'ms')
tell('of which the question came late, p99', figureOf(late), 'ms')

async function fill(data: string) {
  using wiki = await FilledWiki.make(data)
  wiki.addIdle(100_000)
  return {
    strangers: wiki.addSessions(logins * (rounds + 1), { kind: 'nobody' }),
    browsers: wiki.addSessions(500),
  }
}
