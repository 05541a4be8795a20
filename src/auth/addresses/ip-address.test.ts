import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isIpAddress } from './ip-address.ts'

/** As MediaWiki's own check has them. */
const addresses = [
  ...[
    '127.0.0.1',
    '0.0.0.0',
    '01.02.03.04',
    '300.300.300.300',
    '1.2.3.xxx',
    '::',
    '::1',
    '1::',
    '1::2',
  ],
  ...['a:b:c:d:e:f:1:2', 'ABCD::ef01', '1:2:3:4:5:6:7::', '::2:3:4:5:6:7:8', '0000::'],
]
const names = [
  ...[
    '',
    '1.2.3',
    '1.2.3.4.5',
    '1.2.3.1234',
    '1.2.3.XXX',
    '1.2.3.4/24',
    '1.2.3.4 ',
    '1.2.3.4\n',
    ':',
    ':::',
  ],
  ...[
    '1:2:3:4:5:6:7',
    '1:2:3:4:5:6:7:8:9',
    '1:2:3:4:5:6:7:8::',
    '1::2::3',
    '12345::1',
    'g::1',
    '::1/64',
  ],
  ...['fe80::1%eth0', '::ffff:1.2.3.4', ':1::2', '1::2:', '1:2', '1:::2', 'Alice', '١.٢.٣.٤'],
]

describe('isIpAddress', () => {
  for (const address of addresses) {
    it(`takes ${address} for an address`, () => assert.equal(isIpAddress(address), true))
  }

  for (const name of names) {
    it(`takes ${JSON.stringify(name)} for a name`, () => assert.equal(isIpAddress(name), false))
  }
})
