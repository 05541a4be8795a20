import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { setImmediate as nextTurn } from 'node:timers/promises'
import { awaitTurn } from './await-turn.ts'

describe('awaitTurn', () => {
  it('has nobody wait who comes alone', async () => {
    await nextTurn()
    await nextTurn()
    const order: string[] = []
    setImmediate(() => order.push('next turn'))
    await awaitTurn()
    order.push('begun')
    await nextTurn()
    assert.deepEqual(order, ['begun', 'next turn'])
  })

  it('lets others in between when many come at once, and keeps their order', async () => {
    const begun: number[] = []
    const begin = async (number: number) => {
      await awaitTurn()
      begun.push(number)
      const until = performance.now() + 1
      while (performance.now() < until);
    }
    const numbers = Array.from({ length: 60 }, (_, number) => number)
    // Each comes in an event of its own, but all in one turn.
    for (const number of numbers) setImmediate(() => void begin(number))
    let turns = 0
    for (; begun.length < numbers.length; turns++) await nextTurn()
    assert.deepEqual(begun, numbers)
    // Some thirty, were each just as long as it may be.
    assert.ok(turns >= 10, `${turns} turns`)
  })
})
