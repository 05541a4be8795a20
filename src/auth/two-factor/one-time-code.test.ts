import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Secret } from 'otpauth'
import { codeOf, findPeriod, periodAt } from './one-time-code.ts'

/** RFC 6238, appendix B: the last six of its eight digits, as authenticator apps show them. */
// biome-ignore format: a table
const vectors = [
  { seconds:          59, code: '287082' },
  { seconds:  1111111109, code: '081804' },
  { seconds:  1111111111, code: '050471' },
  { seconds:  1234567890, code: '005924' },
  { seconds:  2000000000, code: '279037' },
  { seconds: 20000000000, code: '353130' },
] as const

const secret = Secret.fromLatin1('12345678901234567890').base32
const at = (seconds: number) => new Date(seconds * 1000)

describe('a one-time code', () => {
  for (const { seconds, code } of vectors) {
    it(`is ${code} at ${seconds}, as RFC 6238 says`, () => {
      assert.equal(codeOf(secret, periodAt(at(seconds))), code)
      assert.equal(findPeriod({ secret, code }, at(seconds), 4), periodAt(at(seconds)))
    })
  }

  it('is good from four periods before its own to four after it, and no longer', () => {
    const period = 40_000_000
    const code = codeOf(secret, period)
    const found = (distance: number, radius: number) =>
      findPeriod({ secret, code }, at((period + distance) * 30), radius)
    assert.deepEqual(
      [-5, -4, 0, 4, 5].map((distance) => found(distance, 4)),
      [undefined, ...[period, period, period], undefined],
    )
    assert.deepEqual(
      [-1, 0, 1].map((distance) => found(distance, 0)),
      [undefined, period, undefined],
    )
  })

  it('is nothing else: no spaces, signs, other digits or more of them', () => {
    const code = codeOf(secret, 1)
    for (const other of [
      '',
      ` ${code}`,
      `${code}0`,
      code.slice(1),
      `+${code}`,
      'abcdef',
      '٠'.repeat(6),
    ])
      assert.equal(findPeriod({ secret, code: other }, at(30), 0), undefined, other)
  })
})
