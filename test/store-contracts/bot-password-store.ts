import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AccountStore } from '../../src/auth/accounts/account-store.ts'
import type {
  BotPasswordStore,
  StoredBotPassword,
} from '../../src/auth/bot-passwords/bot-password-store.ts'
import { canonicalUserName } from '../../src/auth/names/user-name.ts'
import type { Opened } from './opened.ts'

const sweeper: StoredBotPassword = {
  ...{ userId: 1, appId: 'sweeper', passwordHash: ':A:x', token: 'a'.repeat(32) },
  ...{ grants: ['basic', 'editpage'], addresses: ['0.0.0.0/0', '::/0'] },
}

/** What a test of bot passwords needs: their store, and accounts to have them. */
type Stores = { readonly accounts: AccountStore; readonly botPasswords: BotPasswordStore }

/** What every place for bot passwords has to do. */
export function testBotPasswordStore(where: string, open: () => Promise<Opened<Stores>>): void {
  describe(`BotPasswordStore ${where}`, () => {
    it('finds a bot password by account and application, to the letter', async () => {
      await using it = await open()
      assert.equal(await it.store.botPasswords.create(sweeper), true)
      assert.deepEqual(await it.store.botPasswords.find(1, 'sweeper'), sweeper)
      for (const [userId, appId] of [
        [2, 'sweeper'],
        [1, 'Sweeper'],
        [1, 'sweeper '],
        [1, ''],
      ] as const)
        assert.equal(
          await it.store.botPasswords.find(userId, appId),
          undefined,
          `${userId} ${appId}`,
        )
    })

    it('keeps the first of one name', async () => {
      await using it = await open()
      const grants = [['basic'], ['editpage']]
      const made = []
      for (const each of grants)
        made.push(await it.store.botPasswords.create({ ...sweeper, grants: each }))
      assert.deepEqual(made, [true, false])
      assert.deepEqual((await it.store.botPasswords.find(1, 'sweeper'))?.grants, ['basic'])
      assert.equal(await it.store.botPasswords.create({ ...sweeper, userId: 2 }), true)
    })

    it('lists those of one account by name', async () => {
      await using it = await open()
      const keys = [
        [1, 'b'],
        [2, 'c'],
        [1, 'a'],
        [1, 'B'],
      ] as const
      for (const [userId, appId] of keys)
        await it.store.botPasswords.create({ ...sweeper, userId, appId })
      const listed = await it.store.botPasswords.list(1)
      assert.deepEqual(
        listed.map(({ appId }) => appId),
        ['B', 'a', 'b'],
      )
      assert.deepEqual(await it.store.botPasswords.list(3), [])
    })

    it('changes one, and keeps its password unless it is given another', async () => {
      await using it = await open()
      await it.store.botPasswords.create(sweeper)
      await it.store.botPasswords.create({ ...sweeper, appId: 'other' })
      const { passwordHash, ...kept } = sweeper
      const change = { ...kept, token: 'b'.repeat(32), grants: ['basic'], addresses: ['192.0.2.7'] }
      assert.equal(await it.store.botPasswords.update(change), true)
      assert.deepEqual(await it.store.botPasswords.find(1, 'sweeper'), { ...change, passwordHash })
      assert.equal(await it.store.botPasswords.update({ ...change, passwordHash: ':A:y' }), true)
      assert.deepEqual(await it.store.botPasswords.find(1, 'sweeper'), {
        ...change,
        passwordHash: ':A:y',
      })
      assert.deepEqual(await it.store.botPasswords.find(1, 'other'), { ...sweeper, appId: 'other' })
    })

    it('changes none that is not there', async () => {
      await using it = await open()
      await it.store.botPasswords.create(sweeper)
      assert.equal(await it.store.botPasswords.update({ ...sweeper, appId: 'Sweeper' }), false)
      assert.equal(await it.store.botPasswords.update({ ...sweeper, userId: 2 }), false)
      assert.equal((await it.store.botPasswords.list(2)).length, 0)
    })

    it('makes and changes none for who has another token by now', async () => {
      await using it = await open()
      const { accounts, botPasswords } = it.store
      const name = canonicalUserName('Alice')
      assert.ok(name)
      const [token, created] = ['c'.repeat(32), new Date('2026-01-01T12:00:00Z')]
      const owner = await accounts.create({ name, passwordHash: '', token, created })
      assert.equal(owner?.id, sweeper.userId)
      const changed = { ...sweeper, grants: ['basic'] }
      for (const [said, isDone] of [
        ['d'.repeat(32), false],
        ['', false],
        [token, true],
      ] as const) {
        assert.equal(await botPasswords.create(sweeper, said), isDone)
        assert.equal(await botPasswords.update(changed, said), isDone)
        assert.equal((await botPasswords.list(1)).length, Number(isDone))
      }
    })

    it('deletes one, and says whether it was there', async () => {
      await using it = await open()
      await it.store.botPasswords.create(sweeper)
      await it.store.botPasswords.create({ ...sweeper, appId: 'other' })
      assert.equal(await it.store.botPasswords.delete(1, 'sweeper'), true)
      assert.equal(await it.store.botPasswords.delete(1, 'sweeper'), false)
      assert.equal(await it.store.botPasswords.find(1, 'sweeper'), undefined)
      assert.equal((await it.store.botPasswords.list(1)).length, 1)
    })

    it('keeps one that allows nothing to nobody', async () => {
      await using it = await open()
      const useless = { ...sweeper, grants: [], addresses: [], passwordHash: '' }
      await it.store.botPasswords.create(useless)
      assert.deepEqual(await it.store.botPasswords.find(1, 'sweeper'), useless)
    })

    it('keeps names of any script', async () => {
      await using it = await open()
      for (const appId of ['größe 🐸', "'; --", 'a@b']) {
        await it.store.botPasswords.create({ ...sweeper, appId })
        assert.equal((await it.store.botPasswords.find(1, appId))?.appId, appId)
      }
    })
  })
}
