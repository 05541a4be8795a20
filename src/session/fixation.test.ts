import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'

/** Session ids that may be in a browser before its user logs in, because an attacker put them there. */
const planted: Readonly<Record<string, (made: StoppedWiki) => Promise<string>>> = {
  'of an anonymous session of his own': async ({ visitor }) => {
    const attacker = visitor()
    await attacker.token('login')
    return attacker.jar.find('wiki_session') ?? ''
  },
  'of a session in which he is logged in': async ({ wiki, visitor }) => {
    await wiki.createAccount({ name: 'Mallory', password: 'crooked-granite-lamp' })
    const attacker = visitor()
    await attacker.logIn('Mallory', 'crooked-granite-lamp')
    return attacker.jar.find('wiki_session') ?? ''
  },
  'that he made up': async () => 'abcdefghijklmnopqrstuv0123456789',
  'of a session that has ended': async ({ visitor }) => {
    const attacker = visitor()
    await attacker.logIn(alice.name, alice.password)
    const id = attacker.jar.find('wiki_session') ?? ''
    await attacker.logOut()
    return id
  },
}

describe('logging in', () => {
  for (const [which, plant] of Object.entries(planted)) {
    it(`security 1: gives a new session to who came with the id ${which}`, async () => {
      await using made = await stoppedWiki()
      const [victim, attacker] = [made.visitor(), made.visitor()]
      const id = await plant(made)
      victim.jar.put('wiki_session', id)
      const loginToken = await victim.token('login')
      const before = victim.copy()
      assert.equal(
        (await victim.tryLogIn(alice.name, alice.password, loginToken))?.result,
        'Success',
      )

      assert.notEqual(victim.jar.find('wiki_session'), id)
      assert.notEqual(victim.jar.find('wiki_session'), before.jar.find('wiki_session'))
      assert.equal(await victim.whoAmI(), alice.name)
      assert.equal(await victim.check('login', loginToken), 'invalid')

      for (const name of ['wikiUserID', 'wikiUserName'])
        attacker.jar.put(name, victim.jar.find(name) ?? '')
      attacker.jar.put('wiki_session', id)
      assert.equal(await attacker.whoAmI(), undefined)
      assert.equal(await before.whoAmI(), undefined)
      assert.equal(await before.check('login', loginToken), 'invalid')
    })
  }

  it('security 1: ends the session that one had, and its tokens, and lets nobody else keep it', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const [before, csrf] = [visitor.copy(), await visitor.token('csrf')]
    before.jar.remove('wikiToken')
    assert.equal(await visitor.check('csrf', csrf), 'valid')

    await visitor.logIn(alice.name, alice.password)
    assert.equal(await visitor.check('csrf', csrf), 'invalid')
    assert.equal(await before.whoAmI(), undefined)
  })

  it('security 2: gives a program a new session, whatever id it came with', async () => {
    await using made = await stoppedWiki()
    const unknown = made.visitor()
    unknown.jar.put('wiki_BPsession', 'abcdefghijklmnopqrstuv0123456789')
    await unknown.logIn(alice.botName, alice.botPassword)
    assert.notEqual(unknown.jar.find('wiki_BPsession'), 'abcdefghijklmnopqrstuv0123456789')

    const anonymous = made.visitor()
    const token = await anonymous.token('login')
    const id = anonymous.jar.find('wiki_session') ?? ''
    anonymous.jar.put('wiki_BPsession', id)
    await anonymous.tryLogIn(alice.botName, alice.botPassword, token)
    assert.notEqual(anonymous.jar.find('wiki_BPsession'), id)
    assert.equal(await anonymous.whoAmI(), alice.name)
  })

  it('makes no session of one kind of another’s id', async () => {
    await using made = await stoppedWiki()
    const [person, program] = [made.visitor(), made.visitor()]
    await person.logIn(alice.name, alice.password)
    await program.logIn(alice.botName, alice.botPassword)

    const swapped = made.visitor()
    swapped.jar.put('wiki_BPsession', person.jar.find('wiki_session') ?? '')
    assert.equal(await swapped.whoAmI(), undefined)
    swapped.jar.put('wiki_session', program.jar.find('wiki_BPsession') ?? '')
    swapped.jar.put('wikiUserID', person.jar.find('wikiUserID') ?? '')
    assert.equal(await swapped.whoAmI(), undefined)
    assert.equal(await person.whoAmI(), alice.name)
    assert.equal(await program.whoAmI(), alice.name)
  })
})
