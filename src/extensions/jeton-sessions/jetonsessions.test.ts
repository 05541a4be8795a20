import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import {
  alice,
  findStoredSession,
  type StoppedWiki,
  stoppedWiki,
  storeSession,
} from '../../../test/stopped-wiki.ts'
import type { Visitor } from '../../../test/visitor.ts'

const list = { action: 'query', list: 'jetonsessions' }
const whoAmI = { action: 'query', meta: 'userinfo' }

const wikiWithSessions = () => stoppedWiki({ settings: { Extensions: ['JetonSessions'] } })

async function person(made: StoppedWiki): Promise<Visitor> {
  const visitor = made.visitor()
  await visitor.logIn(alice.name, alice.password)
  return visitor
}

/** Stores a session as MediaWiki does: with its own deflating, and without a note of ours. */
async function storeAsMediaWiki({ wiki }: StoppedWiki, visitor: Visitor): Promise<void> {
  const id = visitor.jar.find('wiki_session')
  const stored = await findStoredSession(wiki, id)
  await storeSession(wiki, id, deflateRawSync(Buffer.from(stored?.text ?? '', 'latin1')))
  await wiki.database
    .deleteFrom('objectcache')
    .where('keyname', 'like', 'wiki:JetonSession:%')
    .execute()
}

describe('list=jetonsessions', () => {
  it('takes a damaged note for none, and writes it anew', async () => {
    await using made = await wikiWithSessions()
    const visitor = await person(made)
    await visitor.ask(whoAmI)
    for (const damaged of ['', '{', '[]', '{"id":7}']) {
      await made.wiki.database
        .updateTable('objectcache')
        .set({ value: Buffer.from(damaged) })
        .where('keyname', 'like', 'wiki:JetonSession:%')
        .execute()
      made.clock.pass(100)
      assert.equal(await visitor.whoAmI(), alice.name)
      const now = `${made.clock.now().toISOString().slice(0, 19)}Z`
      assert.equal((await visitor.sessions())[0]?.used, now, damaged)
    }
  })

  it('tells a user of each session how it was made, and where it is used', async () => {
    await using made = await wikiWithSessions()
    const first = made.visitor()
    await first.logIn(alice.botName, alice.botPassword)
    made.clock.pass(100)
    const visitor = await person(made)
    made.clock.pass(100)
    await visitor.ask(whoAmI, { 'user-agent': 'Lynx/2.9' })

    const [browser, program, ...more] = await visitor.sessions()
    assert.deepEqual(more, [])
    const { id, ...rest } = browser ?? {}
    assert.match(id ?? '', /^[0-9a-f]{32}$/)
    assert.deepEqual(rest, {
      current: true,
      type: 'browser',
      remembered: true,
      made: '2026-01-01T12:01:40Z',
      used: '2026-01-01T12:03:20Z',
      expires: '2026-01-01T13:01:40Z',
      address: '127.0.0.1',
      agent: 'Lynx/2.9',
    })
    const { id: programId, ...ofProgram } = program ?? {}
    assert.notEqual(programId, id)
    assert.deepEqual(ofProgram, {
      current: false,
      type: 'botpassword',
      appid: 'sweeper',
      remembered: false,
      made: '2026-01-01T12:00:00Z',
      used: '2026-01-01T12:00:00Z',
      expires: '2026-01-01T13:00:00Z',
      address: '127.0.0.1',
      agent: '',
    })
  })

  it('never shows what would let anybody in', async () => {
    await using made = await wikiWithSessions()
    const visitor = await person(made)
    const { body } = await visitor.ask(list)
    for (const cookie of ['wiki_session', 'wikiToken']) {
      const secret = visitor.jar.find(cookie)
      assert.ok(secret)
      assert.ok(!JSON.stringify(body).includes(secret))
    }
  })

  it('shows nobody the sessions of others', async () => {
    await using made = await wikiWithSessions()
    await made.wiki.createAccount({ name: 'Bob', password: 'granite-whisper-lamp' })
    const visitor = await person(made)
    const bob = made.visitor()
    await bob.logIn('Bob', 'granite-whisper-lamp')
    assert.deepEqual(
      (await bob.sessions()).map(({ current }) => current),
      [true],
    )
    assert.deepEqual(
      (await visitor.sessions()).map(({ current }) => current),
      [true],
    )
  })

  it('shortens what a program says of itself', async () => {
    await using made = await wikiWithSessions()
    const visitor = await person(made)
    made.clock.pass(61)
    await visitor.ask(whoAmI, { 'user-agent': 'x'.repeat(5000) })
    assert.equal((await visitor.sessions())[0]?.agent, 'x'.repeat(200))
  })

  it('notes a use at most once a minute', async () => {
    await using made = await wikiWithSessions()
    const visitor = await person(made)
    made.clock.pass(59)
    await visitor.ask(whoAmI)
    assert.equal((await visitor.sessions())[0]?.used, '2026-01-01T12:00:00Z')
    made.clock.pass(1)
    await visitor.ask(whoAmI)
    assert.equal((await visitor.sessions())[0]?.used, '2026-01-01T12:01:00Z')
  })

  it('keeps a session in the list as long as it is renewed', async () => {
    await using made = await wikiWithSessions()
    const [visitor, other] = [await person(made), await person(made)]
    for (let visit = 0; visit < 3; visit++) {
      made.clock.pass(1900)
      await other.ask(whoAmI)
    }
    const [session] = await other.sessions()
    assert.equal(session?.made, '2026-01-01T12:00:00Z')
    assert.equal(session?.expires, '2026-01-01T14:35:00Z')
    assert.equal((await other.sessions()).length, 1)
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.equal((await other.sessions()).length, 2, 'who is remembered has another session')
  })

  it('lists no session that has ended or would not be honoured', async () => {
    await using made = await wikiWithSessions()
    const visitor = await person(made)
    const gone = await person(made)
    await gone.logOut()
    const program = made.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    assert.equal((await visitor.sessions()).length, 2)
    const without = { 'X-Test-Config': '{"EnableBotPasswords":false}' }
    assert.equal((await visitor.ask(list, without)).body.query?.jetonsessions?.length, 1)
    await made.wiki.stores.botPasswords.delete(1, 'sweeper')
    assert.equal((await visitor.sessions()).length, 1)
    await made.wiki.stores.accounts.replaceToken(1, 'f'.repeat(32))
    const back = await person(made)
    assert.equal((await back.sessions()).length, 1)
  })

  it('lists what MediaWiki made, with what MediaWiki knows', async () => {
    await using made = await wikiWithSessions()
    const foreign = await person(made)
    await storeAsMediaWiki(made, foreign)
    made.clock.pass(10)
    const visitor = await person(made)
    const [own, other, ...more] = await visitor.sessions()
    assert.deepEqual(more, [])
    assert.equal(own?.current, true)
    const { id, ...rest } = other ?? {}
    assert.deepEqual(rest, {
      current: false,
      type: 'browser',
      remembered: true,
      made: '2026-01-01T12:00:00Z',
      expires: '2026-01-01T13:00:00Z',
    })
  })

  it('finds MediaWiki’s sessions among many', async () => {
    await using made = await wikiWithSessions()
    const foreign = await person(made)
    await storeAsMediaWiki(made, foreign)
    const anonymous = (index: number) => ({
      keyname: `wiki:MWSession:${String(index).padStart(32, '0')}`,
      value: deflateRawSync('a:0:{}'),
      exptime: '20260101130000',
    })
    const rows = Array.from({ length: 1600 }, (_, index) => anonymous(index))
    for (let at = 0; at < rows.length; at += 400) {
      const some = rows.slice(at, at + 400)
      await made.wiki.database.insertInto('objectcache').values(some).execute()
    }
    assert.equal((await foreign.sessions()).length, 1)
  })

  it('goes on where the last answer ended', async () => {
    await using made = await wikiWithSessions()
    const visitors: Visitor[] = []
    for (let visit = 0; visit < 3; visit++) {
      visitors.push(await person(made))
      if (visit > 0) made.clock.pass(100)
    }
    const [visitor] = visitors
    // Asking is a use: only now the order stays.
    await visitor?.sessions()
    const all = (await visitor?.sessions())?.map(({ id }) => id)
    const seen: string[] = []
    let next: Readonly<Record<string, string>> = {}
    for (let part = 0; part < 3; part++) {
      const answer = await visitor?.ask({ ...list, jeslimit: '1', ...next })
      seen.push(...(answer?.body.query?.jetonsessions ?? []).map(({ id }) => id))
      next = answer?.body.continue ?? {}
    }
    assert.deepEqual(next, {})
    assert.deepEqual(seen, all)
    assert.equal(new Set(seen).size, 3)
  })

  // biome-ignore format: a table
  const refusals = [
    { who: 'nobody',  asks: {},                                         hears: 'notloggedin' },
    { who: 'program', asks: {},                                         hears: 'permissiondenied' },
    { who: 'person',  asks: { origin: '*' },                            hears: 'notloggedin' },
    { who: 'person',  asks: { jescontinue: '1' },                       hears: 'badcontinue' },
    { who: 'person',  asks: { jescontinue: `x|${'0'.repeat(32)}` },     hears: 'badcontinue' },
    { who: 'person',  asks: { jescontinue: `1|${'0'.repeat(32)}` },     hears: undefined },
  ] as const
  it('refuses who is not to see them', async () => {
    await using made = await wikiWithSessions()
    const program = made.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    const visitors = { nobody: made.visitor(), program, person: await person(made) }
    for (const { who, asks, hears } of refusals) {
      const { error } = await visitors[who].ask({ ...list, ...asks })
      assert.equal(error, hears, `${who} ${JSON.stringify(asks)}`)
    }
  })
})
