import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, findStoredSession, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Visitor } from '../../test/visitor.ts'

const whoAmI = { action: 'query', meta: 'userinfo' }

/** The ways to have a session, and the cookies that it consists of. */
const ways: Readonly<
  Record<string, { come: (visitor: Visitor) => Promise<unknown>; cookies: readonly string[] }>
> = {
  'nobody, who asked for a token': {
    come: (visitor) => visitor.token('login'),
    cookies: ['wiki_session'],
  },
  'somebody with a password': {
    come: (visitor) => visitor.logIn(alice.name, alice.password),
    cookies: ['wiki_session', 'wikiUserID', 'wikiUserName', 'wikiToken'],
  },
  'a program with a bot password': {
    come: async (visitor) => {
      await visitor.logIn(alice.botName, alice.botPassword)
      visitor.jar.remove('wiki_session')
    },
    cookies: ['wiki_BPsession'],
  },
}

const namesOf = (setCookies: readonly string[]) =>
  setCookies.map((setCookie) => setCookie.split('=')[0])

async function storedFor(visitor: Visitor, { wiki }: StoppedWiki) {
  const id = visitor.jar.find('wiki_BPsession') ?? visitor.jar.find('wiki_session')
  return findStoredSession(wiki, id)
}

for (const [who, { come, cookies }] of Object.entries(ways)) {
  describe(`the session of ${who}`, () => {
    it('security 8: is left alone up to the half of its life', async () => {
      await using made = await stoppedWiki()
      const visitor = made.visitor()
      await come(visitor)
      const before = await storedFor(visitor, made)
      made.clock.pass(1800)

      const { setCookies } = await visitor.ask(whoAmI)
      assert.deepEqual(setCookies, [])
      assert.deepEqual(await storedFor(visitor, made), before)
    })

    it('security 8: begins anew after the half of its life, with the same cookies', async () => {
      await using made = await stoppedWiki()
      const visitor = made.visitor()
      await come(visitor)
      const [before, header] = [await storedFor(visitor, made), visitor.jar.header()]
      made.clock.pass(1801)

      const { setCookies } = await visitor.ask(whoAmI)
      assert.deepEqual(namesOf(setCookies), cookies)
      assert.equal(visitor.jar.header(), header)
      const after = await storedFor(visitor, made)
      assert.equal(before?.exptime, '20260101130000')
      assert.equal(after?.exptime, '20260101133001')
      const seconds = (text = '') => /s:7:"expires";i:(\d+)/.exec(text)?.[1]
      assert.equal(Number(seconds(after.text)) - Number(seconds(before.text)), 1801)

      const again = await visitor.ask(whoAmI)
      assert.deepEqual(again.setCookies, [])
    })
  })
}

describe('a session that nobody asks with', () => {
  it('security 8: lasts for an hour', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    visitor.jar.remove('wikiToken')
    made.clock.pass(3599)
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  for (const [who, { come }] of Object.entries(ways)) {
    it(`security 8: is no more after it, that of ${who}`, async () => {
      await using made = await stoppedWiki()
      const visitor = made.visitor()
      await come(visitor)
      const token = await visitor.token('login')
      visitor.jar.remove('wikiToken')
      made.clock.pass(3601)
      assert.equal(await visitor.whoAmI(), undefined)
      assert.equal(await visitor.check('login', token), 'invalid')
    })
  }

  it('takes its cookies with it', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    visitor.jar.remove('wikiToken')
    made.clock.pass(3601)
    const { setCookies } = await visitor.ask(whoAmI)
    assert.deepEqual(
      setCookies.map((setCookie) => setCookie.split(';')[0]),
      ['wiki_session=deleted', 'wikiUserID=deleted'],
    )
  })

  it('security 8: is followed by another when the login is remembered', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const thief = visitor.copy()
    thief.jar.remove('wikiToken')
    made.clock.pass(3601)

    const { setCookies, body } = await visitor.ask(whoAmI)
    assert.equal(body.query?.userinfo?.name, alice.name)
    assert.deepEqual(namesOf(setCookies), ways['somebody with a password']?.cookies)
    assert.notEqual(visitor.jar.find('wiki_session'), thief.jar.find('wiki_session'))
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.equal(await thief.whoAmI(), undefined)
  })

  it('is followed by none where logins are not remembered', async () => {
    await using made = await stoppedWiki({ settings: { ExtendedLoginCookieExpiration: 0 } })
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    assert.equal(visitor.jar.find('wikiToken'), undefined)
    made.clock.pass(3601)
    assert.equal(await visitor.whoAmI(), undefined)
  })
})
