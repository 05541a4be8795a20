import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { addressToHex, hexToAddress, rangeToHex } from './address-hex.ts'

/** Addresses and what MediaWiki's `IPUtils::toHex` makes of them. */
// biome-ignore format: a table
const hexes: readonly (readonly [address: string, hex: string])[] = [
  ['127.0.0.1',               '7F000001'],
  ['0.0.0.0',                 '00000000'],
  ['255.255.255.255',         'FFFFFFFF'],
  ['::',                      `v6-${'0'.repeat(32)}`],
  ['::1',                     `v6-${'0'.repeat(31)}1`],
  ['1::',                     `v6-0001${'0'.repeat(28)}`],
  ['2001:db8::7',             'v6-20010DB8000000000000000000000007'],
  ['2001:DB8:1:2:3:4:5:6',    'v6-20010DB8000100020003000400050006'],
  ['1:2:3:4:5:6:7::',         'v6-00010002000300040005000600070000'],
]

describe('addressToHex', () => {
  for (const [address, hex] of hexes) {
    it(`spells ${address} as MediaWiki does`, () => {
      assert.equal(addressToHex(address), hex)
    })
  }
})

/** Ranges and their first and last address, as MediaWiki stores them. */
// biome-ignore format: a table
const ranges: readonly (readonly [range: string, first: string, last: string])[] = [
  ['192.0.2.7',         'C0000207', 'C0000207'],
  ['192.0.2.7/32',      'C0000207', 'C0000207'],
  ['192.0.2.7/24',      'C0000200', 'C00002FF'],
  ['192.0.2.0/17',      'C0000000', 'C0007FFF'],
  ['0.0.0.0/0',         '00000000', 'FFFFFFFF'],
  ['2001:db8::7/64',    'v6-20010DB8000000000000000000000000', 'v6-20010DB800000000FFFFFFFFFFFFFFFF'],
  ['2001:db8::/19',     'v6-20010000000000000000000000000000', 'v6-20011FFFFFFFFFFFFFFFFFFFFFFFFFFF'],
  ['::/0',              `v6-${'0'.repeat(32)}`,                `v6-${'F'.repeat(32)}`],
]

describe('rangeToHex', () => {
  for (const [range, first, last] of ranges) {
    it(`finds the ends of ${range}`, () => {
      assert.deepEqual(rangeToHex(range), [first, last])
    })
  }
})

describe('hexToAddress', () => {
  it('spells an address as MediaWiki shows it', () => {
    assert.equal(hexToAddress('C0000207'), '192.0.2.7')
    assert.equal(hexToAddress('v6-20010DB8000000000000000000000007'), '2001:DB8:0:0:0:0:0:7')
  })

  it('takes nothing for the first address, as MediaWiki shows accounts', () => {
    assert.equal(hexToAddress(''), '0.0.0.0')
  })
})
