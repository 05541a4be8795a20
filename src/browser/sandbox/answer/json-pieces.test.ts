import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { jsonPieces } from './json-pieces.ts'

const textOf = (json: string): string =>
  jsonPieces(json)
    .map(({ text }) => text)
    .join('')

describe('JSON in the sandbox', () => {
  it('is laid out as is usual, with nothing changed', () => {
    const value = { a: [1, -2.5e-7, []], b: {}, 'c"\\': { d: 'é\n"{,', e: null }, f: [true, false] }
    assert.equal(textOf(JSON.stringify(value)), JSON.stringify(value, undefined, 4))
    assert.equal(textOf('"text"'), '"text"')
    assert.match(
      textOf('{"2":12345678901234567890,"1":1.0}'),
      /"2": 12345678901234567890,\s+"1": 1\.0/,
    )
  })

  it('says what each piece is', () => {
    const kinds = jsonPieces('{"a":["b",1,null]}').filter(({ kind }) => kind !== 'mark')
    assert.deepEqual(
      kinds.map(({ kind }) => kind),
      ['name', 'string', 'number', 'word'],
    )
  })
})
