import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import {
  alice,
  findStoredSession,
  type StoppedWiki,
  stoppedWiki,
} from '../../../test/stopped-wiki.ts'
import type { Visitor } from '../../../test/visitor.ts'
import type { SettingsInput } from '../../settings/settings.ts'

/** A wiki that has it, and what sessions can be ended and accounts be locked with. */
const verifyingWiki = (settings: SettingsInput = {}) =>
  stoppedWiki({
    settings: {
      Extensions: ['ThirdPartySessionVerification', 'JetonSessions', 'CentralAuth'],
      ...settings,
    },
  })

const get = { action: 'session_verification' }

async function logIn(made: StoppedWiki): Promise<Visitor> {
  const visitor = made.visitor()
  await visitor.logIn(alice.name, alice.password)
  return visitor
}

async function proofOf(visitor: Visitor): Promise<string> {
  const { body } = await visitor.ask(get)
  assert.ok(body.session_verification?.token, JSON.stringify(body))
  return body.session_verification.token
}

/** What a service is told, which is nobody to the wiki. */
async function verify(
  made: StoppedWiki,
  token: string,
  more: Readonly<Record<string, string>> = {},
) {
  const { body, setCookies } = await made.visitor().ask({ ...get, token, ...more })
  assert.deepEqual(setCookies, [])
  return body.session_verification
}

const incorrect = { error: 'Incorrect token' }

describe('action=session_verification', () => {
  it('gives a token that tells a service who somebody is, and how old it is', async () => {
    await using made = await verifyingWiki()
    const token = await proofOf(await logIn(made))
    assert.match(token, /^[0-9a-f]{40}-[0-9a-f]{52}-1767268800-1$/)
    made.clock.pass(45)
    const told = { success: 1, userID: '1', token_age_in_seconds: 45 }
    assert.deepEqual(await verify(made, token), told)
    assert.deepEqual(await verify(made, token), told, 'as often as it is asked')
  })

  it('gives a program one as well', async () => {
    await using made = await verifyingWiki()
    const program = made.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    assert.equal((await verify(made, await proofOf(program)))?.success, 1)
  })

  it('gives another token each time, and all are good', async () => {
    await using made = await verifyingWiki()
    const visitor = await logIn(made)
    const tokens = [await proofOf(visitor), await proofOf(visitor)]
    assert.equal(new Set(tokens).size, 2)
    for (const token of tokens) assert.equal((await verify(made, token))?.success, 1)
  })

  it('gives good ones to several requests at once, and stores nothing for them', async () => {
    await using made = await verifyingWiki()
    const visitor = await logIn(made)
    const id = visitor.jar.find('wiki_session')
    const before = await findStoredSession(made.wiki, id)
    const tokens = await Promise.all([proofOf(visitor), proofOf(visitor), proofOf(visitor)])
    for (const token of tokens) assert.equal((await verify(made, token))?.success, 1)
    assert.deepEqual(await findStoredSession(made.wiki, id), before)
  })

  for (const [who, more] of [
    ['nobody', {}],
    ['somebody whom another site’s page may have sent', { origin: '*' }],
    ['somebody whom a script of another site may have sent', { callback: 'go' }],
  ] as const) {
    it(`gives none to ${who}`, async () => {
      await using made = await verifyingWiki()
      const visitor = who === 'nobody' ? made.visitor() : await logIn(made)
      const query = new URLSearchParams({ ...get, ...more, format: 'json' })
      const cookie = visitor.jar.header() ?? ''
      const address = `http://127.0.0.1:8080/api.php?${query}`
      const response = await made.wiki.fetch(address, { headers: { cookie } })
      assert.match(await response.text(), /\{"session_verification":\{"error":"No user"\}\}/)
    })
  }

  it('takes an empty token, and `0`, for none, as PHP does', async () => {
    await using made = await verifyingWiki()
    for (const token of ['', '0']) assert.deepEqual(await verify(made, token), { error: 'No user' })
  })

  it('needs the right to read', async () => {
    await using made = await verifyingWiki()
    const secret = { 'X-Test-Config': '{"GroupPermissions":{"__merge":{"*":{"read":false}}}}' }
    const { error } = await made.visitor().ask({ ...get, token: 'x' }, secret)
    assert.equal(error, 'readapidenied')
  })

  it('is spelled alike in both versions of the format', async () => {
    await using made = await verifyingWiki()
    const token = await proofOf(await logIn(made))
    for (const formatversion of ['1', '2'])
      assert.deepEqual(await verify(made, token, { formatversion }), {
        success: 1,
        userID: '1',
        token_age_in_seconds: 0,
      })
  })

  it('finds a token expired that is older than maxage', async () => {
    await using made = await verifyingWiki()
    const token = await proofOf(await logIn(made))
    made.clock.pass(60)
    assert.equal((await verify(made, token, { maxage: '60' }))?.success, 1)
    assert.deepEqual(await verify(made, token, { maxage: '59' }), { error: 'Expired token' })
    assert.deepEqual(await verify(made, token, { maxage: '-1' }), { error: 'Expired token' })
    made.clock.pass(1)
    assert.deepEqual(await verify(made, token, { maxage: '60' }), { error: 'Expired token' })
    assert.equal((await verify(made, token))?.success, 1)
  })

  it('finds every token expired after a day, however long the session goes on', async () => {
    await using made = await verifyingWiki({ ObjectCacheSessionExpiry: 1_000_000 })
    const token = await proofOf(await logIn(made))
    made.clock.pass(86_400)
    assert.equal((await verify(made, token, { maxage: '100000' }))?.success, 1)
    made.clock.pass(1)
    assert.deepEqual(await verify(made, token, { maxage: '100000' }), { error: 'Expired token' })
  })

  it('finds no token good that was made by a clock far ahead', async () => {
    await using made = await verifyingWiki()
    const token = await proofOf(await logIn(made))
    made.clock.pass(-60)
    assert.equal((await verify(made, token))?.token_age_in_seconds, 0)
    made.clock.pass(-1)
    assert.deepEqual(await verify(made, token), incorrect)
  })

  it('lets a token be used up once, by exactly one of many at once', async () => {
    await using made = await verifyingWiki()
    const visitor = await logIn(made)
    const [token, other] = [await proofOf(visitor), await proofOf(visitor)]
    const once = { singleuse: '1' }
    const told = await Promise.all(Array.from({ length: 20 }, () => verify(made, token, once)))
    assert.equal(told.filter((each) => each?.success === 1).length, 1)
    const refused = told.filter((each) => each?.error === 'Used token')
    assert.equal(refused.length, 19)
    made.clock.pass(3000)
    assert.deepEqual(await verify(made, token, once), { error: 'Used token' })
    assert.equal((await verify(made, other, once))?.success, 1)
  })

  it('does not use up a token that it refuses', async () => {
    await using made = await verifyingWiki()
    const token = await proofOf(await logIn(made))
    made.clock.pass(10)
    await verify(made, token, { singleuse: '1', maxage: '5' })
    assert.equal((await verify(made, token, { singleuse: '1' }))?.success, 1)
  })
})

/** What happens after a token was given, and whether it is good then. */
// biome-ignore format: a table
const events: readonly { what: string; happen: (made: StoppedWiki, visitor: Visitor) => Promise<unknown>; good: boolean }[] = [
  { what: 'nothing',                             happen: async () => {},                                           good: true },
  { what: 'another login of the same user',      happen: (made) => logIn(made),                                    good: true },
  { what: 'the end of another session',          happen: async (made) => (await logIn(made)).logOut(),             good: true },
  { what: 'logging out',                         happen: (_, visitor) => visitor.logOut(),                         good: false },
  { what: 'logging out everywhere',              happen: logOutEverywhere,                                         good: false },
  { what: 'logging in again',                    happen: (_, visitor) => visitor.logIn(alice.name, alice.password), good: false },
  { what: 'a new token of the account',          happen: ({ wiki }) => wiki.stores.accounts.replaceToken(1, 'e'.repeat(32)), good: false },
  { what: 'the end of all other sessions',       happen: (made) => endOthers(made),                                good: false },
  { what: 'the end of the account',              happen: ({ wiki }) => wiki.database.deleteFrom('user').execute(), good: false },
  { what: 'another program’s locking the account', happen: (made) => lockBeside(made),                              good: false },
  { what: 'the last second of the session',      happen: async ({ clock }) => clock.pass(3599),                    good: true },
  { what: 'the end of the session’s time',       happen: async ({ clock }) => clock.pass(3600),                    good: false },
  { what: 'coming back after the session',       happen: comeBack,                                                 good: false },
  { what: 'a renewal of the session',            happen: renew,                                                    good: true },
]

async function logOutEverywhere(made: StoppedWiki) {
  const other = await logIn(made)
  await other.ask({ action: 'logout', global: '1', token: await other.token('csrf') })
}

async function endOthers(made: StoppedWiki) {
  const other = await logIn(made)
  const token = await other.token('csrf')
  const { error } = await other.ask({ action: 'jetonendsession', others: '1', token })
  assert.equal(error, undefined)
}

/** As a MediaWiki beside us does it, which may leave the account’s token as it is. */
async function lockBeside({ wiki }: StoppedWiki) {
  const account = { gu_id: 1, gu_name: alice.name, gu_locked: 1 }
  const tables = wiki.database.withTables<{ globaluser: typeof account }>()
  await tables.insertInto('globaluser').values(account).execute()
}

async function comeBack(made: StoppedWiki, visitor: Visitor) {
  made.clock.pass(3600)
  assert.equal(await visitor.whoAmI(), alice.name)
}

async function renew(made: StoppedWiki, visitor: Visitor) {
  made.clock.pass(3000)
  await visitor.whoAmI()
  made.clock.pass(3000)
}

describe('a token for other services', () => {
  for (const { what, happen, good } of events) {
    it(`is ${good ? 'good' : 'void'} after ${what}`, async () => {
      await using made = await verifyingWiki()
      const visitor = await logIn(made)
      const token = await proofOf(visitor)
      await happen(made, visitor)
      const told = await verify(made, token)
      if (good) assert.equal(told?.success, 1)
      else assert.deepEqual(told, incorrect)
    })
  }

  it('is not one of another session, user or time', async () => {
    await using made = await verifyingWiki()
    await made.wiki.createAccount({ name: 'Bob', password: 'granite-whisper-lamp' })
    const bob = made.visitor()
    await bob.logIn('Bob', 'granite-whisper-lamp')
    const one = (await proofOf(await logIn(made))).split('-')
    const other = (await proofOf(await logIn(made))).split('-')
    const bobs = (await proofOf(bob)).split('-')
    const mixed = [
      [other[0], one[1], one[2], one[3]],
      [one[0], other[1], one[2], one[3]],
      [one[0], one[1], String(Number(one[2]) + 1), one[3]],
      [one[0], one[1], one[2], bobs[3]],
      [bobs[0], bobs[1], bobs[2], one[3]],
      [one[0], one[1], `0${one[2]}`, one[3]],
      [one[0]?.toUpperCase(), one[1], one[2], one[3]],
    ]
    for (const parts of mixed)
      assert.deepEqual(await verify(made, parts.join('-')), incorrect, parts.join('-'))
  })

  it('is void however little of it is changed', async () => {
    await using made = await verifyingWiki()
    const token = await proofOf(await logIn(made))
    const spoilt = fc
      .tuple(fc.nat(token.length - 1), fc.constantFrom(...'0123456789abcdef-+ \u0000é'), fc.nat(2))
      .map(([at, character, removed]) => token.slice(0, at) + character + token.slice(at + removed))
      .filter((each) => each !== token)
    await fc.assert(
      fc.asyncProperty(fc.oneof(spoilt, fc.string()), async (given) => {
        fc.pre(given !== '' && given !== '0')
        assert.deepEqual(await verify(made, given), incorrect)
      }),
    )
  })

  it('lets nobody in', async () => {
    await using made = await verifyingWiki()
    const token = await proofOf(await logIn(made))
    const visitor = made.visitor()
    for (const part of [token, ...token.split('-')]) {
      visitor.jar.put('wiki_session', part)
      visitor.jar.put('wikiUserID', '1')
      visitor.jar.put('wikiToken', part)
      assert.equal(await visitor.whoAmI(), undefined)
    }
  })
})
