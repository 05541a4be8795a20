import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Stores } from '../../src/wiki.ts'
import { Dice } from '../fuzz/dice.ts'
import { runInThreads } from './run-in-threads.ts'
import { runSchedule } from './run-schedule.ts'
import { runSchedules } from './run-schedules.ts'
import { Scheduler } from './scheduler.ts'
import { makeWorld } from './world.ts'

/** Another seed finds other mistakes. */
const seed = Number(process.env['JETON_SEED'] ?? 20260101)
const count = 2000

describe('logging in and out, renewing and changing passwords, all at once', () => {
  it(`security 63: outlives no end and mixes up nobody in ${count} orders (JETON_SEED=${seed})`, async () => {
    const found = await runInThreads({ seed, count })
    const again = `node test/interleavings/interleavings.ts --count 1 --seed ${found?.seed}`
    assert.deepEqual(found?.breaches ?? [], [], again)
  })

  it('goes the same way for the same seed', async () => {
    await using world = await makeWorld()
    const course = async (which: number): Promise<readonly string[]> => {
      const steps: string[] = []
      await runSchedule(world, which, (step) => void steps.push(step))
      return steps
    }
    const first = await course(7)
    assert.deepEqual(await course(7), first)
    assert.notDeepEqual(await course(8), first)
  })
})

/** Mistakes that a store could make, each of which has to come out. */
const mistakes: Readonly<Record<string, (stores: Stores) => Partial<Stores>>> = {
  'lets a late save bring a session back': ({ sessions }) => ({
    sessions: {
      ...sessions,
      async update(...save) {
        if (!(await sessions.update(...save))) await sessions.create(...save)
        return true
      },
    },
  }),
  'claims to have saved what has ended': ({ sessions }) => ({
    sessions: {
      ...sessions,
      async update(...save) {
        await sessions.update(...save)
        return true
      },
    },
  }),
  'keeps the session that another takes the place of': ({ sessions }) => ({
    sessions: {
      ...sessions,
      create: (id, bytes, expires) => sessions.create(id, bytes, expires),
    },
  }),
  'ends no session': ({ sessions }) => ({
    sessions: { ...sessions, delete: async () => undefined },
  }),
  'forgets new sessions': ({ sessions }) => ({
    sessions: { ...sessions, create: async () => undefined },
  }),
  'gives everybody the first session that was read': ({ sessions }) => {
    let first: Uint8Array | undefined
    const read = async (id: string) => {
      const found = await sessions.read(id)
      first ??= found
      return found && first
    }
    return { sessions: { ...sessions, read } }
  },
  'keeps the token of an account': ({ accounts }) => ({
    accounts: { ...accounts, replaceToken: async () => undefined },
  }),
  'lets a session that has ended go on under another id': ({ sessions }) => ({
    sessions: {
      ...sessions,
      async move(from, to, ...save) {
        if (!(await sessions.move(from, to, ...save))) await sessions.create(to, ...save)
        return true
      },
    },
  }),
  'keeps a revoked bot password': ({ botPasswords }) => ({
    botPasswords: { ...botPasswords, delete: async () => true },
  }),
}

describe('schedules', () => {
  for (const [mistake, spoil] of Object.entries(mistakes)) {
    it(`show that a store ${mistake}`, async () => {
      const found = await runSchedules({ seed, count: 500 }, (stores) => {
        return { ...stores, ...spoil(stores) }
      })
      assert.notEqual(found, undefined)
    })
  }
})

describe('Scheduler', () => {
  it('comes upon each of the twenty orders of two tasks with three steps', async () => {
    const orders = new Set<string>()
    for (let throwing = 0; throwing < 500; throwing++) {
      const scheduler = new Scheduler(new Dice(throwing))
      let order = ''
      const task = (name: string) => async () => {
        for (let step = 0; step < 2; step++) {
          order += name
          await scheduler.turn()
        }
        order += name
      }
      await scheduler.run([task('a'), task('b')])
      orders.add(order)
    }
    assert.equal(orders.size, 20)
  })

  it('lets the others end when one fails, and fails then', async () => {
    const scheduler = new Scheduler(new Dice(1))
    const ended: string[] = []
    const failing = async () => {
      await scheduler.turn()
      throw new Error('broken')
    }
    const other = async () => {
      for (let step = 0; step < 5; step++) await scheduler.turn()
      ended.push('other')
    }
    await assert.rejects(scheduler.run([failing, other]), /broken/)
    assert.deepEqual(ended, ['other'])
  })
})
