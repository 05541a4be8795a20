import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { SeenLately } from './seen-lately.ts'

const keys = (count: number) => Array.from({ length: count }, (_, index) => `wiki:${index}`)

describe('what has been seen lately', () => {
  it('is what comes again', () => {
    const seen = new SeenLately()
    for (const key of ['', 'one', 7]) {
      assert.equal(seen.see(key), false)
      assert.equal(seen.see(key), true)
    }
  })

  it('is nearly all of the thousand that come in turn', () => {
    const seen = new SeenLately()
    for (const key of keys(1000)) seen.see(key)
    const again = keys(1000).filter((key) => seen.see(key)).length
    assert.ok(again > 900, `${again}`)
  })

  it('is hardly anything of what comes once', () => {
    const seen = new SeenLately()
    const found = keys(100_000).filter((key) => seen.see(key)).length
    assert.ok(found < 100, `${found}`)
  })

  it('is not what came long ago', () => {
    const seen = new SeenLately()
    seen.see('first')
    for (const key of keys(100_000)) seen.see(key)
    assert.equal(seen.see('first'), false)
  })
})
