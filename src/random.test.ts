import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { systemRandom } from './random.ts'

describe('the random bytes of the machine', () => {
  it('are never given twice', () => {
    const given = Array.from({ length: 2000 }, () => systemRandom(12).toString('hex'))
    assert.equal(new Set(given).size, given.length)
  })

  it('stay what they are when others are given', () => {
    const first = systemRandom(16)
    const text = first.toString('hex')
    for (let count = 0; count < 1000; count++) systemRandom(16)
    assert.equal(first.toString('hex'), text)
  })

  it('are as many as were asked for', () => {
    const counts = [0, 1, 12, 4095, 4096, 4097, 100_000]
    assert.deepEqual(
      counts.map((count) => systemRandom(count).length),
      counts,
    )
  })

  it('cannot be foreseen by who is given others', () => {
    for (let count = 0; count < 300; count++) {
      const within = Buffer.from(new Uint8Array(systemRandom(16).buffer))
      assert.ok(!within.includes(systemRandom(16)))
    }
  })
})
