import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { hmacMd5 } from './hmac-md5.ts'

// biome-ignore format: a table
const rows = [
  // RFC 2104, and RFC 2202 for a key longer than a block.
  ['\x0b'.repeat(16), 'Hi There',                     '9294727a3638bb1c13f48ef8158bfc9d'],
  ['Jefe',            'what do ya want for nothing?', '750c783e6ab0b503eaa86e310a5db738'],
  ['',                '',                             '74e6f7298a9c2d168935f58c001bad88'],
] as const

describe('HMAC-MD5', () => {
  for (const [key, text, digest] of rows) {
    it(`of "${text}" is the one of the RFC`, () => assert.equal(hmacMd5(key, text), digest))
  }

  it('is the one of OpenSSL for every key and text', () => {
    const text = fc.oneof(
      fc.string({ unit: 'binary', maxLength: 70 }),
      fc.string({ unit: 'binary-ascii', minLength: 60, maxLength: 70 }),
    )
    fc.assert(
      fc.property(text, text, (key, text) => {
        assert.equal(hmacMd5(key, text), createHmac('md5', key).update(text).digest('hex'))
      }),
      { numRuns: 2000 },
    )
  })
})
