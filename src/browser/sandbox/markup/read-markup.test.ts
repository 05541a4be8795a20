import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { hostileStrings } from '../../../../test/security/hostile-strings.ts'
import { type Markup, readMarkup } from './read-markup.ts'

/** Spells it again, so that tests can be read. */
function spell(pieces: readonly Markup[]): string {
  return pieces
    .map((piece) => {
      if (typeof piece === 'string') return `'${piece}'`
      const attributes = [...piece.attributes].map(([name, value]) => ` ${name}=${value}`).join('')
      return `[${piece.name}${attributes} ${spell(piece.children)}]`
    })
    .join('')
}

// biome-ignore format: a table
const ways: readonly (readonly [html: string, read: string])[] = [
  ['',                                          ''],
  ['a &#38; b &lt;c&gt; &quot;&odd;',           `'a & b <c> "&odd;'`],
  ['<p>x <kbd>y</kbd></p>z',                    `[p 'x '[kbd 'y']]'z'`],
  ['<a rel="nofollow" class="x" href="/a?b&#38;c">y</a>', `[a href=/a?b&c 'y']`],
  ['<span dir="ltr" lang="en">x</span>',        `[span dir=ltr lang=en 'x']`],
  ['<p>a<p>b</dl></p>c',                        `[p 'a'[p 'b']'c']`],
  ['<dl><dt>x</dt>\n<dd>y</dl>z',               `[dl [dt 'x']'\n'[dd 'y']]'z'`],
  ['<b onclick="x" dir="rtl">y',                `[b dir=rtl 'y']`],
  ['1 < 2 <b',                                  `'1 < 2 <b'`],
  ['&#999999;&#1114112;',                       `'\u{f423f}&#1114112;'`],
]

describe('a description', () => {
  for (const [html, read] of ways) {
    it(`is read without the browser: ${html}`, () => {
      assert.equal(spell(readMarkup(html)), read)
    })
  }

  it('security 29: holds nothing that does something', () => {
    const allowed = /^(?:a|b|code|dd|dl|dt|em|i|kbd|li|ol|p|pre|samp|span|strong|ul|var)$/
    const check = (piece: Markup): void => {
      if (typeof piece === 'string') return
      assert.match(piece.name, allowed)
      for (const name of piece.attributes.keys()) assert.match(name, /^(?:dir|href|lang)$/)
      piece.children.forEach(check)
    }
    for (const text of [...hostileStrings, hostileStrings.join('')]) readMarkup(text).forEach(check)
  })

  it('is read in no time, however it is written', () => {
    for (const piece of ['<', '<a ', '<a    ', '<p>', '</p>', '<a href="', '&#1']) {
      readMarkup(piece.repeat(100_000))
    }
  })
})
