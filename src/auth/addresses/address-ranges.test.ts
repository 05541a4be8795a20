import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { everywhere, isAddressRange, isInRanges } from './address-ranges.ts'

/** Ranges, and addresses that lie in them or do not; for addresses and CIDR as MediaWiki's `IPSet` says. */
// biome-ignore format: a table
const ranges: readonly (readonly [range: string, inside: readonly string[], outside: readonly string[]])[] = [
  ['192.0.2.7',                    ['192.0.2.7'],                        ['192.0.2.8', '::', '2001:db8::7']],
  ['192.0.2.0/24',                 ['192.0.2.0', '192.0.2.255'],         ['192.0.1.255', '192.0.3.0', '::1']],
  ['192.0.2.9/24',                 ['192.0.2.0', '192.0.2.255'],         ['192.0.3.0']],
  ['192.0.2.7/32',                 ['192.0.2.7'],                        ['192.0.2.8']],
  ['0.0.0.0/0',                    ['0.0.0.0', '127.0.0.1', '255.255.255.255'], ['::1', '2001:db8::7']],
  ['127.0.0.1/0',                  ['192.0.2.7'],                        ['::1']],
  ['::/0',                         ['::', '::1', '2001:db8::7'],         ['0.0.0.1', '127.0.0.1']],
  ['2001:db8::/32',                ['2001:db8::', '2001:db8:ffff::1', '2001:DB8::1'], ['2001:db9::', '32.1.13.184']],
  ['2001:DB8:0:0:0:0:0:7',         ['2001:db8::7'],                      ['2001:db8::8']],
  ['::1/128',                      ['::1'],                              ['::2', '0.0.0.1']],
]

/** What is no range, so that nobody can be in it. */
const nonsense = [
  ...[
    '',
    ' ',
    'localhost',
    'example.org',
    '*',
    '192.0.2',
    '192.0.2.*',
    '192.0.2.256',
    '192.0.2.7.',
  ],
  ...['010.0.0.1', '10.0.0.01', '0x0a.0.0.1', '1', '0177.0.0.1', '192.0.2.7:80', '[::1]'],
  ...[
    '192.0.2.0/33',
    '192.0.2.0/-1',
    '192.0.2.0/',
    '192.0.2.0/24/24',
    '192.0.2.0/x',
    '/24',
    '2001:db8::/129',
  ],
  ...['192.0.2.0/255.255.255.0', '192.0.2.0/2e1', '192.0.2.0/+24'],
  ...[
    '192.0.2.1-192.0.2.9',
    '192.0.2.1 - 192.0.2.9',
    '192.0.2.1-',
    '-192.0.2.1',
    '192.0.2.1-192.0.2.5-192.0.2.9',
    '192.0.2.1-::1',
  ],
  ...[
    '::ffff:192.0.2.7',
    '::ffff:192.0.2.0/120',
    '2001:db8:::7',
    '2001:db8::7::',
    ':::',
    '12345::',
    'fe80::1%eth0',
  ],
]

describe('the range', () => {
  for (const [range, inside, outside] of ranges) {
    it(`${range} has ${inside} in it, and not ${outside}`, () => {
      assert.equal(isAddressRange(range), true)
      for (const address of inside) assert.equal(isInRanges(address, [range]), true, address)
      for (const address of outside) assert.equal(isInRanges(address, [range]), false, address)
    })
  }

  for (const text of nonsense) {
    it(`"${text}" is none, and nobody is in it`, () => {
      assert.equal(isAddressRange(text), false)
      for (const address of [
        '192.0.2.7',
        '127.0.0.1',
        '10.0.0.1',
        '8.0.0.1',
        '::1',
        '::ffff:192.0.2.7',
      ])
        assert.equal(isInRanges(address, [text]), false, address)
    })
  }
})

describe('a list of ranges', () => {
  it('has every address in it that one of them has', () => {
    const list = ['nonsense', '192.0.2.0/24', '2001:db8::/32']
    assert.equal(isInRanges('192.0.2.7', list), true)
    assert.equal(isInRanges('2001:db8::7', list), true)
    assert.equal(isInRanges('192.0.3.7', list), false)
  })

  it('has nobody in it when it is empty', () => {
    for (const address of ['127.0.0.1', '::1']) assert.equal(isInRanges(address, []), false)
  })

  it('has every address in it unless told otherwise, and nothing that is none', () => {
    for (const address of ['0.0.0.0', '127.0.0.1', '255.255.255.255', '::', '::1', 'ffff::'])
      assert.equal(isInRanges(address, everywhere), true, address)
    for (const address of ['', 'localhost', '010.0.0.1', '1.2.3'])
      assert.equal(isInRanges(address, everywhere), false, address)
  })
})
