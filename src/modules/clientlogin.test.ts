import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { takeStep } from '../../test/log-in-steps.ts'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'

describe('action=clientlogin', () => {
  it('takes a field that is an array for one that is not there', async () => {
    await using made = await stoppedWiki()
    const form = { username: alice.name, 'password[]': alice.password }
    const { status, messagecode } = await takeStep(made.visitor(), form)
    assert.deepEqual([status, messagecode], ['FAIL', 'authmanager-authn-no-primary'])
  })

  it('forgets a login that waits when somebody logs in otherwise, or out', async () => {
    await using made = await stoppedWiki({ settings: { PasswordAttemptThrottle: [] } })
    await made.wiki.createAccount({ name: 'Bob', password: 'other-lantern-quarry' })
    const policies = {
      default: { MinimalPasswordLength: { value: 30, suggestChangeOnLogin: true } },
    }
    const config = { PasswordPolicy: { __merge: { policies } } }
    const asAlice = { username: alice.name, password: alice.password }
    const goOn = { logincontinue: '1', skipReset: '1' }

    const visitor = made.visitor()
    assert.equal((await takeStep(visitor, asAlice, config)).status, 'UI')
    await visitor.logIn('Bob', 'other-lantern-quarry')
    assert.equal((await takeStep(visitor, goOn)).status, 'FAIL')
    assert.equal(await visitor.whoAmI(), 'Bob')

    assert.equal((await takeStep(visitor, asAlice, config)).status, 'UI')
    await visitor.logOut()
    assert.equal((await takeStep(visitor, goOn)).status, 'FAIL')
    assert.equal(await visitor.whoAmI(), undefined)
  })
})
