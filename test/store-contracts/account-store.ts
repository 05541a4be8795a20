import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AccountStore, NewAccount } from '../../src/auth/accounts/account-store.ts'
import type { BotPasswordStore } from '../../src/auth/bot-passwords/bot-password-store.ts'
import type { MembershipStore } from '../../src/auth/groups/membership-store.ts'
import type { UserName } from '../../src/auth/names/user-name.ts'
import type { Opened } from './opened.ts'

/** Accounts and what is changed together with them: one transaction keeps all or nothing. */
export interface AccountStores {
  readonly accounts: AccountStore
  readonly memberships: MembershipStore
  readonly botPasswords: BotPasswordStore
}

// Names in these tests are canonical already.
const named = (name: string) => name as UserName
const created = new Date('2026-01-01T12:00:00Z')
const alice: NewAccount = {
  name: named('Alice'),
  passwordHash: ':A:x',
  token: 'a'.repeat(32),
  created,
}

/** What every place for accounts has to do. */
export function testAccountStore(where: string, open: () => Promise<Opened<AccountStores>>): void {
  describe(`AccountStore ${where}`, () => {
    it('finds an account by its name and by its number', async () => {
      await using it = await open()
      const { accounts } = it.store
      const made = await accounts.create({ ...alice, email: 'a@example.org', realName: 'A' })
      assert.deepEqual(made, {
        ...{ id: made?.id, name: 'Alice', realName: 'A', email: 'a@example.org' },
        ...{ emailAuthenticated: undefined, passwordHash: ':A:x', passwordExpires: undefined },
        ...{ temporaryPasswordHash: '', temporaryPasswordMade: undefined },
        ...{ token: 'a'.repeat(32), registration: created, editCount: 0 },
      })
      assert.deepEqual(await accounts.findByName(named('Alice')), made)
      assert.deepEqual(await accounts.findById(made?.id ?? 0), made)
    })

    it('finds nobody by another name, or another spelling of it', async () => {
      await using it = await open()
      const { accounts } = it.store
      await accounts.create(alice)
      for (const name of ['alice', 'ALICE', 'Alicé', 'Alice ', 'Al%', 'Alic_'])
        assert.equal(await accounts.findByName(named(name)), undefined, name)
      for (const id of [0, -1, 1e15]) assert.equal(await accounts.findById(id), undefined)
    })

    it('gives a name to one of those who want it at once', async () => {
      await using it = await open()
      const { accounts } = it.store
      const made = await Promise.all(Array.from({ length: 20 }, () => accounts.create(alice)))
      assert.equal(made.filter(Boolean).length, 1)
      assert.equal((await accounts.list()).length, 1)
    })

    it('gives another token to everybody who has one, and to nobody else', async () => {
      await using it = await open()
      const { accounts } = it.store
      const tokens = { Alice: 'a'.repeat(32), Bob: 'b'.repeat(32), Cora: '' }
      const system = { Maintenance: '*** INVALID *** x' }
      for (const [name, token] of Object.entries({ ...tokens, ...system }))
        await accounts.create({ ...alice, name: named(name), token })
      let made = 0
      assert.equal(await accounts.replaceAllTokens(() => String(made++).padStart(32, '0')), 2)
      const now = (await accounts.list()).map(({ token }) => token)
      assert.deepEqual(now, ['0'.repeat(32), `${'0'.repeat(31)}1`, '', '*** INVALID *** x'])
      await assert.rejects(accounts.replaceAllTokens(() => assert.fail()))
    })

    it('lists accounts by name', async () => {
      await using it = await open()
      const { accounts } = it.store
      for (const name of ['Zoë', 'Bob', 'Ärger', 'Alice']) {
        await accounts.create({ ...alice, name: named(name) })
      }
      const names = (await accounts.list()).map(({ name }) => name)
      assert.deepEqual(names, ['Alice', 'Bob', 'Zoë', 'Ärger'])
    })

    it('makes an account with its groups, and leaves those of who has the name already', async () => {
      await using it = await open()
      const { accounts, memberships } = it.store
      const made = await accounts.create({ ...alice, groups: ['sysop', 'bot'] })
      assert.equal(await accounts.create({ ...alice, groups: ['bureaucrat'] }), undefined)
      assert.deepEqual(await memberships.of(made?.id ?? 0, created), [
        { group: 'bot', expires: undefined },
        { group: 'sysop', expires: undefined },
      ])
      assert.equal(await memberships.count('bureaucrat', created), 0)
    })

    it('knows whether there is anybody', async () => {
      await using it = await open()
      assert.equal(await it.store.accounts.isEmpty(), true)
      await it.store.accounts.create(alice)
      assert.equal(await it.store.accounts.isEmpty(), false)
    })

    it('gives a token to who has none, the same to all who ask at once', async () => {
      await using it = await open()
      const { accounts } = it.store
      const { id } = (await accounts.create({ ...alice, token: '' })) ?? { id: 0 }
      const tokens = ['b', 'c', 'd'].map((digit) => digit.repeat(32))
      const given = await Promise.all(tokens.map((token) => accounts.giveToken(id, token)))
      assert.equal(new Set(given).size, 1)
      assert.equal((await accounts.findById(id))?.token, given[0])

      const other = await accounts.create({ ...alice, name: named('Bob') })
      assert.equal(await accounts.giveToken(other?.id ?? 0, 'b'.repeat(32)), alice.token)
    })

    it('exchanges a token for one of those who want another at once, and only for the right one', async () => {
      await using it = await open()
      const { accounts } = it.store
      const { id } = (await accounts.create(alice)) ?? { id: 0 }
      const [from, tokens] = ['a'.repeat(32), ['b', 'c', 'd'].map((digit) => digit.repeat(32))]
      const won = await Promise.all(tokens.map((to) => accounts.exchangeToken(id, from, to)))
      assert.equal(won.filter(Boolean).length, 1)
      assert.equal((await accounts.findById(id))?.token, tokens[won.indexOf(true)])
      assert.equal(await accounts.exchangeToken(id, from, 'e'.repeat(32)), false)
    })

    it('has the hashes of some, wherever it is asked for them', async () => {
      await using it = await open()
      const { accounts } = it.store
      assert.deepEqual(await accounts.someHashes(0.5), [])
      for (const [at, name] of ['Alice', 'Bob', 'Carol', 'Dave'].entries()) {
        const passwordHash = at === 1 ? '' : `:A:${at}`
        await accounts.create({ ...alice, name: named(name), passwordHash })
      }
      assert.deepEqual(await accounts.someHashes(0), [':A:0', '', ':A:2', ':A:3'])
      assert.deepEqual(await accounts.someHashes(0.5), [':A:2', ':A:3'])
      assert.deepEqual(await accounts.someHashes(1 - 2 ** -32), [':A:3'])
    })

    it('replaces a hash if it still is what it was', async () => {
      await using it = await open()
      const { accounts } = it.store
      const { id } = (await accounts.create(alice)) ?? { id: 0 }
      assert.equal(await accounts.replacePasswordHash(id, ':A:y', ':A:z'), false)
      assert.equal((await accounts.findById(id))?.passwordHash, ':A:x')
      assert.equal(await accounts.replacePasswordHash(id, ':A:x', ':A:z'), true)
      assert.equal((await accounts.findById(id))?.passwordHash, ':A:z')
    })

    it('changes nothing about how somebody logs in who logs in by something else by now', async () => {
      await using it = await open()
      const { accounts, botPasswords } = it.store
      const { id } = (await accounts.create(alice)) ?? { id: 0 }
      const bot = { appId: 'bot', passwordHash: ':A:b', token: 'b'.repeat(32) }
      await botPasswords.create({ ...bot, userId: id, grants: ['basic'], addresses: [] })
      const password = { hash: ':A:y', expires: undefined }
      const from = { passwordHash: ':A:w', temporaryPasswordHash: '' }
      assert.equal(await accounts.changeCredentials(id, { password, from }), false)
      assert.equal((await accounts.findById(id))?.passwordHash, ':A:x')
      assert.equal((await botPasswords.find(id, 'bot'))?.passwordHash, ':A:b')
      const now = { ...from, passwordHash: ':A:x' }
      assert.equal(await accounts.changeCredentials(id, { password, from: now }), true)
      assert.equal((await accounts.findById(id))?.passwordHash, ':A:y')
      assert.equal((await botPasswords.find(id, 'bot'))?.passwordHash, '')
    })

    it('changes how somebody logs in, which ends mailed and bot passwords of nobody else', async () => {
      await using it = await open()
      const { accounts, botPasswords } = it.store
      const { id } = (await accounts.create(alice)) ?? { id: 0 }
      const bob = await accounts.create({ ...alice, name: named('Bob') })
      const bot = { appId: 'bot', passwordHash: ':A:b', token: 'b'.repeat(32) }
      for (const userId of [id, bob?.id ?? 0])
        await botPasswords.create({ ...bot, userId, grants: ['basic'], addresses: [] })

      const temporaryPassword = { hash: ':A:t', made: created }
      await accounts.changeCredentials(id, { temporaryPassword, isAddition: true })
      const mailed = await accounts.findById(id)
      assert.equal(mailed?.temporaryPasswordHash, ':A:t')
      assert.deepEqual(mailed?.temporaryPasswordMade, created)
      assert.equal(mailed?.passwordHash, ':A:x')
      assert.equal((await botPasswords.find(id, 'bot'))?.passwordHash, ':A:b')

      const expires = new Date('2026-02-01T12:00:00Z')
      await accounts.changeCredentials(id, { password: { hash: ':A:y', expires } })
      assert.deepEqual(await accounts.findById(id), {
        ...{ ...mailed, passwordHash: ':A:y', passwordExpires: expires },
        ...{ temporaryPasswordHash: '', temporaryPasswordMade: undefined },
      })
      const { passwordHash, token: botToken } = (await botPasswords.find(id, 'bot')) ?? {}
      assert.deepEqual({ passwordHash, botToken }, { passwordHash: '', botToken: bot.token })
      assert.equal((await botPasswords.find(bob?.id ?? 0, 'bot'))?.passwordHash, ':A:b')
      assert.equal((await accounts.findByName(named('Bob')))?.passwordHash, ':A:x')
    })

    it('keeps names of any script', async () => {
      await using it = await open()
      for (const name of ['Ünïcode', '日本語', '🐸', "O'Brien; DROP TABLE user; --"]) {
        const made = await it.store.accounts.create({ ...alice, name: named(name) })
        assert.equal((await it.store.accounts.findById(made?.id ?? 0))?.name, name)
      }
    })
  })
}
