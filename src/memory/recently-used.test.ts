import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { RecentlyUsed } from './recently-used.ts'

const megabyte = 1 << 20

describe('what is recently used', () => {
  it('stays while it is used, whatever else comes and goes', () => {
    const kept = new RecentlyUsed<number, string>()
    kept.set(0, 'first', 1000)
    for (let key = 1; key < 10_000; key++) {
      kept.set(key, 'other', 1000)
      assert.equal(kept.get(0), 'first')
    }
  })

  it('goes when it is not used, so that there is never more than two megabytes of it', () => {
    const kept = new RecentlyUsed<number, string>()
    for (let key = 0; key < 10_000; key++) kept.set(key, 'any', 1000)
    const left = Array.from({ length: 10_000 }, (_, key) => kept.peek(key)).filter(Boolean)
    assert.ok(left.length * 1000 <= 2 * megabyte, String(left.length))
    assert.ok(left.length * 1000 >= megabyte, String(left.length))
    assert.equal(kept.get(9999), 'any')
    assert.equal(kept.get(0), undefined)
  })

  it('is what was kept last', () => {
    const kept = new RecentlyUsed<string, number>()
    kept.set('a', 1, megabyte)
    kept.set('b', 1, megabyte)
    kept.set('a', 2, 1)
    assert.equal(kept.get('a'), 2)
    assert.equal(kept.peek('b'), 1)
  })

  it('is not what is larger than all may be', () => {
    const kept = new RecentlyUsed<string, number>()
    kept.set('a', 1, 1)
    kept.set('b', 1, megabyte + 1)
    assert.equal(kept.get('b'), undefined)
    assert.equal(kept.get('a'), 1)
  })
})
