import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type LogEntry, userPage } from '../../auth/log-entry.ts'
import { openSqlite } from '../sqlite/open-sqlite.ts'
import { writeLogEntry } from './write-log-entry.ts'

// What MediaWiki 1.39 wrote when its administrator blocked somebody.
const entry: LogEntry = {
  type: 'block',
  action: 'block',
  by: { id: 1, name: 'Admin' },
  page: userPage('Bert Blocked'),
  reason: 'Vandalism',
  params: new Map<string, string | boolean>([
    ['5::duration', 'infinity'],
    ['6::flags', 'nocreate,noautoblock,nousertalk'],
    ['sitewide', true],
  ]),
  made: new Date('2026-11-22T00:14:48Z'),
  address: '127.0.0.1',
  recent: true,
  relations: { ipb_id: ['1'] },
}

describe('writeLogEntry', () => {
  it('writes the rows that MediaWiki writes', async () => {
    await using storage = openSqlite(':memory:')
    const { database } = storage
    await database.transaction().execute((transaction) => writeLogEntry(transaction, entry))

    const params =
      'a:3:{s:11:"5::duration";s:8:"infinity";s:8:"6::flags";s:31:"nocreate,noautoblock,nousertalk";s:8:"sitewide";b:1;}'
    const [logged] = await database.selectFrom('logging').selectAll().execute()
    assert.deepEqual(
      { ...logged },
      {
        ...{ log_id: 1, log_type: 'block', log_action: 'block', log_timestamp: '20261122001448' },
        ...{ log_actor: 1, log_namespace: 2, log_title: 'Bert_Blocked', log_page: 0 },
        ...{ log_comment_id: 1, log_params: params, log_deleted: 0 },
      },
    )
    const [change] = await database.selectFrom('recentchanges').selectAll().execute()
    assert.deepEqual(
      { ...change },
      {
        ...{ rc_id: 1, rc_timestamp: '20261122001448', rc_actor: 1, rc_namespace: 2 },
        ...{ rc_title: 'Bert_Blocked', rc_comment_id: 1, rc_minor: 0, rc_bot: 0, rc_new: 0 },
        ...{ rc_cur_id: 0, rc_this_oldid: 0, rc_last_oldid: 0, rc_type: 3, rc_source: 'mw.log' },
        ...{ rc_patrolled: 2, rc_ip: '127.0.0.1', rc_old_len: null, rc_new_len: null },
        ...{ rc_deleted: 0, rc_logid: 1, rc_log_type: 'block', rc_log_action: 'block' },
        rc_params: params,
      },
    )
    const [comment, ...more] = await database.selectFrom('comment').selectAll().execute()
    assert.deepEqual(
      [{ ...comment }, ...more],
      [{ comment_id: 1, comment_hash: 374941626, comment_text: 'Vandalism', comment_data: null }],
    )
    const [relation] = await database.selectFrom('log_search').selectAll().execute()
    assert.deepEqual([{ ...relation }], [{ ls_field: 'ipb_id', ls_value: '1', ls_log_id: 1 }])
    const [actor] = await database.selectFrom('actor').selectAll().execute()
    assert.deepEqual([{ ...actor }], [{ actor_id: 1, actor_user: 1, actor_name: 'Admin' }])
  })

  it('keeps a comment, an actor and the name of a tag once', async () => {
    await using storage = openSqlite(':memory:')
    const { database } = storage
    const tagged = { ...entry, tags: ['one', 'two', 'one'] }
    for (const each of [tagged, { ...tagged, recent: false }, { ...entry, reason: '' }])
      await database.transaction().execute((transaction) => writeLogEntry(transaction, each))

    const comments = await database.selectFrom('comment').selectAll().execute()
    assert.deepEqual(
      comments.map((row) => [row.comment_text, row.comment_hash]),
      [
        ['Vandalism', 374941626],
        ['', 0],
      ],
    )
    assert.equal((await database.selectFrom('actor').selectAll().execute()).length, 1)
    const names = await database.selectFrom('change_tag_def').selectAll().execute()
    assert.deepEqual(
      names.map((row) => [row.ctd_name, row.ctd_count]),
      [
        ['one', 2],
        ['two', 2],
      ],
    )
    const tags = await database.selectFrom('change_tag').selectAll().execute()
    assert.deepEqual(
      tags.map((row) => [row.ct_log_id, row.ct_rc_id, row.ct_tag_id]),
      [
        [1, 1, 1],
        [1, 1, 2],
        [2, null, 1],
        [2, null, 2],
      ],
    )
  })

  it('tells those who watch the page, but not who did it', async () => {
    await using storage = openSqlite(':memory:')
    const { database } = storage
    const page = { wl_namespace: 2, wl_title: 'Bert_Blocked' }
    const seen = { wl_notificationtimestamp: null }
    await database
      .insertInto('watchlist')
      .values([
        { ...page, ...seen, wl_user: 1 },
        { ...page, ...seen, wl_user: 2 },
        { ...page, wl_user: 3, wl_notificationtimestamp: '20260101000000' },
        { ...page, ...seen, wl_user: 2, wl_namespace: 3 },
      ])
      .execute()
    await database.transaction().execute((transaction) => writeLogEntry(transaction, entry))
    const rows = await database.selectFrom('watchlist').selectAll().orderBy('wl_id').execute()
    assert.deepEqual(
      rows.map((row) => row.wl_notificationtimestamp),
      [null, '20261122001448', '20260101000000', null],
    )
  })

  it('cuts a comment where MediaWiki does', async () => {
    await using storage = openSqlite(':memory:')
    const { database } = storage
    const reason = '🐟'.repeat(501)
    await database
      .transaction()
      .execute((transaction) => writeLogEntry(transaction, { ...entry, reason }))
    const row = await database.selectFrom('comment').select('comment_text').executeTakeFirst()
    assert.equal(row?.comment_text, `${'🐟'.repeat(497)}...`)
  })
})
