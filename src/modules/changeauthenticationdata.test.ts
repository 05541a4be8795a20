import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { newPassword } from '../../test/creation-steps.ts'
import { exampleProvider } from '../../test/example-provider.ts'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Answer, Visitor } from '../../test/visitor.ts'
import { ownMessage, type PrimaryProvider, textOf } from '../index.ts'

const passwordRequest = 'MediaWiki\\Auth\\PasswordAuthenticationRequest'
const word = ownMessage('word', { en: 'Word' })

/** Asks to change a visitor's password. */
async function change(visitor: Visitor, password = newPassword): Promise<Answer> {
  return visitor.ask({
    ...{ action: 'changeauthenticationdata', changeauthrequest: passwordRequest },
    ...{ password, retype: password, changeauthtoken: await visitor.token('csrf') },
  })
}

async function remove(visitor: Visitor, action: string, request: string): Promise<Answer> {
  return visitor.ask({ action, request, token: await visitor.token('csrf') })
}

describe('changing how one logs in', () => {
  it('changes nothing of others', async () => {
    await using made = await stoppedWiki()
    await made.wiki.createAccount({ name: 'Bob', password: alice.password })
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    assert.equal((await change(visitor)).error, undefined)
    await made.visitor().logIn('Bob', alice.password)
    await made.visitor().logIn(alice.name, newPassword)
    assert.equal((await made.visitor().tryLogIn(alice.name, alice.password))?.result, 'Failed')
  })

  it('goes to the provider that has asked for it', async () => {
    const seen: string[] = []
    const provider: PrimaryProvider = {
      ...exampleProvider,
      async makeChange({ action, account, request }) {
        seen.push(`${action} ${request.id} of ${account.name}`)
        return {}
      },
    }
    await using made = await stoppedWiki({ providers: { primary: [provider] } })
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const request = 'FooAuthenticationRequest'
    for (const action of ['removeauthenticationdata', 'unlinkaccount'])
      assert.equal((await remove(visitor, action, request)).error, undefined)
    assert.deepEqual(seen, Array(2).fill('remove FooAuthenticationRequest of Alice'))
    // Whatever ends, programs have to be given new passwords.
    const stored = await made.wiki.stores.botPasswords.find(1, 'sweeper')
    assert.equal(stored?.passwordHash, '')
  })

  it('says why a provider is against it', async () => {
    const checkChange = async () => [word, ownMessage('other', { en: 'Other' })]
    await using made = await stoppedWiki({
      providers: { primary: [{ ...exampleProvider, checkChange }] },
    })
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const refused = await remove(visitor, 'unlinkaccount', 'FooAuthenticationRequest')
    assert.equal(refused.error, 'word, other')
  })
})

describe('linking an account', () => {
  const provider: PrimaryProvider = {
    ...exampleProvider,
    beginLink: async (account) => ({
      ...{ status: 'redirect', requests: [], target: 'https://elsewhere.example/' },
      keep: { name: account.name },
    }),
    continueLink: async (account, submission, keep) => {
      assert.deepEqual(keep, { name: account.name })
      assert.equal(textOf(submission, 'x', 'x'), '')
      return { status: 'pass' }
    },
  }
  const step = async (visitor: Visitor, fields: Readonly<Record<string, string>>) => {
    const form = { action: 'linkaccount', linkmessageformat: 'none', ...fields }
    const { body } = await visitor.ask({ ...form, linktoken: await visitor.token('csrf') })
    return body.linkaccount
  }

  it('may lead elsewhere, and is gone on with by who began it only', async () => {
    await using made = await stoppedWiki({ providers: { primary: [provider] } })
    await made.wiki.createAccount({ name: 'Bob', password: newPassword })
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const sent = await step(visitor, { linkreturnurl: 'http://x/' })
    assert.equal(sent?.redirecttarget, 'https://elsewhere.example/')
    assert.deepEqual(await step(visitor, { linkcontinue: '1' }), { status: 'PASS' })

    await step(visitor, { linkreturnurl: 'http://x/' })
    await visitor.logIn('Bob', newPassword)
    const late = await step(visitor, { linkcontinue: '1' })
    assert.equal(late?.messagecode, 'authmanager-link-not-in-progress')
  })

  it('fails if no provider can do it with what was sent', async () => {
    await using made = await stoppedWiki({ providers: { primary: [exampleProvider] } })
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const failed = await step(visitor, { linkreturnurl: 'http://x/' })
    assert.equal(failed?.messagecode, 'authmanager-link-no-primary')
    const linked = await step(visitor, { linkreturnurl: 'http://x/', provider: 'Example' })
    assert.deepEqual(linked, { status: 'PASS' })
  })
})
