import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { LineSet } from './line-set.ts'

const line = fc.string({ unit: fc.constantFrom('a', 'b', 'é', '\0', '𝄞'), maxLength: 4 })

describe('LineSet', () => {
  it('has the lines of a text, and nothing else', () => {
    fc.assert(
      fc.property(fc.array(line), fc.array(line), (lines, others) => {
        const set = new LineSet(Buffer.from(lines.map((one) => `${one}\n`).join('')), lines.length)
        for (const one of [...lines, ...others]) assert.equal(set.has(one), lines.includes(one))
      }),
    )
  })

  it('takes neither a part of a line for one, nor two that follow each other', () => {
    const set = new LineSet(Buffer.from('first\nsecond\n'), 2)
    for (const no of ['', 'firs', 'irst', 'first\n', 'first\nsecond', 'second\n', '\n'])
      assert.equal(set.has(no), false, JSON.stringify(no))
  })
})
