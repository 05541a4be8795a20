import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Clock } from '../../src/clock.ts'
import { sessionHandle } from '../../src/session/session-handle.ts'
import type { SessionIndex } from '../../src/session/session-index.ts'
import type { SessionStore } from '../../src/session/session-store.ts'
import { StoppedClock } from '../stopped-clock.ts'
import type { Opened } from './opened.ts'

/** The index of a place, with the sessions that it is of. */
export interface IndexedSessions {
  readonly sessions: SessionStore
  readonly sessionIndex: SessionIndex
}

const later = (clock: Clock, seconds: number) => new Date(clock.now().getTime() + seconds * 1000)

/** What every place for notes of sessions has to do. */
export function testSessionIndex(
  where: string,
  open: (clock: Clock) => Promise<Opened<IndexedSessions>>,
): void {
  async function opened() {
    const clock = new StoppedClock()
    const { store, [Symbol.asyncDispose]: dispose } = await open(clock)
    return { clock, ...store, [Symbol.asyncDispose]: dispose }
  }
  const ids = async (index: SessionIndex, userId: number) =>
    (await index.list(userId)).map(({ id }) => id).toSorted()

  describe(`SessionIndex ${where}`, () => {
    it('lists what is noted of an account, and of no other', async () => {
      await using it = await opened()
      for (const [id, userId] of [
        ['one', 1],
        ['two', 1],
        ['three', 11],
        ['four', 10],
      ] as const)
        await it.sessionIndex.note({ id, userId }, later(it.clock, 60))
      assert.deepEqual(await ids(it.sessionIndex, 1), ['one', 'two'])
      assert.deepEqual(await ids(it.sessionIndex, 11), ['three'])
      assert.deepEqual(await ids(it.sessionIndex, 2), [])
    })

    it('finds a session by the account and the handle together', async () => {
      await using it = await opened()
      const note = { id: 'one', userId: 1, made: 5, used: 6, address: '192.0.2.1', agent: 'é"' }
      await it.sessionIndex.note(note, later(it.clock, 60))
      assert.deepEqual(await it.sessionIndex.find(1, sessionHandle('one')), note)
      assert.equal(await it.sessionIndex.find(2, sessionHandle('one')), undefined)
      assert.equal(await it.sessionIndex.find(1, 'one'), undefined)
    })

    it('keeps what is not said anew', async () => {
      await using it = await opened()
      const first = { id: 'one', userId: 1, made: 100, used: 100, address: '192.0.2.1' }
      await it.sessionIndex.note(first, later(it.clock, 60))
      await it.sessionIndex.note({ id: 'one', userId: 1, used: 200 }, later(it.clock, 60))
      const noted = await it.sessionIndex.find(1, sessionHandle('one'))
      assert.deepEqual(noted, { ...first, used: 200 })
    })

    it('finds a use that nobody waited for, and keeps what was said before', async () => {
      await using it = await opened()
      const first = { id: 'one', userId: 1, made: 100, used: 100, address: '192.0.2.1' }
      await it.sessionIndex.note(first, later(it.clock, 60))
      it.sessionIndex.noteUse({ id: 'one', userId: 1, used: 200 }, later(it.clock, 60))
      for (let number = 0; number < 50; number++)
        it.sessionIndex.noteUse({ id: `${number}`, userId: 2, used: 200 }, later(it.clock, 60))
      const noted = await it.sessionIndex.find(1, sessionHandle('one'))
      assert.deepEqual(noted, { ...first, used: 200 })
      assert.equal((await ids(it.sessionIndex, 2)).length, 50)
    })

    it('forgets a session when its time is over, and never earlier than was once said', async () => {
      await using it = await opened()
      await it.sessionIndex.note({ id: 'one', userId: 1, used: 0 }, later(it.clock, 60))
      await it.sessionIndex.note({ id: 'one', userId: 1, used: 100 }, later(it.clock, 30))
      it.clock.pass(59)
      assert.deepEqual(await ids(it.sessionIndex, 1), ['one'])
      it.clock.pass(1)
      assert.deepEqual(await ids(it.sessionIndex, 1), [])
      assert.equal(await it.sessionIndex.find(1, sessionHandle('one')), undefined)
    })

    it('goes through all sessions, and holds none of them to be another program’s', async () => {
      await using it = await opened()
      const all = Array.from({ length: 1203 }, (_, index) => `session${index}`)
      for (const id of all) await it.sessions.create(id, Buffer.from('a:0:{}'), later(it.clock, 60))
      await it.sessions.create('over', Buffer.from('a:0:{}'), later(it.clock, 0))
      await it.sessions.update('session7', Buffer.from('a:1:{}'), later(it.clock, 60))
      await it.sessionIndex.note({ id: 'session7', userId: 1 }, later(it.clock, 60))
      const found: string[] = []
      for await (const { id } of it.sessionIndex.scan('all')) found.push(id)
      assert.deepEqual(found, all.toSorted())
      for await (const { id } of it.sessionIndex.scan('foreign')) assert.fail(id)
    })
  })
}
