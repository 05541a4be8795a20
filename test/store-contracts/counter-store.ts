import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { CounterStore } from '../../src/auth/rate-limits/counter-store.ts'
import type { Opened } from './opened.ts'

const noon = new Date('2026-01-01T12:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

/** What every place for counters has to do. */
export function testCounterStore(where: string, open: () => Promise<Opened<CounterStore>>): void {
  describe(`CounterStore ${where}`, () => {
    it('counts up to the limit, each key for itself', async () => {
      await using it = await open()
      const take = (key: string) => it.store.take(key, 2, 60, noon)
      assert.deepEqual([await take('a'), await take('a'), await take('a')], [true, true, false])
      assert.equal(await take('A'), true)
    })

    it('counts exactly as many of those that come at once', async () => {
      await using it = await open()
      const taken = await Promise.all(
        Array.from({ length: 200 }, () => it.store.take('a', 5, 60, noon)),
      )
      assert.equal(taken.filter(Boolean).length, 5)
    })

    it('begins anew when the time since the first is over, and not before', async () => {
      await using it = await open()
      assert.equal(await it.store.take('a', 2, 60, noon), true)
      assert.equal(await it.store.take('a', 2, 60, after(59)), true)
      assert.equal(await it.store.take('a', 2, 60, after(59)), false)
      assert.equal(await it.store.take('a', 2, 60, after(60)), true)
      assert.equal(await it.store.take('a', 2, 60, after(119)), true)
      assert.equal(await it.store.take('a', 2, 60, after(119)), false)
    })

    it('is not put off by tries that it refuses', async () => {
      await using it = await open()
      await it.store.take('a', 1, 60, noon)
      for (const seconds of [20, 40, 59]) await it.store.take('a', 1, 60, after(seconds))
      assert.equal(await it.store.take('a', 1, 60, after(60)), true)
    })

    it('forgets a key, and no other', async () => {
      await using it = await open()
      for (const key of ['a', 'b']) await it.store.take(key, 1, 60, noon)
      for (const key of ['a', 'c']) await it.store.reset(key)
      assert.equal(await it.store.take('a', 1, 60, noon), true)
      assert.equal(await it.store.take('b', 1, 60, noon), false)
    })

    it('counts several in turn, until one has been counted as often as it may be', async () => {
      await using it = await open()
      const tries = [
        { key: 'a', limit: 3, seconds: 60 },
        { key: 'b', limit: 1, seconds: 60 },
        { key: 'c', limit: 1, seconds: 60 },
      ]
      assert.equal(await it.store.takeInTurn(tries, noon), undefined)
      assert.equal(await it.store.takeInTurn(tries, noon), 1, 'a was counted before b was not')
      await it.store.reset('b', 'c')
      assert.equal(await it.store.takeInTurn(tries, noon), undefined)
      await it.store.reset('b', 'c')
      assert.equal(await it.store.takeInTurn(tries, noon), 0, 'a has been counted three times')
      assert.equal(await it.store.take('b', 1, 60, noon), true, 'and then nothing else is')
    })

    it('takes the limit of each try for what it is', async () => {
      await using it = await open()
      for (const _ of [1, 2, 3]) assert.equal(await it.store.take('a', 10, 60, noon), true)
      assert.equal(await it.store.take('a', 3, 60, noon), false)
      assert.equal(await it.store.take('a', 4, 60, noon), true)
    })

    it('counts beyond nine', async () => {
      await using it = await open()
      const taken = []
      for (let index = 0; index < 152; index++) taken.push(await it.store.take('a', 150, 60, noon))
      assert.deepEqual(taken.slice(148), [true, true, false, false])
    })
  })
}
