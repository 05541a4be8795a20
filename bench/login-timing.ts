import { createWiki } from '../src/index.ts'
import { alice } from '../test/stopped-wiki.ts'
import { Visitor } from '../test/visitor.ts'
import { median } from './parts/median.ts'

/*
 * Promise: how long a login takes to fail does not tell whether there is such an account or bot
 * password; medians differ by less than 5 %. Measured in this process, without a network, where a
 * difference shows best; the attempts take turns, so that whatever else the machine does hits all.
 */

const rounds = 200
const promisedPercent = 5
const wrongSecret = '0'.repeat(32)

await using wiki = createWiki({ settings: { PasswordAttemptThrottle: [] } })
await wiki.createAccount({ name: alice.name, password: alice.password })
await wiki.createBotPassword({ user: alice.name, appId: 'sweeper', grants: ['basic'] })

/** Attempts that fail, by what is tried; the first of each group is what the others are compared with. */
const groups = {
  'an account': {
    'wrong password': ['Alice', 'wrong password'],
    'no such account': ['Nobody', 'wrong password'],
  },
  'a bot password': {
    'wrong secret': ['Alice@sweeper', wrongSecret],
    'no such bot password': ['Alice@nothing', wrongSecret],
    'no such account': ['Nobody@sweeper', wrongSecret],
  },
} as const

const attempts = Object.entries(groups).flatMap(([group, tries]) =>
  Object.entries(tries).map(([what, [name, password]]) => {
    const times: number[] = []
    return { group, what, name, password, times }
  }),
)

const visitor = new Visitor(wiki.fetch)
const token = await visitor.token('login')
for (let round = -10; round < rounds; round++) {
  for (const { name, password, times } of attempts) {
    const started = performance.now()
    const answer = await visitor.tryLogIn(name, password, token)
    const time = performance.now() - started
    if (answer?.reason?.code !== 'wrongpassword') throw new Error('Cannot measure: it did not fail')
    // The first rounds only warm up.
    if (round >= 0) times.push(time)
  }
}

for (const group of Object.keys(groups)) {
  const [first, ...others] = attempts.filter((attempt) => attempt.group === group)
  if (first === undefined) continue
  const expected = median(first.times)
  console.log(`  ${group}, ${first.what}: ${expected.toFixed(2)} ms`)
  for (const { what, times } of others) {
    const ratio = median(times) / expected
    const kept = Math.abs(ratio - 1) * 100 < promisedPercent
    if (!kept) process.exitCode = 1
    console.log(
      `  ${group}, ${what}: ${median(times).toFixed(2)} ms, ratio ${ratio.toFixed(3)}${kept ? '' : ' BROKEN'}`,
    )
  }
}
console.log(`  (medians of ${rounds}; promised: within ${promisedPercent} %)`)
