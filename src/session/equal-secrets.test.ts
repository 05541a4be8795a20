import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { equalSecrets } from './equal-secrets.ts'

describe('equalSecrets', () => {
  const secret = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 80 }),
    fc.constantFrom('', 'é', 'é'),
  )

  it('finds two texts equal just if their bytes are', () => {
    fc.assert(
      fc.property(secret, secret, (one, other) => {
        assert.equal(equalSecrets(one, other), Buffer.from(one).equals(Buffer.from(other)))
        assert.ok(equalSecrets(one, Buffer.from(one).toString()))
      }),
    )
  })

  it('tells one digit from another, wherever it is, in short and in long ones', () => {
    for (const length of [1, 42, 64, 65, 500]) {
      const one = 'a'.repeat(length)
      for (const at of [0, length >> 1, length - 1]) {
        assert.ok(!equalSecrets(one, `${one.slice(0, at)}b${one.slice(at + 1)}`))
      }
      assert.ok(!equalSecrets(one, `${one}a`))
    }
  })

  it('remembers nothing of a longer one', () => {
    assert.ok(!equalSecrets('a'.repeat(40), 'b'.repeat(40)))
    assert.ok(equalSecrets('ab', 'ab'))
    assert.ok(!equalSecrets('a', 'aa'))
  })
})
