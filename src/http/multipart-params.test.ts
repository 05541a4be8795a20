import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { phpArray, type RawValue } from '../params/sent-param.ts'
import { readMultipart } from './multipart-params.ts'

const type = 'multipart/form-data; boundary=XX'
const end = '--XX--\r\n'

function part(name: string, value: string, disposition = `name="${name}"`): string {
  return `--XX\r\nContent-Disposition: form-data; ${disposition}\r\n\r\n${value}\r\n`
}

async function read(text: string, contentType = type): Promise<[string, RawValue][] | string> {
  const { params } = await readMultipart(Buffer.from(text, 'latin1'), contentType)
  if (typeof params === 'string') return params
  return Array.from(params, ([name, { raw }]) => [name, raw])
}

// biome-ignore format: a table
const forms: readonly { readonly name: string; readonly text: string; readonly pairs: [string, RawValue][] }[] = [
  { name: 'nothing',                  text: end,                               pairs: [] },
  { name: 'a value',                  text: part('a', '1') + end,              pairs: [['a', '1']] },
  { name: 'an empty value',           text: part('a', '') + end,               pairs: [['a', '']] },
  { name: 'lines and boundaries that are none', text: part('a', '\r\n--X\r\n--XY') + end, pairs: [['a', '\r\n--X\r\n--XY']] },
  { name: 'the last of two values',   text: part('a', '1') + part('b', '2') + part('a', '3') + end, pairs: [['a', '3'], ['b', '2']] },
  { name: 'an array',                 text: part('a[]', '1') + end,            pairs: [['a', phpArray]] },
  { name: 'a name with a dot',        text: part('a.b', '1') + end,            pairs: [['a_b', '1']] },
  { name: 'UTF-8',                    text: part('\xc3\xa9', '\xc3\xa9') + end, pairs: [['é', 'é']] },
  { name: 'bytes that are not UTF-8', text: part('a', '\xe9') + end,           pairs: [['a', Buffer.from([0xe9])]] },
  { name: 'a percent sign as itself', text: part('a', '%41+') + end,           pairs: [['a', '%41+']] },
  { name: 'no file',                  text: part('', 'hello', 'name="a"; filename="a.txt"') + part('b', '1') + end, pairs: [['b', '1']] },
  { name: 'a part with a type',       text: part('a', '1').replace('\r\n\r\n', '\r\nContent-Type: text/plain\r\n\r\n') + end, pairs: [['a', '1']] },
  { name: 'names of JavaScript',      text: part('__proto__', '1') + part('constructor', '2') + end, pairs: [['__proto__', '1'], ['constructor', '2']] },
  { name: 'what stands before and after', text: `before\r\n${part('a', '1')}${end}after`, pairs: [['a', '1']] },
]

/** What cannot be read counts as an empty body, as a request without parameters. */
const good = part('action', 'query')
// biome-ignore format: a table
const broken: readonly (readonly [string, string, string?])[] = [
  ['no end',               good],
  ['half an end',          `${good}--XX`],
  ['half a part',          good.slice(0, -4)],
  ['half a header',        good.slice(0, 30)],
  ['another boundary',     good + end, 'multipart/form-data; boundary=YY'],
  ['no boundary',          good + end, 'multipart/form-data'],
  ['an empty boundary',    good + end, 'multipart/form-data; boundary='],
  ['a part with no name',  `--XX\r\nContent-Disposition: form-data\r\n\r\n1\r\n${end}`],
  ['a part with no header', `--XX\r\n\r\n1\r\n${end}`],
  ['bare line feeds',      (good + end).replaceAll('\r', '')],
  ['another type',         'action=query'],
]

const million = 1_000_000
// biome-ignore format: a table
const large: readonly (readonly [string, string])[] = [
  ['24,000 parts',          part('a', '1').repeat(24_000) + end],
  ['24,000 files',          part('', '', 'name="a"; filename="b"').repeat(24_000) + end],
  ['boundaries only',       '--XX\r\n'.repeat(million / 6)],
  ['boundaries almost',     part('a', '\r\n--XY'.repeat(million / 6)) + end],
  ['dashes',                part('a', '-'.repeat(million)) + end],
  ['empty lines',           part('a', '\r\n'.repeat(million / 2)) + end],
  ['empty lines at the start', '\r\n'.repeat(million / 2) + good + end],
  ['headers',               good.replace('\r\n\r\n', `${'\r\nX: y'.repeat(million / 6)}\r\n\r\n`) + end],
  ['one name',              part('a'.repeat(million), '') + end],
  ['quotes in a name',      part('a', '1', `name="${'\\"'.repeat(million / 2)}"`) + end],
  ['attributes',            part('a', '1', `name="a"${'; b="c"'.repeat(million / 8)}`) + end],
]

describe('readMultipart', () => {
  for (const { name, text, pairs } of forms) {
    it(`reads ${name}`, async () => assert.deepEqual(await read(text), pairs))
  }

  it('reads a boundary in quotes, after other attributes, in any case', async () => {
    for (const contentType of [
      'multipart/form-data; boundary="XX"',
      'multipart/form-data; charset=utf-8; boundary=XX',
      'Multipart/Form-Data; Boundary=XX',
    ]) {
      assert.deepEqual(await read(good + end, contentType), [['action', 'query']])
    }
  })

  for (const [name, text, contentType] of broken) {
    it(`takes a form with ${name} for an empty one`, async () => {
      assert.deepEqual(await read(text, contentType), [])
    })
  }

  it('reads a thousand parameters and files, and no more', async () => {
    const parts = Array.from({ length: 1000 }, (_, index) => part(`p${index}`, '')).join('')
    assert.equal((await read(parts + end)).length, 1000)
    assert.equal(await read(parts + part('one more', '') + end), 'too many parameters')
    const files = part('', '', 'name="f"; filename="f"').repeat(1001)
    assert.equal(await read(files + good + end), 'too many parameters')
  })

  for (const [name, text] of large) {
    it(`takes no time for ${name}`, async () => {
      const start = performance.now()
      await read(text)
      assert.ok(performance.now() - start < 2000)
    })
  }

  it('never rejects, whatever is left out or put in', async () => {
    const whole = Buffer.from(good + part('b', '\xe9', 'name="b"; filename="c"') + end, 'latin1')
    const places = fc.nat(whole.length)
    const inserted = fc.oneof(fc.uint8Array({ maxLength: 4 }), fc.constant(Buffer.from('\r\n--XX')))
    await fc.assert(
      fc.asyncProperty(places, places, inserted, async (from, to, bytes) => {
        await readMultipart(
          Buffer.concat([whole.subarray(0, from), bytes, whole.subarray(to)]),
          type,
        )
      }),
      { numRuns: 300 },
    )
  })
})
