import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import type { Clock } from '../../src/clock.ts'
import type { SessionStore } from '../../src/session/session-store.ts'
import { StoppedClock } from '../stopped-clock.ts'
import type { Opened } from './opened.ts'

const bytes = (text: string) => Buffer.from(text)
const later = (clock: Clock, seconds: number) => new Date(clock.now().getTime() + seconds * 1000)

/** What every place for sessions has to do; it may keep their bytes deflated, as SQL stores do. */
export function testSessionStore(
  where: string,
  open: (clock: Clock) => Promise<Opened<SessionStore>>,
): void {
  async function opened() {
    const clock = new StoppedClock()
    return { clock, ...(await open(clock)) }
  }
  const read = async (store: SessionStore, id: string) => {
    const found = await store.read(id)
    return found && (found[0] === 0x61 ? found : inflateRawSync(found)).toString()
  }

  describe(`SessionStore ${where}`, () => {
    it('gives back what it was given, and nothing under another id', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      assert.equal(await read(it.store, 'one'), 'a:1')
      assert.equal(await read(it.store, 'ONE'), undefined)
      assert.equal(await read(it.store, 'on_'), undefined)
    })

    it('forgets a session when its time is over, and not before', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      it.clock.pass(59)
      assert.equal(await read(it.store, 'one'), 'a:1')
      it.clock.pass(1)
      assert.equal(await read(it.store, 'one'), undefined)
    })

    it('puts a new session in the place of another', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      await it.store.create('two', bytes('a:2'), later(it.clock, 60), 'one')
      assert.equal(await read(it.store, 'one'), undefined)
      assert.equal(await read(it.store, 'two'), 'a:2')
      await it.store.create('three', bytes('a:3'), later(it.clock, 60), 'gone')
      assert.equal(await read(it.store, 'three'), 'a:3')
    })

    it('does neither when it cannot do both', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      await it.store.create('two', bytes('a:2'), later(it.clock, 60))
      await assert.rejects(it.store.create('two', bytes('a:3'), later(it.clock, 60), 'one'))
      assert.equal(await read(it.store, 'one'), 'a:1')
      assert.equal(await read(it.store, 'two'), 'a:2')
    })

    it('rewrites a session, and lengthens its life', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      assert.equal(await it.store.update('one', bytes('a:2'), later(it.clock, 120)), true)
      it.clock.pass(90)
      assert.equal(await read(it.store, 'one'), 'a:2')
    })

    it('does not rewrite a session that has ended', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      await it.store.delete('one')
      assert.equal(await it.store.update('one', bytes('a:2'), later(it.clock, 60)), false)
      assert.equal(await read(it.store, 'one'), undefined)
    })

    it('does not rewrite a session whose time is over', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      it.clock.pass(60)
      assert.equal(await it.store.update('one', bytes('a:2'), later(it.clock, 60)), false)
      assert.equal(await read(it.store, 'one'), undefined)
    })

    it('keeps a session under another id, if it is there', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      assert.equal(await it.store.move('one', 'two', bytes('a:2'), later(it.clock, 120)), true)
      assert.equal(await read(it.store, 'one'), undefined)
      assert.equal(await it.store.move('one', 'three', bytes('a:3'), later(it.clock, 60)), false)
      assert.equal(await read(it.store, 'three'), undefined)
      it.clock.pass(119)
      assert.equal(await read(it.store, 'two'), 'a:2')
      it.clock.pass(1)
      assert.equal(await it.store.move('two', 'four', bytes('a:4'), later(it.clock, 60)), false)
      assert.equal(await read(it.store, 'four'), undefined)
    })

    it('ends a session once and for all, and does not mind one that is not there', async () => {
      await using it = await opened()
      await it.store.create('one', bytes('a:1'), later(it.clock, 60))
      await it.store.create('two', bytes('a:2'), later(it.clock, 60))
      for (const _ of [1, 2]) await it.store.delete('one')
      assert.equal(await read(it.store, 'one'), undefined)
      assert.equal(await read(it.store, 'two'), 'a:2')
    })

    it('lets an end be the end, whatever else happens at once', async () => {
      await using it = await opened()
      const ids = Array.from({ length: 20 }, (_, index) => `session${index}`)
      await Promise.all(ids.map((id) => it.store.create(id, bytes('a:1'), later(it.clock, 60))))
      await Promise.all(
        ids.flatMap((id) => [
          it.store.update(id, bytes('a:2'), later(it.clock, 60)),
          it.store.delete(id),
          it.store.update(id, bytes('a:3'), later(it.clock, 60)),
        ]),
      )
      const left = await Promise.all(ids.map((id) => it.store.read(id)))
      assert.deepEqual(new Set(left), new Set([undefined]))
    })

    it('keeps any bytes', async () => {
      await using it = await opened()
      const all = Buffer.from([0x61, ...Array.from({ length: 256 }, (_, index) => index)])
      await it.store.create('one', all, later(it.clock, 60))
      const found = await it.store.read('one')
      assert.deepEqual(found && Buffer.from(found[0] === 0x61 ? found : inflateRawSync(found)), all)
    })
  })
}
