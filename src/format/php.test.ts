import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { annotate, isList, partsOf, type ResultMap, type ResultValue } from '../result/value.ts'
import { spellPhp } from './php.ts'

const hasPhp = spawnSync('php', ['-v']).status === 0
const skip = hasPhp ? false : 'php is not installed'

const spelled = (value: ResultValue, version: string): string =>
  spellPhp(new Map([['v', value]]), { formatversion: version }).slice('a:1:{s:1:"v";'.length, -1)

/** A value, and how it is spelled in format versions 1 and 2. */
// biome-ignore format: a table
const spellings: readonly (readonly [string, ResultValue, string, string])[] = [
  ['a text',          'é',                's:2:"é";',                       's:2:"é";'],
  ['an integer',      -7,                 'i:-7;',                       'i:-7;'],
  ['a float',         0.5,                'd:0.5;',                      'd:0.5;'],
  ['a large number',  2 ** 60,            'd:1.152921504606847E+18;',    'd:1.152921504606847E+18;'],
  ['a bigint',        -(2n ** 63n),       'i:-9223372036854775808;',     'i:-9223372036854775808;'],
  ['null',            null,               'N;',                          'N;'],
  ['a list',          ['x'],              'a:1:{i:0;s:1:"x";}',          'a:1:{i:0;s:1:"x";}'],
  ['numbers as keys', { '-1': 'x' },      'a:1:{i:-1;s:1:"x";}',         'a:1:{i:-1;s:1:"x";}'],
  ['booleans',        { t: true, f: false }, 'a:1:{s:1:"t";s:0:"";}',    'a:2:{s:1:"t";b:1;s:1:"f";b:0;}'],
  ['kept booleans',   annotate({ f: false }, { keepBooleans: ['f'] }), 'a:1:{s:1:"f";b:0;}', 'a:1:{s:1:"f";b:0;}'],
  ['whole floats',    annotate({ q: 1 }, { floats: ['q'] }),           'a:1:{s:1:"q";d:1;}', 'a:1:{s:1:"q";d:1;}'],
  ['a main text',     annotate({ t: 'x', a: 'y' }, { content: 't' }),
    'a:2:{s:1:"a";s:1:"y";s:1:"*";s:1:"x";}', 'a:2:{s:1:"t";s:1:"x";s:1:"a";s:1:"y";}'],
  ['an older list',   annotate({ 3: 'x' }, { arrayType: 'BCassoc' }), 'a:1:{i:0;s:1:"x";}', 'a:1:{i:3;s:1:"x";}'],
  ['an older object', annotate({ 3: 'x' }, { arrayType: 'BCarray' }), 'a:1:{i:3;s:1:"x";}', 'a:1:{i:0;s:1:"x";}'],
  ['what looks like a list', annotate({ 1: 'y', '-1': 'x' }, { arrayType: 'BCarray' }),
    'a:2:{i:0;s:1:"x";i:1;s:1:"y";}', 'a:2:{i:0;s:1:"x";i:1;s:1:"y";}'],
  ['half a sign',     '\udc80',           's:3:"\ufffd";',               's:3:"\ufffd";'],
]

describe('an answer as serialized PHP', () => {
  for (const [what, value, older, newer] of spellings) {
    it(`spells ${what}`, () => {
      assert.equal(spelled(value, '1'), older)
      assert.equal(spelled(value, '2'), newer)
    })
  }
})

const text = fc.string({ unit: 'binary' }).map((given) => given.toWellFormed())
const key = fc.oneof(text, fc.integer().map(String), fc.constantFrom('-0', '05', '__proto__'))
const { map: anyMap } = fc.letrec<{ value: ResultValue; map: ResultMap }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 4 },
    fc.constantFrom<ResultValue[]>(null, true, false),
    fc.double({ noNaN: true, noDefaultInfinity: true }).filter((number) => !Object.is(number, -0)),
    fc.maxSafeInteger().map((number) => number + 0),
    text,
    fc.array(tie('value'), { maxLength: 4 }),
    tie('map'),
  ),
  map: fc
    .uniqueArray(fc.tuple(key, tie('value')), { selector: ([name]) => name, maxLength: 5 })
    .map((parts) => new Map(parts)),
}))

/** A value in a form that PHP can spell in JSON without loss. */
function told(value: ResultValue): unknown {
  if (typeof value === 'string') return ['text', Buffer.from(value).toString('hex')]
  if (value === null || typeof value !== 'object') return value
  const parts = isList(value)
    ? value.map((item, at): [string, ResultValue] => [String(at), item])
    : partsOf(value)
  return ['array', parts.map(([name, item]) => [Buffer.from(name).toString('hex'), told(item)])]
}

/** How many values there are in one. */
function countOf(value: ResultValue): number {
  if (value === null || typeof value !== 'object') return 1
  const inside = isList(value) ? value : partsOf(value).map(([, item]) => item)
  return inside.map(countOf).reduce((sum, count) => sum + count, 1)
}

const readPhp = `
  function told($value) {
    if (is_string($value)) return ['text', bin2hex($value)];
    if (!is_array($value)) return $value;
    $parts = [];
    foreach ($value as $key => $item) $parts[] = [bin2hex($key), told($item)];
    return ['array', $parts];
  }
  foreach (json_decode(stream_get_contents(STDIN)) as $text) $all[] = told(unserialize(base64_decode($text)));
  echo json_encode($all, JSON_THROW_ON_ERROR, 4096);`

describe('an answer as serialized PHP and the real PHP', { skip }, () => {
  it('security 32: agree on 100,000 random values', () => {
    const values = fc.sample(anyMap, 25_000)
    const count = values.map(countOf).reduce((sum, each) => sum + each, 0)
    assert.ok(count > 100_000, `${count} values`)
    const texts = values.map((value) => spellPhp(value, { formatversion: '2' }))
    const input = JSON.stringify(texts.map((each) => Buffer.from(each).toString('base64')))
    const run = spawnSync('php', ['-r', readPhp], { input, maxBuffer: 2 ** 28 })
    assert.equal(run.status, 0, run.stderr.toString())
    assert.deepEqual(JSON.parse(run.stdout.toString()), values.map(told))
  })
})
