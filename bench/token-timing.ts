import { systemRandom } from '../src/random.ts'
import { Session } from '../src/session/session.ts'
import { makeToken, tokenMatches } from '../src/session/token.ts'

/*
 * Promise: how long it takes to find a token wrong does not tell which of its characters are right.
 * Welch's t-test between tokens that are wrong in their first and in their last digit, asked in turn:
 * beyond 4.5 chance is ruled out, and in every one of several runs the machine is, too.
 */

const [runs, samples] = [3, 100_000]
const mostT = 4.5

const session = new Session(
  { id: 'x'.repeat(32), kind: 'cookie' },
  { random: systemRandom, now: new Date() },
)
const owner = { session, isRegistered: true }
const token = makeToken(owner, 'csrf', Math.floor(Date.now() / 1000))
const wrongAt = (place: number): Buffer => {
  // A digit for a digit, a letter for a letter: to read one takes longer than the other, which tells nobody
  // more than the token that he sent.
  const others = /\d/.test(token[place] ?? '') ? ['0', '1'] : ['a', 'b']
  const other = others.find((digit) => digit !== token[place])
  return Buffer.from(token.slice(0, place) + other + token.slice(place + 1))
}
const kinds = { first: wrongAt(0), last: wrongAt(31) } as const

const ts = Array.from({ length: runs }, () => Math.abs(measure()))
const least = Math.min(...ts)
if (least >= mostT) process.exitCode = 1
console.log(`  |t| = ${ts.map((t) => t.toFixed(2)).join(', ')}${least < mostT ? '' : ' BROKEN'}`)
console.log(`  (${runs} runs of ${samples} samples each; promised: not always beyond ${mostT})`)

/** Finds tokens wrong that are wrong in their first or their last digit, and compares the times. */
function measure(): number {
  const times: Record<keyof typeof kinds, number[]> = { first: [], last: [] }
  for (let round = -samples / 10; round < samples; round++) {
    // By chance: what the process does every so many calls, such as taking new memory, must not always hit the same.
    const order = Math.random() < 0.5 ? (['first', 'last'] as const) : (['last', 'first'] as const)
    for (const kind of order) {
      // A string of its own each time, as each request has: where it lies in memory is no difference.
      const given = kinds[kind].toString()
      const started = process.hrtime.bigint()
      tokenMatches(owner, 'csrf', given)
      const time = Number(process.hrtime.bigint() - started)
      // The first rounds only warm up.
      if (round >= 0) times[kind].push(time)
    }
  }
  return welch(withoutOutliers(times.first), withoutOutliers(times.last))
}

/** Whatever else the machine does makes a few samples take very long, and hides what they have in common. */
function withoutOutliers(numbers: readonly number[]): readonly number[] {
  return numbers.toSorted((one, other) => one - other).slice(0, Math.floor(numbers.length * 0.95))
}

function welch(one: readonly number[], other: readonly number[]): number {
  const [a, b] = [momentsOf(one), momentsOf(other)]
  return (a.mean - b.mean) / Math.sqrt(a.variance / one.length + b.variance / other.length)
}

function momentsOf(numbers: readonly number[]): { mean: number; variance: number } {
  const mean = numbers.reduce((sum, number) => sum + number, 0) / numbers.length
  const squares = numbers.reduce((sum, number) => sum + (number - mean) ** 2, 0)
  return { mean, variance: squares / (numbers.length - 1) }
}
