import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Afterwards } from './afterwards.ts'

describe('what is done once the answer is out', () => {
  it('begins after what is being done, and is waited for', async () => {
    const order: string[] = []
    const afterwards = new Afterwards((error) => assert.ifError(error))
    afterwards.start(async () => {
      order.push('first')
      afterwards.start(async () => void order.push('begun meanwhile'))
    })
    await Promise.resolve().then(() => order.push('answer'))
    assert.equal(afterwards.count, 1)
    await afterwards.finish()
    assert.deepEqual(order, ['answer', 'first', 'begun meanwhile'])
    assert.equal(afterwards.count, 0)
  })

  it('is logged when it fails, and disturbs nothing else', async () => {
    const logged: unknown[] = []
    const afterwards = new Afterwards((error) => void logged.push(error))
    afterwards.start(() => Promise.reject(new RangeError('no')))
    const done: string[] = []
    afterwards.start(async () => void done.push('the other'))
    await afterwards.finish()
    assert.deepEqual(done, ['the other'])
    assert.deepEqual(logged, [new RangeError('no')])
  })

  it('is waited for no longer than one wants', async () => {
    const afterwards = new Afterwards((error) => assert.ifError(error))
    const { promise, resolve } = Promise.withResolvers<void>()
    afterwards.start(() => promise)
    await afterwards.finish(1)
    assert.equal(afterwards.count, 1)
    resolve()
    await afterwards.finish()
  })
})
