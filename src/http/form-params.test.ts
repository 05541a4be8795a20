import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { findPhp } from '../../test/samples/interpreters.ts'
import { phpArray, type RawValue } from '../params/sent-param.ts'
import { readUrlencoded } from './form-params.ts'

type Pairs = readonly (readonly [name: string, value: RawValue])[]

function read(text: string): Pairs {
  const params = readUrlencoded(text)
  if (typeof params === 'string') assert.fail(params)
  return Array.from(params, ([name, { raw }]) => [name, raw])
}

/** Names and values as they are sent, and what they become. */
// biome-ignore format: a table
const forms: readonly { readonly sent: string; readonly pairs: Pairs }[] = [
  { sent: '',                      pairs: [] },
  { sent: 'a=1&b=2',               pairs: [['a', '1'], ['b', '2']] },
  { sent: 'a=1&b=2&a=3',           pairs: [['a', '3'], ['b', '2']] },
  { sent: 'a',                     pairs: [['a', '']] },
  { sent: 'a=',                    pairs: [['a', '']] },
  { sent: '=1',                    pairs: [] },
  { sent: '&&a=1&',                pairs: [['a', '1']] },
  { sent: 'a=b=c',                 pairs: [['a', 'b=c']] },
  { sent: 'a=1;b=2',               pairs: [['a', '1;b=2']] },
  { sent: 'a=1+2%2B3%202',         pairs: [['a', '1 2+3 2']] },
  { sent: 'a=%41%4a%4A%',          pairs: [['a', 'AJJ%']] },
  { sent: 'a=0f%2B%5C&b=2+%2B',    pairs: [['a', '0f+\\'], ['b', '2 +']] },
  { sent: 'a=%20%7e&b=%7f&c=%1f',  pairs: [['a', ' ~'], ['b', '\x7f'], ['c', '\x1f']] },
  { sent: 'a=%41%+4&b=%41%-4',     pairs: [['a', 'A% 4'], ['b', 'A%-4']] },
  { sent: 'a=%41%4&b=%41%4z',      pairs: [['a', 'A%4'], ['b', 'A%4z']] },
  { sent: '%61%62=%41',            pairs: [['ab', 'A']] },
  { sent: 'a=%zz%4%u0041',         pairs: [['a', '%zz%4%u0041']] },
  { sent: 'a=%26%3D&%3D=%26',      pairs: [['a', '&='], ['=', '&']] },
  { sent: 'a=%C3%A9',              pairs: [['a', 'é']] },
  { sent: 'a=\xc3\xa9',            pairs: [['a', 'é']] },
  { sent: 'a=%E9',                 pairs: [['a', Buffer.from([0xe9])]] },
  { sent: 'a=%ED%A0%80',           pairs: [['a', Buffer.from([0xed, 0xa0, 0x80])]] },
  { sent: 'a=%EF%BB%BF',           pairs: [['a', '\ufeff']] },
  { sent: 'a=%00%01',              pairs: [['a', '\0\x01']] },
  { sent: '%C3%A9=1',              pairs: [['é', '1']] },
  { sent: '%E9=1',                 pairs: [['\ufffd', '1']] },
  { sent: 'a.b=1&a b=2',           pairs: [['a_b', '2']] },
  { sent: '+a=1&%20%20b=2',        pairs: [['a', '1'], ['b', '2']] },
  { sent: '%09a=1&%C2%A0b=2',      pairs: [['\ta', '1'], ['\u00a0b', '2']] },
  { sent: 'a+=1&b.=2',             pairs: [['a_', '1'], ['b_', '2']] },
  { sent: 'a%00b=1&%00=2',         pairs: [['a', '1']] },
  { sent: 'a[]=1&a[]=2',           pairs: [['a', phpArray]] },
  { sent: 'a[b][c]=1',             pairs: [['a', phpArray]] },
  { sent: 'a.b[c.d]=1',            pairs: [['a_b', phpArray]] },
  { sent: 'a[]=1&a=2',             pairs: [['a', '2']] },
  { sent: 'a=2&a[]=1',             pairs: [['a', phpArray]] },
  { sent: 'a%5Bb%5D=1',            pairs: [['a', phpArray]] },
  { sent: 'a[b=1',                 pairs: [['a_b', '1']] },
  { sent: 'a[b[c.=1',              pairs: [['a_b_c_', '1']] },
  { sent: 'a]=1&a]b[=2',           pairs: [['a]', '1'], ['a]b_', '2']] },
  { sent: '[a]=1&[=2&[]=3',        pairs: [] },
  { sent: '__proto__=1&constructor=2&toString=3', pairs: [['__proto__', '1'], ['constructor', '2'], ['toString', '3']] },
  { sent: '__proto__[toString]=1', pairs: [['__proto__', phpArray]] },
]

// Too long, or too many of something, for a reader that is careless.
const million = 1_000_000
// biome-ignore format: a table
const large: readonly (readonly [string, string])[] = [
  ['&',                 '&'.repeat(million)],
  ['=',                 '='.repeat(million)],
  ['%',                 '%'.repeat(million)],
  ['+',                 '+'.repeat(million)],
  ['[',                 '['.repeat(million)],
  ['a[',                'a['.repeat(million / 2)],
  ['a[]',               'a[]'.repeat(million / 3)],
  ['.',                 '.'.repeat(million)],
  ['%00',               '%00'.repeat(million / 3)],
  ['a=%',               `a=${'%'.repeat(million)}`],
  ['a=%E9',             `a=${'%E9'.repeat(million / 3)}`],
  ['a=%C3%A9',          `a=${'%C3%A9'.repeat(million / 6)}`],
  ['a space and a tab', `a${' \t'.repeat(million / 2)}`],
]

/** Reads lines of forms in base64, and prints what PHP makes of each, without the values of arrays. */
const program = `
foreach (file('php://stdin', FILE_IGNORE_NEW_LINES) as $line) {
  parse_str(base64_decode($line), $form);
  $pairs = [];
  foreach ($form as $name => $value)
    $pairs[] = [bin2hex($name), is_array($value) ? null : bin2hex($value)];
  echo json_encode($pairs), "\\n";
}`

function askPhp(command: string, forms: readonly string[]): string[] {
  const lines = forms.map((form) => Buffer.from(form, 'latin1').toString('base64'))
  const { stdout } = spawnSync(command, ['-d', 'max_input_vars=100000', '-r', program], {
    input: `${lines.join('\n')}\n`,
    maxBuffer: 2 ** 28,
  })
  return stdout.toString().trim().split('\n')
}

/** PHP keeps bytes in names that are not UTF-8; we replace them, as MediaWiki does later. */
function withReadableNames(pairs: string): string {
  return pairs.replace(/\["([0-9a-f]+)"/g, (_, hex) => {
    const name = Buffer.from(hex, 'hex').toString('utf8')
    return `["${Buffer.from(name).toString('hex')}"`
  })
}

function hexPairs(pairs: Pairs): string {
  const hex = (value: RawValue): string | null =>
    typeof value === 'symbol' ? null : Buffer.from(value).toString('hex')
  return JSON.stringify(pairs.map(([name, value]) => [hex(name), hex(value)]))
}

const php = await findPhp('standard')

describe('readUrlencoded', () => {
  for (const { sent, pairs } of forms) {
    it(`reads ${JSON.stringify(sent)}`, () => assert.deepEqual(read(sent), pairs))
  }

  it('reads names and values as PHP does', { skip: php.skip }, () => {
    // Not among them: a NUL that is not encoded, where `parse_str` ends and a body does not; more than
    // 64 brackets, for which PHP forgets the name.
    const inBoth = ['a', 'b', '0', '-1', '.', ' ', '+', '%', '%2', '%zz', '%20', '%00', '%09', '\t']
    const beyondAscii = ['%C3%A9', '\xc3\xa9', '%C2%A0', '%EF%BB%BF', '%F0%9F%98%80']
    const brackets = ['[', ']', '[]', '[b]', '%5B', '%5D', '[b', '_', 'this', 'GLOBALS']
    const names = [...inBoth, ...beyondAscii, ...brackets, ';', '__proto__']
    const values = [...inBoth, ...beyondAscii, ...brackets, '=', '%3D', '%26', '%E9', '\xff']
    const part = (atoms: readonly string[]) =>
      fc.array(fc.constantFrom(...atoms), { maxLength: 6 }).map((found) => found.join(''))
    const pair = fc.oneof(
      fc.tuple(part(names), part(values)).map((both) => both.join('=')),
      part(names),
    )
    const form = fc.array(pair, { maxLength: 4 }).map((pairs) => pairs.join('&'))
    const samples = fc.sample(form, { numRuns: 5000, seed: 1 })
    const answers = askPhp(php.command, samples)
    assert.equal(answers.length, samples.length)
    for (const [index, sent] of samples.entries()) {
      assert.equal(
        hexPairs(read(sent)),
        withReadableNames(answers[index] ?? ''),
        JSON.stringify(sent),
      )
    }
  })

  it('reads a thousand parameters, and no more', () => {
    const params = (count: number): string =>
      Array.from({ length: count }, (_, index) => `p${index}=`).join('&')
    assert.equal(read(params(1000)).length, 1000)
    assert.equal(readUrlencoded(params(1001)), 'too many parameters')
    assert.equal(readUrlencoded(`${'a=1&'.repeat(1000)}a`), 'too many parameters')
    assert.equal(readUrlencoded('=&'.repeat(1001)), 'too many parameters')
    assert.deepEqual(read(`${'&'.repeat(2000)}a`), [['a', '']])
  })

  for (const [name, text] of large) {
    it(`takes no time for a million characters of ${name}`, () => {
      const start = performance.now()
      readUrlencoded(text)
      assert.ok(performance.now() - start < 2000)
    })
  }

  it('never throws, whatever bytes come', () => {
    const form = fc.uint8Array({ maxLength: 200 })
    fc.assert(
      fc.property(form, (given) => void readUrlencoded(Buffer.from(given).toString('latin1'))),
    )
  })
})
