import assert from 'node:assert/strict'
import { before, describe, it } from 'node:test'
import { createWiki } from '../../index.ts'

const now = new Date('2026-06-15T12:00:00Z')
const mayHide = JSON.stringify({ GroupPermissions: { __merge: { '*': { hideuser: true } } } })

describe('list=allusers and list=users', () => {
  const wiki = createWiki({ clock: { now: () => now }, testMode: true })

  async function ask(query: string, config = '{}'): Promise<unknown> {
    const address = `http://wiki/api.php?action=query&format=json&formatversion=2&${query}`
    const headers = { 'x-test-config': config }
    const response = await wiki.fetch(new Request(address, { headers }))
    const { query: answer } = (await response.json()) as Record<string, unknown>
    return answer
  }

  before(async () => {
    const password = 'correct-horse-battery'
    for (const name of ['Alice', 'Bob', 'Hidden']) await wiki.createAccount({ name, password })
    await wiki.database
      .insertInto('ipblocks')
      .values({
        ipb_address: 'Hidden',
        ipb_user: 3,
        ipb_by_actor: 1,
        ipb_reason_id: 0,
        ipb_timestamp: '20260601000000',
        ipb_auto: 0,
        ipb_anon_only: 0,
        ipb_create_account: 1,
        ipb_enable_autoblock: 0,
        ipb_expiry: 'infinity',
        ipb_range_start: '',
        ipb_range_end: '',
        ipb_deleted: 1,
        ipb_block_email: 0,
        ipb_allow_usertalk: 0,
        ipb_parent_block_id: null,
        ipb_sitewide: 1,
      })
      .execute()
    // Bob's edit of yesterday, and Alice's of two months ago.
    for (const [rc_actor, rc_timestamp] of [
      [2, '20260614120000'],
      [1, '20260415120000'],
    ] as const) {
      const none = { rc_old_len: null, rc_new_len: null, rc_log_type: null, rc_log_action: null }
      await wiki.database
        .insertInto('recentchanges')
        .values({ rc_actor, rc_timestamp, rc_comment_id: 0, rc_params: null, ...none })
        .execute()
    }
  })

  it('do not tell of a hidden user', async () => {
    assert.deepEqual(await ask('list=allusers'), {
      allusers: [
        { userid: 1, name: 'Alice' },
        { userid: 2, name: 'Bob' },
      ],
    })
    assert.deepEqual(await ask('list=users&ususers=Hidden'), {
      users: [{ name: 'Hidden', missing: true }],
    })
  })

  it('tell of a hidden user to who may hide users', async () => {
    const hidden = { userid: 3, name: 'Hidden', hidden: true }
    assert.deepEqual(await ask('list=allusers&aufrom=H', mayHide), { allusers: [hidden] })
    assert.deepEqual(await ask('list=users&ususerids=3', mayHide), { users: [hidden] })
  })

  it('find who has done something within 30 days', async () => {
    assert.deepEqual(await ask('list=allusers&auactiveusers=1'), {
      allusers: [{ userid: 2, name: 'Bob', recentactions: 1 }],
    })
  })
})
