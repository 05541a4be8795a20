import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OddAnswer } from './ask.ts'
import { findFault } from './find-fault.ts'
import { runFuzz } from './run-fuzz.ts'

/** Another seed finds other mistakes: `npm run fuzz` shows how. */
const seed = Number(process.env['JETON_SEED'] ?? 20260101)
const count = 100_000

describe('Jeton, asked oddly', () => {
  it(`answers ${count} odd requests in order (JETON_SEED=${seed})`, async () => {
    const tally = await runFuzz({ seed, count })
    const failures = tally.failures.map(({ index, fault, curl }) => `${index}: ${fault}\n${curl}`)
    assert.deepEqual(failures, [])
    assert.equal(tally.count, count)
  })
})

const json = 'application/json; charset=utf-8'
const html = 'text/html; charset=UTF-8'

/** What is wrong with answers, by which a request fails. */
// biome-ignore format: a table
const faults: readonly (readonly [fault: RegExp, status: number, type: string, body: string])[] = [
  [/^status 500$/,        500, json,            '{}'],
  [/^status 503$/,        503, json,            '{}'],
  [/more than one line/,  200, `${json}\r\nA: b`, '{}'],
  [/SyntaxError/,         200, json,            '{"a":1'],
  [/an element/,          200, json,            '{"errors":[{"html":"<jeton-probe>"}]}'],
  [/no call/,             200, 'text/javascript', '{}'],
  [/SyntaxError/,         200, 'text/javascript', '/**/a({"b")'],
  [/text\/xml/,           200, 'text/xml',      '<?xml version="1.0"?><api a=1 />'],
  [/not the XML/,         200, 'text/xml',      '<html />'],
  [/Cannot read/,         200, 'application/vnd.php.serialized', 'a:1:{}'],
  [/an element/,          200, html,            '<p><JETON-PROBE>'],
  [/an attribute/,        200, html,            '<p title="" jeton-probe="1">'],
  [/content type/,        200, 'image/png',     'x'],
]

describe('findFault', () => {
  for (const [fault, status, type, body] of faults) {
    it(`finds ${fault} in ${status} ${JSON.stringify(type)} ${body}`, () => {
      const answer: OddAnswer = { status, headers: [['Content-Type', type]], body }
      assert.match(findFault(answer, true) ?? 'nothing', fault)
    })
  }

  it('finds what leads away from the wiki', () => {
    const headers = [['Location', '//a.example/']] as const
    assert.equal(findFault({ status: 302, headers, body: '' }, true), 'leads to //a.example/')
  })

  it('finds nothing where nothing is wrong', () => {
    const answer: OddAnswer = {
      status: 200,
      headers: [['Content-Type', json]],
      body: '{"error":{"info":"<jeton-probe>"}}',
    }
    assert.equal(findFault(answer, true), undefined)
  })
})
