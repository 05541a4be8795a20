import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import type { Updateable } from 'kysely'
import { countTry } from '../../src/auth/rate-limits/throttle.ts'
import type { MediaWikiTables } from '../../src/storage/schema.ts'
import { alice, stoppedWiki } from '../stopped-wiki.ts'

const settings = { PasswordAttemptThrottle: [] }
const md5 = (text: string) => createHash('md5').update(text).digest('hex')

interface Failure {
  readonly what: string
  readonly name: string
  readonly password: string
  readonly change?: Updateable<MediaWikiTables['user']>
}

/** Logins that fail for different reasons, of which nobody must hear. */
// biome-ignore format: a table
const failures: readonly (readonly Failure[])[] = [
  [
    { what: 'a wrong password',          name: 'Alice',          password: 'wrong' },
    { what: 'an account that is not',    name: 'Nobody',         password: 'wrong' },
    { what: 'no password',               name: 'Alice',          password: 'wrong',           change: { user_password: '' } },
    { what: 'a hash of an unknown type', name: 'Alice',          password: alice.password,    change: { user_password: ':Z:x' } },
    { what: 'a system user',             name: 'Alice',          password: alice.password,    change: { user_token: '*** INVALID ***' } },
  ],
  [
    { what: 'a wrong bot password',      name: 'Alice@sweeper',  password: '0'.repeat(32) },
    { what: 'a bot password that is not', name: 'Alice@nothing', password: '0'.repeat(32) },
    { what: 'a bot password of nobody',  name: 'Nobody@sweeper', password: '0'.repeat(32) },
    { what: 'that of a system user',     name: 'Alice@sweeper',  password: alice.botPassword, change: { user_token: '*** INVALID ***' } },
  ],
]

/** Everything in an answer that does not name the request: bytes, status, headers. */
async function answerTo(
  { name, password, change }: Failure,
  errorformat: string,
): Promise<unknown> {
  await using made = await stoppedWiki({ settings })
  if (change) await made.wiki.database.updateTable('user').set(change).execute()
  const visitor = made.visitor()
  const lgtoken = await visitor.token('login')
  const response = await made.wiki.fetch('http://127.0.0.1:8080/api.php?format=json', {
    method: 'POST',
    headers: { cookie: visitor.jar.header() ?? '' },
    body: new URLSearchParams({
      ...{ action: 'login', lgname: name, lgpassword: password, lgtoken, errorformat },
    }),
  })
  const headers = [...response.headers].filter(([header]) => header !== 'x-request-id')
  return { status: response.status, headers, body: await response.text() }
}

describe('a login fails in the same words, to the byte,', () => {
  for (const [first, ...others] of failures) {
    for (const other of others) {
      it(`security 38: for ${first?.what} and for ${other.what}`, async () => {
        assert.ok(first)
        for (const errorformat of ['bc', 'html']) {
          assert.deepEqual(await answerTo(other, errorformat), await answerTo(first, errorformat))
        }
      })
    }
  }
})

describe('tries to log in', () => {
  it('security 40: are 150 in 48 hours, however slowly they come', async () => {
    await using made = await stoppedWiki()
    const { wiki, clock } = made
    const subject = { pool: 'password', name: 'Alice', address: '192.0.2.1' } as const
    const count = () =>
      countTry(subject, { ...wiki, counters: wiki.stores.counters, now: clock.now() })
    for (let tries = 0; tries < 150; tries++) {
      assert.equal(await count(), undefined)
      clock.pass(61)
    }
    assert.equal(await count(), 172_800)
    clock.pass(172_800 - 150 * 61 - 1)
    assert.equal(await count(), 172_800)
    clock.pass(1)
    assert.equal(await count(), undefined)
  })
})

/** Passwords as they may be stored and given, and whether they are the same. */
// biome-ignore format: a table
const passwords: readonly (readonly [stored: string, given: string, isSame: boolean])[] = [
  // What no text can hold is read as U+FFFD, as in MediaWiki.
  ['mellow\ufffdtea', 'mellow\0tea',     true],
  ['mellow\0lantern', 'mellow\0violin',  false],
  ['mellow\0lantern', 'mellow',          false],
  ['mellow',          'mellow\0lantern', false],
  ['mellow lantern',  'mellow lantern ', false],
  ['Ünïcødé 漢 🐸',   'Ünïcødé 漢 🐸',   true],
]

describe('a password', () => {
  for (const [stored, given, isSame] of passwords) {
    it(`security 44: ${JSON.stringify(given)} is ${isSame ? '' : 'not '}${JSON.stringify(stored)}`, async () => {
      await using made = await stoppedWiki({ settings })
      const { database } = made.wiki
      await database
        .updateTable('user')
        .set({ user_password: `:A:${md5(stored)}` })
        .execute()
      const answer = await made.visitor().tryLogIn(alice.name, given)
      assert.equal(answer?.result, isSame ? 'Success' : 'Failed')
    })
  }

  it('security 44: of bytes that are no UTF-8 is read without an error, and is nobody’s', async () => {
    const errors: unknown[] = []
    await using made = await stoppedWiki({ settings, log: (error) => errors.push(error) })
    const visitor = made.visitor()
    const lgtoken = encodeURIComponent(await visitor.token('login'))
    const response = await made.wiki.fetch('http://127.0.0.1:8080/api.php', {
      method: 'POST',
      headers: {
        'content-type': 'application/x-www-form-urlencoded',
        cookie: visitor.jar.header() ?? '',
      },
      body: `action=login&format=json&lgname=Alice&lgtoken=${lgtoken}&lgpassword=%FF%FE%C0%80`,
    })
    assert.match(await response.text(), /"result":"Failed"/)
    assert.deepEqual(errors, [])
  })
})
