import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it, type TestContext } from 'node:test'
import type { Updateable } from 'kysely'
import { fillHashQueue } from '../../../test/fill-hash-queue.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import { Visitor } from '../../../test/visitor.ts'
import { fetchWiki } from '../../http/fetch.ts'
import { StoreUnavailable } from '../../session/store-unavailable.ts'
import { readSettings } from '../../settings/settings.ts'
import type { MediaWikiTables } from '../../storage/schema.ts'
import { HashQueueFullError, hashQueue } from '../passwords/hash-queue.ts'
import { hashPassword } from '../passwords/passwords.ts'

type UserChange = Updateable<MediaWikiTables['user']>

const settings = { PasswordAttemptThrottle: [] }
const mailed = 'mailed-lantern-quarry'
const md5 = (text: string) => createHash('md5').update(text).digest('hex')

/** A wiki with Alice as an account may be, whose settings have changed since it was made. */
async function withUser(change: UserChange, more: object = {}): Promise<StoppedWiki> {
  const made = await stoppedWiki({ settings })
  const wiki = { ...made.wiki, settings: readSettings({ ...settings, ...more }) }
  const changed = { user_real_name: '', ...change }
  await wiki.database.updateTable('user').set(changed).where('user_id', '=', 1).execute()
  return { ...made, wiki, visitor: () => new Visitor((request) => fetchWiki(wiki, request)) }
}

async function outcome({ visitor }: StoppedWiki, name: string, password: string) {
  const answer = await visitor().tryLogIn(name, password)
  return answer?.reason?.code ?? answer?.result
}

const mailedHash = await hashPassword(mailed)

/** What an account may be like, and what becomes of a login with its password and with others. */
// biome-ignore format: a table
const accounts: readonly { what: string; change: UserChange; settings?: object; password?: string; is: string }[] = [
  { what: 'as it was made',                              change: {},                                                is: 'Success' },
  { what: 'with an expired password',                    change: { user_password_expires: '20260101115959' },       is: 'api-login-fail-aborted' },
  { what: 'with a password that expires now',            change: { user_password_expires: '20260101120000' },       is: 'Success' },
  { what: 'with an expired password, which is wrong',    change: { user_password_expires: '20260101115959' }, password: 'wrong', is: 'wrongpassword' },
  { what: 'with an expired password where there are no bot passwords', change: { user_password_expires: '20260101115959' }, settings: { EnableBotPasswords: false }, is: 'api-login-fail-aborted-nobotpw' },
  { what: 'with a mailed password',                      change: { user_newpassword: mailedHash, user_newpass_time: '20260101115900' }, password: mailed, is: 'api-login-fail-aborted' },
  { what: 'with a mailed password beside its own',       change: { user_newpassword: mailedHash, user_newpass_time: '20260101115900' }, is: 'Success' },
  { what: 'with a mailed password, and a wrong one',     change: { user_newpassword: mailedHash, user_newpass_time: '20260101115900' }, password: 'wrong', is: 'wrongpassword' },
  { what: 'with a mailed password of unknown age',       change: { user_newpassword: mailedHash, user_newpass_time: null }, password: mailed, is: 'api-login-fail-aborted' },
  { what: 'with a mailed password a week old but one second', change: { user_newpassword: mailedHash, user_newpass_time: '20251225120001' }, password: mailed, is: 'api-login-fail-aborted' },
  { what: 'with a mailed password a week old',           change: { user_newpassword: mailedHash, user_newpass_time: '20251225120000' }, password: mailed, is: 'wrongpassword' },
  { what: 'with a mailed password and none of its own',  change: { user_password: '', user_newpassword: mailedHash, user_newpass_time: '20260101115900' }, password: mailed, is: 'api-login-fail-aborted' },
  { what: 'without a password',                          change: { user_password: '' },                             is: 'wrongpassword' },
  { what: 'with a password that cannot be read',         change: { user_password: ':pbkdf2:nonsense' },             is: 'wrongpassword' },
  { what: 'of the wiki’s own',                           change: { user_token: '*** INVALID *** system' },          is: 'wrongpassword' },
  { what: 'with a password that is too short for it',    change: {}, settings: { PasswordPolicy: { policies: { bot: { MinimalPasswordLength: 40 } } } }, is: 'api-login-fail-aborted' },
  { what: 'with a password that is too short to log in', change: {}, settings: { PasswordPolicy: { policies: { bot: { MinimumPasswordLengthToLogin: 40 } } } }, is: 'passwordtooshort' },
  { what: 'with a password that is too long to log in',  change: {}, settings: { PasswordPolicy: { policies: { default: { MaximalPasswordLength: 8 } } } }, is: 'passwordtoolong' },
]

describe('logging in to an account', () => {
  for (const { what, change, settings: more, password = alice.password, is } of accounts) {
    it(`${what} is answered by ${is}`, async () => {
      await using made = await withUser(change, more)
      assert.equal(await outcome(made, alice.name, password), is)
    })
  }

  it('that has yet to choose another password leaves the visitor nobody', async () => {
    await using made = await withUser({ user_password_expires: '20260101115959' })
    const visitor = made.visitor()
    await visitor.tryLogIn(alice.name, alice.password)
    assert.equal(await visitor.whoAmI(), undefined)
    assert.equal(visitor.jar.find('wikiToken'), undefined)
  })

  it('needs no more than the right password where a mailed one is too old', async () => {
    await using made = await withUser(
      { user_newpassword: mailedHash, user_newpass_time: '20260101120000' },
      { NewPasswordExpiry: 60 },
    )
    assert.equal(await outcome(made, alice.name, mailed), 'api-login-fail-aborted')
    made.clock.pass(60)
    assert.equal(await outcome(made, alice.name, mailed), 'wrongpassword')
    assert.equal(await outcome(made, alice.name, alice.password), 'Success')
  })

  it('takes a bot password though its own has expired', async () => {
    await using made = await withUser({ user_password_expires: '20260101115959' })
    assert.equal(await outcome(made, alice.botName, alice.botPassword), 'Success')
  })

  it('asks for a new bot password when the old one was emptied', async () => {
    await using made = await withUser({})
    await made.wiki.database.updateTable('bot_passwords').set({ bp_password: '' }).execute()
    for (const secret of [alice.botPassword, '0'.repeat(32)])
      assert.equal(await outcome(made, alice.botName, secret), 'botpasswords-needs-reset')
  })
})

describe('logging in with the right password', () => {
  for (const [what, stored] of [
    ['an old type', `:B:salt:${md5(`salt-${md5(alice.password)}`)}`],
    ['no type at all', md5(`1-${md5(alice.password)}`)],
  ] as const) {
    it(`security 49: replaces a hash of ${what}`, async () => {
      await using made = await withUser({ user_password: stored })
      assert.equal(await outcome(made, alice.name, 'wrong'), 'wrongpassword')
      const hash = async () => (await made.wiki.stores.accounts.findById(1))?.passwordHash ?? ''
      assert.equal(await hash(), stored)
      assert.equal(await outcome(made, alice.name, alice.password), 'Success')
      const replaced = await hash()
      assert.match(replaced, /^:pbkdf2:sha512:30000:64:/)
      assert.equal(await outcome(made, alice.name, alice.password), 'Success')
      assert.equal(await hash(), replaced)
    })
  }

  it('security 49: works though the hash cannot be replaced', async () => {
    await using made = await withUser({ user_password: `:A:${md5(alice.password)}` })
    const { wiki } = made
    const accounts = {
      ...wiki.stores.accounts,
      replacePasswordHash: () => Promise.reject(new StoreUnavailable('the test')),
    }
    const stores = { ...wiki.stores, accounts }
    const visitor = new Visitor((request) => fetchWiki({ ...wiki, stores }, request))
    await visitor.logIn(alice.name, alice.password)
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('gives the account a token if it has none, on which its sessions depend', async () => {
    await using made = await withUser({ user_token: '' })
    const visitors = [made.visitor(), made.visitor(), made.visitor()]
    await Promise.all(visitors.map((visitor) => visitor.logIn(alice.name, alice.password)))
    assert.match((await made.wiki.stores.accounts.findById(1))?.token ?? '', /^[0-9a-f]{32}$/)
    assert.equal(new Set(visitors.map((visitor) => visitor.jar.find('wikiToken'))).size, 1)
    for (const visitor of visitors) assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('comes to nothing if the account’s sessions are ended after the password was checked', async () => {
    await using made = await withUser({})
    const { wiki } = made
    const { accounts } = wiki.stores
    const late = {
      ...accounts,
      async findById(id: number) {
        await accounts.replaceToken(id, 'f'.repeat(32))
        return accounts.findById(id)
      },
    }
    const stores = { ...wiki.stores, accounts: late }
    const visitor = new Visitor((request) => fetchWiki({ ...wiki, stores }, request))
    const answer = await visitor.tryLogIn(alice.name, alice.password)
    assert.equal(answer?.reason?.code, 'authmanager-authn-not-in-progress')
    assert.equal(visitor.jar.find('wikiToken'), undefined)
  })

  it('security 49: does not overwrite a password that was changed meanwhile', async () => {
    await using made = await withUser({ user_password: `:A:${md5(alice.password)}` })
    const { accounts } = made.wiki.stores
    await Promise.all([
      outcome(made, alice.name, alice.password),
      accounts.replacePasswordHash(1, `:A:${md5(alice.password)}`, mailedHash),
    ])
    assert.equal(await outcome(made, alice.name, mailed), 'Success')
  })
})

/** Who is answered in the same words has to wait as long: so many passwords are hashed, two where one could have been mailed. */
// biome-ignore format: a table
const refusals: readonly { what: string; name: string; password: string; change?: UserChange; ips?: string; hashes: number }[] = [
  { what: 'a wrong password',                         name: 'Alice',            password: 'wrong',            hashes: 2 },
  { what: 'a wrong password where another was mailed', name: 'Alice',           password: 'wrong',            hashes: 2, change: { user_newpassword: mailedHash } },
  { what: 'an account that is not there',             name: 'Nobody',           password: 'wrong',            hashes: 2 },
  { what: 'an account without a password',            name: 'Alice',            password: 'wrong',            hashes: 2, change: { user_password: '' } },
  { what: 'a system user',                            name: 'Alice',            password: alice.password,     hashes: 2, change: { user_token: '*** INVALID ***' } },
  { what: 'a system user without a password',         name: 'Alice',            password: 'wrong',            hashes: 2, change: { user_token: '*** INVALID ***', user_password: '' } },
  { what: 'a password stored as MD5',                 name: 'Alice',            password: 'wrong',            hashes: 2, change: { user_password: `:A:${md5('right')}` } },
  { what: 'an account that is not there, where they are stored as MD5', name: 'Nobody', password: 'wrong',   hashes: 2, change: { user_password: `:A:${md5('right')}` } },
  { what: 'a wrong bot password',                     name: 'Alice@sweeper',    password: '0'.repeat(32),     hashes: 3 },
  { what: 'a bot password that is not there',         name: 'Alice@nothing',    password: '0'.repeat(32),     hashes: 3 },
  { what: 'a bot password of nobody',                 name: 'Nobody@sweeper',   password: '0'.repeat(32),     hashes: 3 },
  { what: 'a bot password of what is no name',        name: 'No[body@sweeper',  password: '0'.repeat(32),     hashes: 1 },
  { what: 'a bot password of a system user',          name: 'Alice@sweeper',    password: alice.botPassword,  hashes: 3, change: { user_token: '*** INVALID ***' } },
  { what: 'a bot password for another address',       name: 'Alice@sweeper',    password: alice.botPassword,  hashes: 3, ips: '{"IPAddresses":["192.0.2.1"]}' },
  { what: 'a wrong bot password, written inside',     name: 'Alice',            password: `sweeper@${'0'.repeat(32)}`, hashes: 3 },
  { what: 'a bot password of nobody, written inside', name: 'Nobody',           password: `sweeper@${'0'.repeat(32)}`, hashes: 3 },
]

describe('refusing', () => {
  for (const { what, name, password, change, ips, hashes } of refusals) {
    it(`security 39: ${what} hashes ${hashes} ${hashes === 1 ? 'password' : 'passwords'}`, async (test: TestContext) => {
      await using made = await withUser(change ?? {})
      if (ips !== undefined)
        await made.wiki.database
          .updateTable('bot_passwords')
          .set({ bp_restrictions: ips })
          .execute()
      const hashed = test.mock.method(hashQueue, 'run')
      const code = await outcome(made, name, password)
      assert.equal(code, name.includes('[') ? 'authmanager-authn-no-primary' : 'wrongpassword')
      assert.equal(hashed.mock.callCount(), hashes)
    })
  }
})

describe('when too many passwords wait to be hashed', () => {
  it('security 45: a login gets 503 and keeps its cookies, the others go on, and then it works', async () => {
    const errors: unknown[] = []
    await using made = await stoppedWiki({ settings, log: (error) => errors.push(error) })
    const visitor = made.visitor()
    const lgtoken = await visitor.token('login')
    const release = await fillHashQueue()
    const cookies = visitor.jar.header()
    const form = { action: 'login', lgname: alice.name, lgpassword: alice.password, lgtoken }

    const { status, headers, setCookies } = await visitor.ask(form)
    assert.deepEqual([status, headers.get('retry-after'), setCookies], [503, '5', []])
    assert.equal(visitor.jar.header(), cookies)
    assert.ok(errors.length === 1 && errors[0] instanceof HashQueueFullError)
    assert.equal(await made.visitor().whoAmI(), undefined)

    await release()
    assert.equal((await visitor.ask(form)).body.login?.result, 'Success')
  })
})
