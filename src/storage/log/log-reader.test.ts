import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type LogEntry, userPage } from '../../auth/log-entry.ts'
import { openSqlite } from '../sqlite/open-sqlite.ts'
import { logReader } from './log-reader.ts'
import { writeLogEntry } from './write-log-entry.ts'

const entry: LogEntry = {
  type: 'rights',
  action: 'rights',
  by: { id: 1, name: 'Admin' },
  page: userPage('Bert Bold'),
  reason: 'Asked for',
  params: new Map([['4::oldgroups', new Map()]]),
  made: new Date('2026-11-22T00:14:48Z'),
  address: '127.0.0.1',
  recent: true,
}
const about = { type: 'rights', page: userPage('Bert Bold') }

describe('logReader', () => {
  it('finds the newest entries about a page', async () => {
    await using storage = openSqlite(':memory:')
    const { database } = storage
    const others = [{ type: 'block' }, { page: userPage('Bert') }, { reason: 'Later' }]
    for (const other of [{}, ...others]) {
      await database
        .transaction()
        .execute((transaction) => writeLogEntry(transaction, { ...entry, ...other }))
    }
    const { latest } = logReader(database)
    const { action, reason, params, made } = entry
    assert.deepEqual(await latest(about, 10), [
      { action, reason: 'Later', params, made, byName: 'Admin' },
      { action, reason, params, made, byName: 'Admin' },
    ])
    assert.equal((await latest(about, 1)).length, 1)
  })

  it('tells nothing of what was hidden, and little of what is spelled in an old way', async () => {
    await using storage = openSqlite(':memory:')
    const { database } = storage
    const write = () =>
      database.transaction().execute((transaction) => writeLogEntry(transaction, entry))
    const [hidden, old] = [await write(), await write()]
    const change = database.updateTable('logging')
    await change.set({ log_deleted: 2 }).where('log_id', '=', hidden).execute()
    await change.set({ log_params: 'bot\nsysop' }).where('log_id', '=', old).execute()
    const found = await logReader(database).latest(about, 10)
    assert.deepEqual(
      found.map(({ params }) => params),
      [new Map()],
    )
  })
})
