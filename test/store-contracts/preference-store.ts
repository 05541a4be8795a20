import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { AccountStore } from '../../src/auth/accounts/account-store.ts'
import { canonicalUserName } from '../../src/auth/names/user-name.ts'
import type { PreferenceStore } from '../../src/auth/preferences/preference-store.ts'
import type { Opened } from './opened.ts'

const noon = new Date('2026-01-01T12:00:00Z')

/** What a test of preferences needs: accounts to have them. */
type Stores = { readonly accounts: AccountStore; readonly preferences: PreferenceStore }

async function makeAccount({ accounts }: Stores, name: string): Promise<number> {
  const canonical = canonicalUserName(name)
  assert.ok(canonical)
  const account = { name: canonical, passwordHash: '', token: '', created: noon }
  const made = await accounts.create(account)
  assert.ok(made)
  return made.id
}

/** What every place for preferences has to do. */
export function testPreferenceStore(where: string, open: () => Promise<Opened<Stores>>): void {
  describe(`PreferenceStore ${where}`, () => {
    it('keeps what was chosen, each account for itself, in the order of the names', async () => {
      await using it = await open()
      const { preferences } = it.store
      const [one, other] = [await makeAccount(it.store, 'One'), await makeAccount(it.store, 'Two')]
      await preferences.change(
        one,
        new Map([
          ['skin', 'timeless'],
          ['gender', 'male'],
        ]),
        noon,
      )
      await preferences.change(other, new Map([['gender', 'female']]), noon)
      assert.deepEqual(
        [...(await preferences.of(one))],
        [
          ['gender', 'male'],
          ['skin', 'timeless'],
        ],
      )
      assert.deepEqual([...(await preferences.of(other))], [['gender', 'female']])
    })

    it('writes the real name along, if there is one to write', async () => {
      await using it = await open()
      const { accounts, preferences } = it.store
      const id = await makeAccount(it.store, 'One')
      await preferences.change(id, new Map([['a', '1']]), noon, 'Öne O’One')
      await preferences.change(id, new Map([['a', '2']]), noon)
      assert.equal((await accounts.findById(id))?.realName, 'Öne O’One')
      await preferences.change(id, new Map(), noon, '')
      assert.equal((await accounts.findById(id))?.realName, '')
      assert.deepEqual(Object.fromEntries(await preferences.of(id)), { a: '2' })
    })

    it('replaces, adds and forgets in one go, and leaves the others alone', async () => {
      await using it = await open()
      const { preferences } = it.store
      const id = await makeAccount(it.store, 'One')
      await preferences.change(
        id,
        new Map([
          ['a', '1'],
          ['b', '2'],
          ['c', ''],
        ]),
        noon,
      )
      const changes = new Map([
        ['a', '3'],
        ['b', undefined],
        ['d', '4'],
        ['e', undefined],
      ])
      await preferences.change(id, changes, noon)
      assert.deepEqual(Object.fromEntries(await preferences.of(id)), { a: '3', c: '', d: '4' })
    })

    it('writes nothing for an account that is not there', async () => {
      await using it = await open()
      const { preferences } = it.store
      await assert.rejects(preferences.change(999, new Map([['a', '1']]), noon))
      assert.deepEqual(await preferences.of(999), new Map())
    })

    it('keeps text of any kind as it is', async () => {
      await using it = await open()
      const { preferences } = it.store
      const id = await makeAccount(it.store, 'One')
      const chosen = new Map([
        ['userjs-x', `'"\\|\n🌻${'y'.repeat(65_000)}`],
        ['nickname', '0'],
      ])
      await preferences.change(id, chosen, noon)
      assert.deepEqual(await preferences.of(id), new Map([...chosen].reverse()))
    })
  })
}
