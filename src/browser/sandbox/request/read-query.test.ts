import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { readQuery } from './read-query.ts'
import { writeQuery } from './write-query.ts'

/** What stands behind the `#` of an address, and the request that it means. */
// biome-ignore format: a table
const ways: readonly (readonly [hash: string, params: Readonly<Record<string, string>>])[] = [
  ['',                              {}],
  ['#',                             {}],
  ['#action=query&meta=tokens',     { action: 'query', meta: 'tokens' }],
  ['#modules=a+b|c%2Bd',            { modules: 'a b|c+d' }],
  ['#reset=&wrap',                  { reset: '', wrap: '' }],
  ['#a=1=2&&=x',                    { a: '1=2' }],
  ['#a=1&a=2',                      { a: '2' }],
  ['#a=100%&b=%zz&c=%C3%A9&d=%FF',  { a: '100%', b: '%zz', c: 'é', d: '\ufffd' }],
  ['#a=<img src=x onerror=alert(1)>', { a: '<img src=x onerror=alert(1)>' }],
]

describe('the address of the sandbox', () => {
  for (const [hash, params] of ways) {
    it(`is read: ${hash}`, () => {
      assert.deepEqual(Object.fromEntries(readQuery(hash)), params)
    })
  }

  it('is written so that it is read as the same', () => {
    const params = [
      ['titles', 'Käse|"50%" & more'],
      ['values', '\u001fa|b\u001fc#d?e+f'],
      ['__proto__', "it's\n(1)*!"],
    ] as const
    const query = writeQuery(params)
    assert.deepEqual([...readQuery(`#${query}`)], params)
    assert.deepEqual([...new URLSearchParams(query)], params)
    assert.match(query, /^[\w=&%.~:/@,-]+$/)
  })
})
