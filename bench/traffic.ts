import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { ExpectedAnswer } from './parts/expected-answer.ts'
import { figureOfOne, tell } from './parts/figures.ts'
import { FilledWiki } from './parts/filled-wiki.ts'
import { startJeton } from './parts/jeton.ts'
import { forSeconds } from './parts/load.ts'
import { percentile } from './parts/median.ts'
import { options } from './parts/options.ts'
import { cpuMicroseconds } from './parts/processes.ts'
import { type Question, spellQuestion } from './parts/question.ts'
import { checkToken, getLoginToken, getToken, logOut } from './parts/requests.ts'
import { askOnTime } from './parts/schedule.ts'

/*
 * Promise: one process bears the session traffic of all of Wikimedia's wikis: 1,750 reads, 600 writes
 * and 25 deletes a second, over HTTP and at a steady pace, among 200,000 sessions of 1.7 kB. A read is
 * `checktoken` of any of them; half of the writes begin a session, half change one, for a first token;
 * a delete is a logout. Any answer that is not as it should be ends this with an error.
 */

const perSecond = { read: 1750, begin: 300, change: 300, delete: 25 } as const
const [stored, surplus, connections, atMost] = [200_000, 1300, 64, 20]
const [seconds, warmingSeconds] = [options.trafficSeconds, 5]

await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-bench-'))
const { readers, changers, leavers } = await fill(folder.path)
await using jeton = await startJeton(folder.path)
const { port, pids } = jeton

const all = Object.values(perSecond).reduce((sum, count) => sum + count, 0)
const kinds = shuffled()
const asking = questions()
const bear = (length: number) =>
  askOnTime({
    ...{ port, connections, perSecond: all },
    next: forSeconds(length, () => asking.next().value),
  })
// A process that has just started is slow until V8 has got to know it.
await bear(warmingSeconds)
const before = cpuMicroseconds(pids())
const { answers, milliseconds, lateness } = await bear(seconds)
const cpu = cpuMicroseconds(pids()) - before
const of = (percent: number) => figureOfOne(percentile(milliseconds, percent))
console.log(`  ${answers.toLocaleString('en')} requests in ${seconds} s, each as it should be`)
tell('p50', of(50), 'ms')
tell('p99', of(99), 'ms', { atMost })
tell('longest', of(100), 'ms')
tell('of which the question came late, p99', figureOfOne(percentile(lateness, 99)), 'ms')
tell('CPU time for one', figureOfOne(cpu / answers), 'µs')
tell('share of a core', figureOfOne(cpu / 1e4 / seconds), '%')

async function fill(data: string) {
  using wiki = await FilledWiki.make(data)
  const more = Math.ceil(seconds) + warmingSeconds + 1
  return {
    changers: wiki.addSessions(perSecond.change * more, { surplus, isFresh: true }),
    leavers: wiki.addSessions(perSecond.delete * more, { surplus }),
    readers: wiki.addSessions(
      Math.max(1000, stored - (perSecond.change + perSecond.delete) * more),
      { surplus },
    ),
  }
}

/** What is asked in each second, in any order. */
function shuffled(): readonly (keyof typeof perSecond)[] {
  const { read, begin, change, delete: deletes } = perSecond
  return [
    ...Array.from({ length: read }, () => 'read' as const),
    ...Array.from({ length: begin }, () => 'begin' as const),
    ...Array.from({ length: change }, () => 'change' as const),
    ...Array.from({ length: deletes }, () => 'delete' as const),
  ]
    .map((kind) => ({ kind, place: Math.random() }))
    .sort((one, other) => one.place - other.place)
    .map(({ kind }) => kind)
}

function* questions(): Generator<Question, undefined> {
  const valid = new ExpectedAnswer('"valid"')
  const loginToken = new ExpectedAnswer('"logintoken":"')
  const csrfToken = new ExpectedAnswer('"csrftoken":"')
  const done = new ExpectedAnswer('{}')
  const [changing, leaving] = [changers.values(), leavers.values()]
  for (let number = 0; ; number++) {
    switch (kinds[number % kinds.length]) {
      case 'begin':
        yield spellQuestion(getLoginToken, loginToken, number)
        break
      case 'change':
        yield spellQuestion(getToken(take(changing)), csrfToken, number)
        break
      case 'delete':
        yield spellQuestion(logOut(take(leaving)), done, number)
        break
      default: {
        const reader = readers[Math.floor(Math.random() * readers.length)]
        yield spellQuestion(checkToken(reader ?? {}), valid, number)
      }
    }
  }
}

function take<One>(values: Iterator<One>): One {
  const { value, done } = values.next()
  if (done) throw new Error('Cannot go on asking: all sessions are used up')
  return value
}
