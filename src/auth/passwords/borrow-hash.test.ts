import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { UserName } from '../names/user-name.ts'
import { borrowHash } from './borrow-hash.ts'
import { hashOfNobody } from './passwords.ts'

// They are canonical as they stand.
const names = Array.from({ length: 200 }, (_, number) => `Nobody ${number}` as UserName)

describe('a name that nobody has', () => {
  it('security 39: borrows hashes as often as there are of their kind, the same each time', async () => {
    await using made = await stoppedWiki()
    const { accounts } = made.wiki.stores
    await made.wiki.database.deleteFrom('user').execute()
    const account = { token: '', created: made.clock.now() }
    for (const [at, name] of names.slice(0, 100).entries()) {
      await accounts.create({ ...account, name, passwordHash: at % 4 === 0 ? ':B:x' : ':bcrypt:x' })
    }
    const borrow = () =>
      Promise.all(names.map((name) => borrowHash(name, { ...made.wiki, accounts })))
    const borrowed = await borrow()
    const old = borrowed.filter((hash) => hash === ':B:x').length
    assert.ok(old > 25 && old < 75, `${old} of 200`)
    assert.deepEqual(await borrow(), borrowed)
  })

  it('security 39: borrows the hash of nobody where nobody has one', async () => {
    await using made = await stoppedWiki()
    const { accounts } = made.wiki.stores
    const [name = '' as UserName] = names
    for (const change of [{ user_password: '' }, undefined]) {
      const { database } = made.wiki
      if (change) await database.updateTable('user').set(change).execute()
      else await database.deleteFrom('user').execute()
      assert.equal(await borrowHash(name, { ...made.wiki, accounts }), hashOfNobody)
    }
  })
})
