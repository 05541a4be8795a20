import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { findErrors, findWarnings } from './problems.ts'

// biome-ignore format: a table
const errors = [
  { body: { error: { code: 'a', info: 'A.', '*': 'See …' } },                   found: { code: 'a', text: 'A.' } },
  { body: { error: { code: 'a', info: 'A.', docref: 'See …' } },                found: { code: 'a', text: 'A.' } },
  { body: { error: { info: 'A.' } },                                            found: { code: 'unknown', text: 'A.' } },
  { body: { errors: [{ code: 'a', text: 'A.', module: 'm', data: { b: 1 } }] }, found: { code: 'a', text: 'A.', module: 'm', data: { b: 1 } } },
  { body: { errors: [{ code: 'a', '*': 'A.', module: 'm' }] },                  found: { code: 'a', text: 'A.', module: 'm' } },
  { body: { errors: [{ code: 'a', key: 'apierror-a', params: [] }] },           found: { code: 'a', text: 'apierror-a' } },
  { body: { errors: [{ code: 'a' }] },                                          found: { code: 'a', text: 'a' } },
  { body: { errors: [{ code: 'a', html: '<b>1</b> &lt; &#50; &amp;lt; &x;' }] }, found: { code: 'a', text: '1 < 2 &lt; &x;', html: '<b>1</b> &lt; &#50; &amp;lt; &x;' } },
  { body: { errors: ['odd'] },                                                  found: { code: 'unknown', text: 'unknown' } },
]

describe('findErrors', () => {
  for (const { body, found } of errors) {
    it(`reads ${JSON.stringify(body)}`, () => assert.deepEqual(findErrors(body), [found]))
  }

  for (const body of [{}, { errors: [] }, { error: null }, null, 'error', [1], undefined]) {
    it(`finds none in ${JSON.stringify(body)}`, () => assert.deepEqual(findErrors(body), []))
  }
})

describe('findWarnings', () => {
  it('reads the format of old', () => {
    const body = { warnings: { main: { '*': 'One.' }, query: { warnings: 'Two.\nThree.' } } }
    assert.deepEqual(findWarnings(body), [
      { code: 'warning', text: 'One.', module: 'main' },
      { code: 'warning', text: 'Two.\nThree.', module: 'query' },
    ])
  })

  it('reads lists', () => {
    const warnings = [{ code: 'a', text: 'A.', module: 'm' }]
    assert.deepEqual(findWarnings({ warnings }), warnings)
  })
})
