import type { Updateable } from 'kysely'
import { hashPassword } from '../src/auth/passwords/passwords.ts'
import { createWiki, type OpenWiki } from '../src/index.ts'
import type { MediaWikiTables } from '../src/storage/schema.ts'
import { alice } from '../test/stopped-wiki.ts'
import { Visitor } from '../test/visitor.ts'
import { median } from './parts/median.ts'

/*
 * Promise: how long a login takes to fail does not tell whether there is such an account or bot
 * password, whatever passwords are stored as; medians differ by less than 5 %. Measured in this
 * process, without a network, where a difference shows best; the attempts take turns, so that
 * whatever else the machine does hits all.
 */

const promisedPercent = 5
const wrongSecret = '0'.repeat(32)
const salt = 'AAECAwQFBgcICQoLDA0ODw=='
const noHash = `${'A'.repeat(86)}==`

/** Wikis by how the passwords of their accounts are stored, and how often each attempt is made. */
const wikis = {
  'as today': { hash: `:pbkdf2:sha512:30000:64:${salt}:${noHash}`, rounds: 100 },
  'with 10,000 rounds': { hash: `:pbkdf2:sha512:10000:64:${salt}:${noHash}`, rounds: 100 },
  'as bcrypt': {
    hash: ':bcrypt:9$abcdefghijklmnopqrstuu$ob6ZtP7LYjwTq5Pc9QMWzSaQOD2lMqa',
    rounds: 40,
  },
  'as argon2id': {
    hash: ':argon2:$argon2id$v=19$m=65536,t=4,p=1$SzlEUzhsLzRYTi9waGR0Uw$PHPg9UeNpKKmw6ImPko00mdBLb9jtzsE3s1ySMnUX7c',
    rounds: 20,
  },
  'as MD5': { hash: ':B:1234abcd:c80e936148705874600bf301fd3386b0', rounds: 100 },
} as const

/** Attempts that fail, by what is tried; the first of each group is what the others are compared with. */
const groups = {
  'an account': {
    'wrong password': ['Alice', 'wrong password'],
    'no such account': ['Nobody', 'wrong password'],
    'no password': ['Bob', 'wrong password'],
    'a system user': ['Carol', 'wrong password'],
    'a mailed password': ['Dave', 'wrong password'],
  },
  'a bot password': {
    'wrong secret': ['Alice@sweeper', wrongSecret],
    'no such bot password': ['Alice@nothing', wrongSecret],
    'no such account': ['Nobody@sweeper', wrongSecret],
  },
} as const

for (const [stored, { hash, rounds }] of Object.entries(wikis)) {
  await using wiki = createWiki({ settings: { PasswordAttemptThrottle: [] } })
  for (const name of [alice.name, 'Bob', 'Carol', 'Dave']) {
    await wiki.createAccount({ name, password: alice.password })
  }
  await wiki.createBotPassword({ user: alice.name, appId: 'sweeper', grants: ['basic'] })
  await change(wiki, alice.name, { user_password: hash })
  await change(wiki, 'Bob', { user_password: '' })
  await change(wiki, 'Carol', { user_password: hash, user_token: '*** INVALID ***' })
  const mailed = await hashPassword('mailed password')
  await change(wiki, 'Dave', { user_password: hash, user_newpassword: mailed })
  console.log(`  passwords stored ${stored}`)
  // Bot passwords are stored in one way everywhere.
  const some = stored === 'as today' ? groups : { 'an account': groups['an account'] }
  for (const [group, tries] of Object.entries(some))
    report(group, await measure(wiki, tries, rounds))
}
console.log(`  (medians; promised: within ${promisedPercent} %)`)

interface Attempt {
  readonly what: string
  readonly name: string
  readonly password: string
  readonly times: number[]
}

async function change(
  { database }: OpenWiki,
  name: string,
  values: Updateable<MediaWikiTables['user']>,
): Promise<void> {
  await database.updateTable('user').set(values).where('user_name', '=', name).execute()
}

async function measure(
  wiki: OpenWiki,
  tries: Readonly<Record<string, readonly [name: string, password: string]>>,
  rounds: number,
): Promise<readonly Attempt[]> {
  const visitor = new Visitor(wiki.fetch)
  const token = await visitor.token('login')
  const attempts = Object.entries(tries).map(([what, [name, password]]): Attempt => {
    return { what, name, password, times: [] }
  })
  for (let round = -10; round < rounds; round++) {
    for (const { name, password, times } of inAnyOrder(attempts)) {
      const started = performance.now()
      const answer = await visitor.tryLogIn(name, password, token)
      const time = performance.now() - started
      if (answer?.reason?.code !== 'wrongpassword') {
        throw new Error(`Cannot measure: ${JSON.stringify(answer)}`)
      }
      // The first rounds only warm up.
      if (round >= 0) times.push(time)
    }
  }
  return attempts
}

/** So that none always follows the same other one. */
function inAnyOrder<One>(all: readonly One[]): readonly One[] {
  return all
    .map((one) => ({ one, place: Math.random() }))
    .sort((a, b) => a.place - b.place)
    .map(({ one }) => one)
}

function report(group: string, [first, ...others]: readonly Attempt[]): void {
  if (first === undefined) return

  const expected = median(first.times)
  console.log(`    ${group}, ${first.what}: ${expected.toFixed(2)} ms`)
  for (const { what, times } of others) {
    const ratio = median(times) / expected
    const kept = Math.abs(ratio - 1) * 100 < promisedPercent
    if (!kept) process.exitCode = 1
    console.log(
      `    ${group}, ${what}: ${median(times).toFixed(2)} ms, ratio ${ratio.toFixed(3)}${kept ? '' : ' BROKEN'}`,
    )
  }
}
