import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../stopped-wiki.ts'
import type { Visitor } from '../visitor.ts'

const chosen = 'granite-whisper-lamp'

/** Tries to change the password, and says why not. */
async function changePassword(visitor: Visitor): Promise<string | undefined> {
  const { error } = await visitor.ask({
    action: 'changeauthenticationdata',
    changeauthrequest: 'MediaWiki\\Auth\\PasswordAuthenticationRequest',
    ...{ password: chosen, retype: chosen, changeauthtoken: await visitor.token('csrf') },
  })
  return error
}

/** Lets time pass for somebody whose session goes on. */
async function stay(visitor: Visitor, { clock }: StoppedWiki, seconds: number): Promise<void> {
  clock.pass(1801)
  assert.equal(await visitor.whoAmI(), alice.name)
  clock.pass(seconds - 1801)
}

describe('changing how to log in', () => {
  it('security 47: is possible for an hour after a login, to the second', async () => {
    for (const [seconds, error] of [
      [3600, undefined],
      [3601, 'reauthenticate'],
    ] as const) {
      await using made = await stoppedWiki()
      const visitor = made.visitor()
      await visitor.logIn(alice.name, alice.password)
      await stay(visitor, made, seconds)
      assert.equal(await changePassword(visitor), error)
    }
  })

  it('security 47: is not possible for who only was remembered, until a login', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    visitor.jar.remove('wiki_session')
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.equal(await changePassword(visitor), 'reauthenticate')
    await visitor.logIn(alice.name, alice.password)
    assert.equal(await changePassword(visitor), undefined)
  })

  it('security 47: is not made possible by failing to log in, or by making an account for somebody else', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    await stay(visitor, made, 3601)
    await visitor.tryLogIn(alice.name, 'wrong')
    const { body } = await visitor.ask({
      ...{ action: 'createaccount', createreturnurl: 'http://127.0.0.1/', username: 'Bob' },
      ...{ password: chosen, retype: chosen, createtoken: await visitor.token('createaccount') },
    })
    assert.equal(Object(body).createaccount?.status, 'PASS')
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.equal(await changePassword(visitor), 'reauthenticate')
  })
})
