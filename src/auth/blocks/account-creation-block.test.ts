import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../../test/stopped-wiki.ts'
import { User } from '../user.ts'
import { findAccountCreationBlock } from './account-creation-block.ts'
import type { StoredBlock } from './block-store.ts'
import { blockedMessage } from './blocked-message.ts'

const address = '192.0.2.7'

const block: StoredBlock = {
  ...{ id: 1, kind: 'address', target: address, targetId: 0, ofAddress: true, parentId: undefined },
  ...{ byName: 'Rob', byId: 2, reason: '', expires: undefined, sitewide: true },
  ...{ createAccount: true, anonymousOnly: false, autoblock: false, hidden: false },
  made: new Date('2026-01-01T00:00:00Z'),
}
const range: StoredBlock = { ...block, id: 2, kind: 'range', target: '192.0.2.0/24' }
const ofAccount: StoredBlock = { ...block, id: 3, kind: 'account', target: alice.name }
const lenient = { createAccount: false }

/** Which block keeps from making accounts: as MediaWiki 1.39 has it. */
// biome-ignore format: a table
const cases: readonly { what: string; blocks: readonly StoredBlock[]; group?: string; id: number | undefined }[] = [
  { what: 'none',                                     blocks: [],                                                     id: undefined },
  { what: 'that of the address',                      blocks: [block],                                                id: 1 },
  { what: 'that of the address before that of the range', blocks: [range, block],                                     id: 1 },
  { what: 'that of the account',                      blocks: [{ ...ofAccount, ofAddress: false }],                   id: 3 },
  { what: 'one that is for nobody who is logged in',  blocks: [{ ...block, anonymousOnly: true }],                    id: 1 },
  { what: 'none for who is exempt',                   blocks: [block], group: 'sysop',                                id: undefined },
  { what: 'none that allows it',                      blocks: [{ ...block, ...lenient }],                             id: undefined },
]

describe('making accounts', () => {
  for (const { what, blocks, group, id } of cases) {
    it(`is kept from by ${what}`, async () => {
      await using made = await stoppedWiki()
      const { wiki, clock } = made
      if (group !== undefined) {
        const row = { ug_user: 1, ug_group: group, ug_expiry: null }
        await wiki.database.insertInto('user_groups').values(row).execute()
      }
      const store = {
        ...wiki.stores.blocks,
        find: async (userId: number) => blocks.filter((each) => each.ofAddress || userId === 1),
      }
      const sources = { ...wiki.stores, ...wiki, blocks: store, now: clock.now(), address }
      const traces = { forwardedFor: undefined, blockCookie: undefined }
      const user = new User(sources, { id: 1, name: alice.name }, undefined, traces)
      assert.equal((await findAccountCreationBlock(user))?.id, id)
    })
  }
})

describe('what a blocked user is told', () => {
  it('names who made the block, so that no direction of letters spreads', () => {
    const { key, params } = blockedMessage({ ...block, byName: 'דוד' }, address, 'en')
    assert.equal(key, 'blockedtext')
    assert.deepEqual(params, [
      '[[User:דוד|\u202bדוד\u202c]]',
      'none was given',
      address,
      '\u202bדוד\u202c',
      1,
      'never',
      address,
      '00:00, 1 January 2026',
    ])
  })

  it('says of which kind the block is', () => {
    const keyOf = (other: Partial<StoredBlock>) =>
      blockedMessage({ ...block, ...other }, address, 'en').key
    assert.equal(keyOf({ kind: 'auto', sitewide: false }), 'autoblockedtext')
    assert.equal(keyOf({ kind: 'account', sitewide: false }), 'blockedtext-partial')
  })
})
