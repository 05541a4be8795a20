import assert from 'node:assert/strict'
import { it } from 'node:test'
import { encodeParams } from './encode-params.ts'

// biome-ignore format: a table
const values = [
  { given: 'é+ ',                          sent: 'é+ ' },
  { given: '',                             sent: '' },
  { given: 0,                              sent: '0' },
  { given: 12345678901234567890n,          sent: '12345678901234567890' },
  { given: true,                           sent: 'true' },
  { given: false,                          sent: undefined },
  { given: undefined,                      sent: undefined },
  { given: new Date(0),                    sent: '1970-01-01T00:00:00.000Z' },
  { given: [],                             sent: '' },
  { given: ['a', 1, 2n],                   sent: 'a|1|2' },
  { given: ['a|b', 'c'],                   sent: '\u001fa|b\u001fc' },
  { given: ['a|b'],                        sent: '\u001fa|b' },
]

for (const { given, sent } of values) {
  it(`sends ${typeof given === 'bigint' ? given : JSON.stringify(given, String)} as ${JSON.stringify(sent)}`, () => {
    assert.deepEqual(encodeParams({ name: given }), sent === undefined ? [] : [['name', sent]])
  })
}

it('joins by | alone for wikis that do not know U+001F', () => {
  assert.deepEqual(encodeParams({ list: ['a|b', 'c'] }, 'pipe'), [['list', 'a|b|c']])
})

it('sends the token last', () => {
  const sent = encodeParams({ token: '+\\', action: 'logout' })
  assert.deepEqual(sent, [
    ['action', 'logout'],
    ['token', '+\\'],
  ])
})
