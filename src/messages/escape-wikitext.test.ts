import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { escapeWikitext } from './say.ts'

/** What a MediaWiki 1.39 made of these as names of parameters, with `errorformat=raw`. */
// biome-ignore format: a table
const answers: readonly (readonly [given: string, escaped: string])[] = [
  ['plain text, -1.5!',   'plain text, -1.5!'],
  [`a"&'<=>b`,            'a&#34;&#38;&#39;&#60;&#61;&#62;b'],
  [']{|};',               '&#93;&#123;&#124;&#125;&#59;'],
  ['a#b*c:d e',           'a#b*c:d e'],
  ['#a',                  '&#35;a'],
  ['*a',                  '&#42;a'],
  [':a',                  '&#58;a'],
  ['\ta',                 '&#9;a'],
  ['a\n#b',               'a\n&#35;b'],
  ['a\n\nb',              'a\n&#10;b'],
  ['----',                '&#45;---'],
  ['-----',               '&#45;----'],
  ['---',                 '---'],
  ['a\n----',             'a\n&#45;---'],
  ['a----',               'a----'],
  ['__',                  '_&#95;'],
  ['___',                 '_&#95;_'],
  ['____',                '_&#95;_&#95;'],
  ['__proto__',           '_&#95;proto_&#95;'],
  ['http://x',            'http&#58;//x'],
  ['a://b',               'a&#58;//b'],
  ['//a',                 '//a'],
  ['a:b',                 'a:b'],
  ['mailto:x',            'mailto&#58;x'],
  ['MAILTO:x',            'MAILTO&#58;x'],
  ['Qmailto:x',           'Qmailto:x'],
  ['news:x',              'news&#58;x'],
  ['!!',                  '!!'],
  ['~~~',                 '~~~'],
  ['é',                   'é'],
]

describe('escapeWikitext', () => {
  for (const [given, escaped] of answers) {
    it(`escapes ${JSON.stringify(given)} as MediaWiki does`, () => {
      assert.equal(escapeWikitext(given), escaped)
    })
  }

  it('takes no time for a million characters', () => {
    const start = performance.now()
    for (const sign of ['_', '-', ':', '\n', 'sip', '\n----', 'mailto:', '<']) {
      escapeWikitext(sign.repeat(1_000_000 / sign.length))
    }
    assert.ok(performance.now() - start < 5000)
  })
})
