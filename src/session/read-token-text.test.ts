import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readTokenText, type TokenDamage, tokenDamages } from './read-token-text.ts'

const digits = `${'0123456789abcdef'.repeat(2)}695661c0`
const token = `${digits}+\\`

/** What becomes of tokens, and what is made of it. */
// biome-ignore format: a table
const rows: readonly (readonly [text: string, meant: string | undefined, ...damage: readonly TokenDamage[]])[] = [
  [token,                                  token],
  ['+\\',                                  '+\\'],
  [`${digits.slice(0, 32)}1+\\`,           `${digits.slice(0, 32)}1+\\`],
  [`${digits}%2B%5C`,                      token, 'percent-encoded'],
  [`${digits}%2b\\`,                       token, 'percent-encoded'],
  [`${digits}+%5C`,                        token, 'percent-encoded'],
  [`${digits}%252B%255C`,                  token, 'percent-encoded'],
  [`${digits} %5C`,                        token, 'percent-encoded', 'plus-became-space'],
  ['%2B%5C',                               '+\\', 'percent-encoded'],
  [`${digits} \\`,                         token, 'plus-became-space'],
  [' \\',                                  '+\\', 'plus-became-space'],
  [`${digits}+\\\\`,                       token, 'backslash-escaped'],
  [`${digits}+\\\\\\\\`,                   token, 'backslash-escaped'],
  [`${digits}\\u002B\\\\`,                 token, 'backslash-escaped'],
  [`"${digits}+\\\\"`,                     token, 'backslash-escaped', 'quoted'],
  [`'${token}'\n`,                         token, 'quoted'],
  [`${digits}&#43;&#92;`,                  token, 'html-escaped'],
  [`${digits}&amp;#43;&amp;#92;`,          token, 'html-escaped'],
  [`${digits}&plus;&bsol;`,                token, 'html-escaped'],
  [`{"tokens":{"csrftoken":"${digits}+\\\\"}}`, token, 'backslash-escaped', 'more-than-token'],
  [`token=${digits}%2B%5C&format=json`,    token, 'percent-encoded', 'more-than-token'],
  [`${token}+\\`,                          token, 'more-than-token'],
  [`${token}\n`,                           token, 'spaces'],
  [` ${digits.slice(0, 20)}\n${digits.slice(20)}+\\ `, token, 'spaces'],
  [`${digits}+/`,                          token, 'slash'],
  [`${digits.toUpperCase()}+\\`,           token, 'upper-case'],
  [digits.toUpperCase(),                   token, 'upper-case', 'ending-lost'],
  [`${digits}+`,                           token, 'backslash-lost'],
  ['+',                                    '+\\', 'backslash-lost'],
  [`${digits}\\`,                          token, 'plus-lost'],
  ['\\',                                   '+\\', 'plus-lost'],
  [digits,                                 token, 'ending-lost'],
  [digits.slice(0, 39),                    undefined, 'truncated'],
  [`${digits.slice(0, 32)}+\\`,            undefined, 'truncated'],
  [`${digits.slice(8, 36)}+`,              undefined, 'truncated'],
  [`${'f'.repeat(48)}+\\`,                 undefined, 'impossible-time'],
  [`${'f'.repeat(1000)}+\\`,               undefined, 'impossible-time'],
  [`${token} or ${'1'.repeat(40)}+\\`,     undefined, 'spaces', 'unlike'],
  ['mellow-lantern-quarry',                undefined, 'unlike'],
  ['',                                     undefined, 'unlike'],
  ['__proto__',                            undefined, 'unlike'],
]

describe('a token as it came', () => {
  for (const [text, meant, ...damage] of rows) {
    it(`is ${damage.join(', ') || 'whole'}: ${JSON.stringify(text.slice(0, 60))}`, () => {
      assert.deepEqual(readTokenText(text), { damage, meant })
    })
  }

  it('has every kind of damage in this table', () => {
    const seen = new Set(rows.flatMap(([, , ...damage]) => damage))
    assert.deepEqual(
      tokenDamages.filter((each) => !seen.has(each)),
      [],
    )
  })

  it('is whole once it is mended, whatever it was', () => {
    const piece = fc.constantFrom(token, digits, ...'+\\/ "&%\n', '%2B', '%5C', '&#92;', '\\u002b')
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 6 }), (pieces) => {
        const { meant } = readTokenText(pieces.join(''))
        if (meant !== undefined) assert.deepEqual(readTokenText(meant), { damage: [], meant })
      }),
      { numRuns: 5000 },
    )
  })

  it('takes no time for a million characters', () => {
    const start = performance.now()
    for (const sign of ['a', '%25', '&amp;', '\\', ' ', '"', '\n', '+\\', `${digits} `, '1+'])
      readTokenText(sign.repeat(1_000_000 / sign.length))
    assert.ok(performance.now() - start < 5000)
  })
})
