import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { Visitor } from '../../../test/visitor.ts'

interface Asked {
  readonly prop: string
  readonly headers?: Readonly<Record<string, string>>
}

async function userinfo(
  visitor: Visitor,
  { prop, headers }: Asked,
): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await visitor.ask({ action: 'query', meta: 'userinfo', uiprop: prop }, headers)
  return { ...body.query?.userinfo }
}

const nobody = { id: 0, name: '127.0.0.1', anon: true }

describe('meta=userinfo', () => {
  it('tells of a group for as long as one is in it', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    await stopped.wiki.database
      .insertInto('user_groups')
      .values({ ug_user: 1, ug_group: 'bureaucrat', ug_expiry: '20260101120100' })
      .execute()
    const membership = async () =>
      (await userinfo(visitor, { prop: 'groupmemberships' }))['groupmemberships']
    assert.deepEqual(await membership(), [
      { group: 'bot', expiry: 'infinity' },
      { group: 'bureaucrat', expiry: '2026-01-01T12:01:00Z' },
    ])
    stopped.clock.pass(59)
    assert.equal(Array.from(Object(await membership())).length, 2)
    stopped.clock.pass(2)
    assert.deepEqual(await membership(), [{ group: 'bot', expiry: 'infinity' }])
  })

  it('reads what languages a browser asks for, however it says so', async () => {
    await using stopped = await stoppedWiki()
    // biome-ignore format: a table
    const rows: [string, unknown[]][] = [
      ['',                         []],
      ['fr',                       [{ q: 1, code: 'fr' }]],
      ['fr;q=0.5, DE-at',          [{ q: 1, code: 'de-at' }, { q: 0.5, code: 'fr' }]],
      ['fr;q=0, de;q=0.1',         [{ q: 0.1, code: 'de' }]],
      ['*;q=0.001',                [{ q: 0.001, code: '*' }]],
    ]
    for (const [header, languages] of rows) {
      const asked = { prop: 'acceptlang', headers: { 'accept-language': header } }
      assert.deepEqual((await userinfo(stopped.visitor(), asked))['acceptlang'], languages, header)
    }
  })

  it('reads a header of any length in no time', async () => {
    await using stopped = await stoppedWiki()
    const start = performance.now()
    for (const part of ['a-', 'a,', ';q=', 'a;q=0.', ' ', 'abcdefgh-']) {
      const headers = { 'accept-language': part.repeat(100_000) }
      await userinfo(stopped.visitor(), { prop: 'acceptlang', headers })
    }
    assert.ok(performance.now() - start < 2000)
  })

  it('counts up to a thousand unread pages', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const unread = async () => (await userinfo(visitor, { prop: 'unreadcount' }))['unreadcount']
    assert.equal(await unread(), 0)
    const pages = Array.from({ length: 999 }, (_, index) => ({
      ...{ wl_user: 1, wl_namespace: 0, wl_title: `Page ${index}` },
      wl_notificationtimestamp: '20260101000000',
    }))
    await stopped.wiki.database.insertInto('watchlist').values(pages).execute()
    assert.equal(await unread(), 999)
    const last = { ...pages[0], wl_user: 1, wl_namespace: 0, wl_title: 'Last' }
    await stopped.wiki.database.insertInto('watchlist').values(last).execute()
    assert.equal(await unread(), '1000+')
  })

  it('tells another site nothing of who is logged in', async () => {
    await using stopped = await stoppedWiki()
    for (const name of ['name', 'botName'] as const) {
      const visitor = stopped.visitor()
      const password = name === 'name' ? alice.password : alice.botPassword
      await visitor.logIn(alice[name], password)
      const headers = { 'treat-as-untrusted': '1' }
      assert.deepEqual(await userinfo(visitor, { prop: '', headers }), nobody)
      const { body } = await visitor.ask({ action: 'query', meta: 'userinfo', origin: '*' })
      assert.deepEqual(body.query?.userinfo, nobody)
      assert.equal(await visitor.whoAmI(), alice.name)
    }
  })
})
