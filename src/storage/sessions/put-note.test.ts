import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { StoppedClock } from '../../../test/stopped-clock.ts'
import { sessionHandle } from '../../session/session-handle.ts'
import type { SessionNote } from '../../session/session-index.ts'
import { readSettings } from '../../settings/settings.ts'
import { openSqlite } from '../sqlite/open-sqlite.ts'
import { sessionIndex } from './session-index.ts'

describe('a session that two processes see', () => {
  it('is noted once a minute by both together, and at once when its life is longer', async () => {
    await using storage = openSqlite(':memory:')
    const parts = { settings: readSettings({}), clock: new StoppedClock() }
    const [one, other] = [1, 2].map(() => sessionIndex(storage.objectCache, parts))
    assert.ok(one && other)
    const until = (minutes: number) => new Date(parts.clock.now().getTime() + minutes * 60_000)
    const noted = () => one.find(1, sessionHandle('s'))
    const use = (used: number, address: string): SessionNote => {
      return { id: 's', userId: 1, used, address }
    }
    await one.note({ ...use(100, 'a'), made: 100 }, until(60))
    await other.note(use(159, 'b'), until(60))
    assert.deepEqual(await noted(), { ...use(100, 'a'), made: 100 })
    await other.note(use(160, 'c'), until(60))
    assert.equal((await noted())?.address, 'c')
    await one.note(use(161, 'd'), until(61))
    assert.equal((await noted())?.address, 'd')
    await other.note({ ...use(162, 'e'), made: 162 }, until(61))
    assert.equal((await noted())?.made, 162)
  })
})
