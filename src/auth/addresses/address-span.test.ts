import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { isInSpan } from './address-span.ts'

// biome-ignore format: a table
const spans: readonly (readonly [span: string, inside: readonly string[], outside: readonly string[]])[] = [
  ['192.0.2.9-192.0.3.1',           ['192.0.2.9', '192.0.2.255', '192.0.3.1'], ['192.0.2.8', '192.0.3.2', '::1']],
  ['192.0.2.9 - 192.0.2.9',         ['192.0.2.9'],                             ['192.0.2.10']],
  ['2001:db8::1-2001:db8::ff',      ['2001:db8::1', '2001:DB8:0:0:0:0:0:A'],   ['2001:db8::100', '192.0.2.9']],
  ['192.0.2.9-192.0.2.1',           [],                                        ['192.0.2.9', '192.0.2.5']],
  ['192.0.2.1-2001:db8::1',         [],                                        ['192.0.2.1', '2001:db8::1']],
  ['192.0.2.1-192.0.2.3-192.0.2.9', [],                                        ['192.0.2.2']],
  ['192.0.2.1',                     [],                                        ['192.0.2.1']],
  ['nonsense',                      [],                                        ['192.0.2.1']],
]

describe('the span', () => {
  for (const [span, inside, outside] of spans) {
    it(`${span} has ${inside.join(', ') || 'nobody'} in it, and not ${outside.join(', ')}`, () => {
      for (const address of inside) assert.equal(isInSpan(address, span), true, address)
      for (const address of outside) assert.equal(isInSpan(address, span), false, address)
    })
  }
})
