import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { decodeCharacterReferences } from './character-references.ts'

// biome-ignore format: a table
const references = [
  ['A&amp;B&AMP;C',        'A&B&C'],
  ['&lt;&gt;&quot;&apos;', '<>"\''],
  ['&nbsp;',               '\u00a0'],
  ['&amp;lt;',             '&lt;'],
  ['&#65;&#x42;&#X43;',    'ABC'],
  ['&#128512;',            '😀'],
  ['&#0;&#128;&#xd800;',   '\ufffd\ufffd\ufffd'],
  ['&#99999999999999999;', '\ufffd'],
  ['&amp &#65 &; &#; &',   '&amp &#65 &; &#; &'],
  ['&eacute;&hellip;&fjlig;', 'é…fj'],
  ['&NotEqualTilde;',      '≂̸'],
  ['&\u05e8\u05dc\u05de;', '\u200f'],
  ['&eacute &ampx; &notit;', '&eacute &ampx; &notit;'],
  ['&nosuch;&constructor;', '&nosuch;&constructor;'],
] as const

describe('decodeCharacterReferences', () => {
  for (const [given, expected] of references) {
    it(`makes ${JSON.stringify(expected)} of ${given}`, () => {
      assert.equal(decodeCharacterReferences(given), expected)
    })
  }
})
