import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Rate, RateStore } from '../../src/auth/rate-limits/rate-store.ts'
import type { Opened } from './opened.ts'

const noon = new Date('2026-01-01T12:00:00Z')
const after = (seconds: number) => new Date(noon.getTime() + seconds * 1000)

/** Twice a minute. */
const byAddress: Rate = {
  ...{ action: 'mailpassword', condition: 'ip', isGlobal: true },
  ...{ who: ['192.0.2.1'], limit: 2, seconds: 60 },
}
const byUser: Rate = { ...byAddress, condition: 'user', isGlobal: false, who: [7], limit: 3 }

/** What every place for rates has to do. */
export function testRateStore(where: string, open: () => Promise<Opened<RateStore>>): void {
  describe(`RateStore ${where}`, () => {
    it('counts up to the limit, everybody for himself', async () => {
      await using it = await open()
      const take = (rate: Rate) => it.store.take([rate], noon)
      assert.deepEqual(
        [await take(byAddress), await take(byAddress), await take(byAddress)],
        [true, true, false],
      )
      assert.equal(await take({ ...byAddress, who: ['192.0.2.2'] }), true)
      assert.equal(await take({ ...byAddress, action: 'changeemail' }), true)
      assert.equal(await take({ ...byAddress, isGlobal: false }), true)
      assert.equal(await take(byUser), true)
    })

    it('counts exactly as many of those that come at once', async () => {
      await using it = await open()
      const taken = await Promise.all(
        Array.from({ length: 500 }, () => it.store.take([{ ...byAddress, limit: 5 }], noon)),
      )
      assert.equal(taken.filter(Boolean).length, 5)
    })

    it('counts for all of several rates, or for none', async () => {
      await using it = await open()
      for (const _ of [1, 2]) assert.equal(await it.store.take([byAddress, byUser], noon), true)
      assert.equal(await it.store.take([byUser, byAddress], noon), false)
      assert.equal(await it.store.take([byUser], noon), true)
      assert.equal(await it.store.take([byUser], noon), false)
    })

    it('lets time slide on, so that what was done counts as long as the limit says', async () => {
      await using it = await open()
      assert.equal(await it.store.take([byAddress], noon), true)
      assert.equal(await it.store.take([byAddress], after(30)), true)
      assert.equal(await it.store.take([byAddress], after(59)), false)
      assert.equal(await it.store.take([byAddress], after(62)), true)
      assert.equal(await it.store.take([byAddress], after(89)), false)
      assert.equal(await it.store.take([byAddress], after(92)), true)
    })

    it('is not put off by what it refuses', async () => {
      await using it = await open()
      const once = { ...byAddress, limit: 1 }
      await it.store.take([once], noon)
      for (const seconds of [20, 40, 59]) await it.store.take([once], after(seconds))
      assert.equal(await it.store.take([once], after(62)), true)
    })

    it('looks without counting', async () => {
      await using it = await open()
      await it.store.take([byAddress], noon)
      for (const _ of [1, 2, 3]) assert.equal(await it.store.leavesRoom([byAddress], noon), true)
      await it.store.take([byAddress], noon)
      assert.equal(await it.store.leavesRoom([byAddress], noon), false)
      assert.equal(await it.store.leavesRoom([], noon), true)
    })

    it('lets nothing through a limit of none, and counts without limits nothing', async () => {
      await using it = await open()
      assert.equal(await it.store.take([{ ...byAddress, limit: 0 }], noon), false)
      assert.equal(await it.store.take([], noon), true)
    })
  })
}
