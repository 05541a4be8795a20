import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../../test/stopped-wiki.ts'
import { type AccountRequest, type BotPasswordRequest, CannotCreate } from '../../index.ts'

const password = 'granite-whisper-lamp'
const made = await stoppedWiki()
const { wiki } = made
after(() => made[Symbol.asyncDispose]())

/** Accounts that cannot be made, and the sentence that says why. */
// biome-ignore format: a table
const noAccounts: readonly (readonly [AccountRequest, says: RegExp])[] = [
  [{ name: 'Alice', password },                               /^The name Alice is taken\.$/],
  [{ name: 'user:alice_', password },                         /^The name Alice is taken\.$/],
  [{ name: '', password },                                    /^"" cannot be the name of an account: /],
  [{ name: 'A/B', password },                                 /^"A\/B" cannot be the name of an account: /],
  [{ name: 'A@B', password },                                 /^"A@B" cannot be the name of an account: /],
  [{ name: '192.0.2.1', password },                           /^"192\.0\.2\.1" cannot be the name of an account: /],
  [{ name: 'x'.repeat(236), password },                       /cannot be the name of an account: /],
  [{ name: 'MediaWiki default', password },                   /cannot be the name of an account: /],
  [{ name: 'Eve', password, groups: ['sysop', 'nonsense'] },  /^There is no group "nonsense" to put anybody into, only: bot, sysop, /],
  [{ name: 'Eve', password, groups: ['user'] },               /^There is no group "user" to put anybody into, only: /],
  [{ name: 'Eve', password: 'short', groups: ['sysop'] },     /^The password of Eve cannot be used: .*10/],
  [{ name: 'Eve', password, email: 'Eve <eve@example.org>' },  /^"Eve <eve@example\.org>" is no e-mail address\.$/],
  [{ name: 'Eve', password: 'eve' },                          /^The password of Eve cannot be used: /],
  [{ name: 'Eve', password: '' },                             /^The password of Eve cannot be used: /],
  [{ name: 'Eve', password: 'x'.repeat(4097) },               /^The password of Eve cannot be used: .*4,?096/],
]

const sweeper = { user: 'Alice', appId: 'other' }

/** Bot passwords that cannot be made, and the sentence that says why. */
// biome-ignore format: a table
const noBotPasswords: readonly (readonly [BotPasswordRequest, says: RegExp])[] = [
  [{ ...sweeper, user: 'Nobody' },                            /^There is no account "Nobody"\.$/],
  [{ ...sweeper, user: 'A/B' },                               /^There is no account "A\/B"\.$/],
  [{ ...sweeper, appId: 'sweeper' },                          /^Alice has a bot password "sweeper" already\.$/],
  [{ ...sweeper, appId: '' },                                 /must have 1 to 32 bytes\.$/],
  [{ ...sweeper, appId: 'ü'.repeat(17) },                     /must have 1 to 32 bytes\.$/],
  [{ ...sweeper, appId: 'a\nb' },                             /must not have control characters\.$/],
  [{ ...sweeper, grants: ['basic', 'x'] },                    /^There is no grant "x", only: basic, /],
  [{ ...sweeper, grants: ['__proto__'] },                     /^There is no grant "__proto__", only: basic, /],
  [{ ...sweeper, ips: ['192.0.2.0/24', '010.0.0.1'] },        /^"010\.0\.0\.1" is no address or range: /],
  [{ ...sweeper, password: 'short' },                         /^A bot password must have at least 32 characters/],
  [{ ...sweeper, password: 'x'.repeat(32) },                  /^A bot password must have at least 32 characters, and only 0 to 9 and a to w\.$/],
]

const saying = (says: RegExp) => (error: unknown) => {
  assert(error instanceof CannotCreate)
  assert.match(error.message, says)
  return true
}

describe('nobody gets', () => {
  for (const [request, says] of noAccounts) {
    const {
      name,
      groups = [],
      password: { length },
    } = request
    it(`an account "${name.slice(0, 20)}" in [${groups}] with a password of ${length}`, async () => {
      await assert.rejects(wiki.createAccount(request), saying(says))
      assert.deepEqual(
        (await wiki.stores.accounts.list()).map((account) => account.name),
        ['Alice'],
      )
    })
  }

  for (const [request, says] of noBotPasswords) {
    it(`a bot password ${JSON.stringify(request)}`, async () => {
      await assert.rejects(wiki.createBotPassword(request), saying(says))
      const left = (await wiki.stores.botPasswords.list(1)).map(({ appId }) => appId)
      assert.deepEqual(left, ['sweeper'])
    })
  }
})

describe('who makes a bot password', () => {
  it('is told the secret once, in MediaWiki’s form, and it is good at once', async () => {
    await using own = await stoppedWiki()
    const { user, password: secret } = await own.wiki.createBotPassword({
      ...{ user: 'alice', appId: 'größe', grants: ['basic'], ips: ['127.0.0.0/8'] },
    })
    assert.equal(user, 'Alice@größe')
    assert.match(secret, /^[0-9a-v]{32}$/)
    const stored = await own.wiki.stores.botPasswords.find(1, 'größe')
    assert.match(stored?.passwordHash ?? '', /^:pbkdf2:sha512:30000:64:/)
    assert.match(stored?.token ?? '', /^[0-9a-f]{32}$/)
    assert.equal(JSON.stringify(stored).includes(secret), false)
    const program = own.visitor()
    await program.logIn(user, secret)
    assert.equal(await program.whoAmI(), alice.name)
  })
})
