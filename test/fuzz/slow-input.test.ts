import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { OpenWiki } from '../../src/index.ts'
import { stoppedWiki } from '../stopped-wiki.ts'

/** In bytes: what takes time by the square of this takes many seconds. */
const length = 80_000
const mostMilliseconds = 1000

/** Texts that make a careless regular expression begin anew at each sign. */
const texts = [
  ...[
    'x',
    '!',
    '"',
    "'",
    '\\',
    '<',
    '>',
    '[',
    '{',
    '&',
    '$',
    ':',
    ' ',
    '\n',
    '_',
    '|',
    '\x1f',
    '+',
  ],
  ...['/', '9', '0', '-', '#', '~', '%', '=', '\0', '\x01', '\u0301', 'ß', '\u00a0', '😀'],
  ...['./', '1.', '0:', '&#', '&#65;', '&a', '[[', '{{PLURAL:$1|', '[https:', 'http://', 'mailto:'],
  ...['**', 'a+', '\\"', 'x=', 'e\u0323\u0301', '../', '%4', 'T1', '1 day ', '+-'],
]

/** Where a text stands in a request. */
// biome-ignore format: a table
const places: Readonly<Record<string, (text: string) => Readonly<Record<string, string>>>> = {
  'an action in JSON for people':   (text) => ({ action: text, format: 'jsonfm' }),
  'an action in raw for people':    (text) => ({ action: text, format: 'rawfm', errorformat: 'html' }),
  'an action in XML for people':    (text) => ({ action: text, format: 'xmlfm', errorformat: 'plaintext' }),
  'an action in PHP for people':    (text) => ({ action: text, format: 'phpfm' }),
  'an action in wikitext':          (text) => ({ action: text, format: 'xml', errorformat: 'wikitext' }),
  'an unknown name':                (text) => ({ action: 'query', format: 'xmlfm', errorformat: 'html', [text]: '1' }),
  'a request’s id':                 (text) => ({ action: 'query', format: 'xmlfm', requestid: text }),
  'a list of modules':              (text) => ({ action: 'paraminfo', format: 'json', modules: text }),
  'a list of words':                (text) => ({ action: 'query', format: 'json', meta: text }),
  'titles':                         (text) => ({ action: 'query', format: 'json', titles: text }),
  'users':                          (text) => ({ action: 'query', format: 'json', list: 'users', ususers: text }),
  'a user to be':                   (text) => ({ action: 'query', format: 'json', assertuser: text }),
  'where a list goes on':           (text) => ({ action: 'query', format: 'json', list: 'allusers', continue: text }),
  'where a list begins':            (text) => ({ action: 'query', format: 'json', list: 'allusers', aufrom: text }),
  'groups':                         (text) => ({ action: 'query', format: 'json', list: 'allusers', augroup: text }),
  'a number':                       (text) => ({ action: 'query', format: 'json', maxlag: text }),
  'a token':                        (text) => ({ action: 'checktoken', format: 'json', type: 'csrf', token: text }),
  'a name to log in':               (text) => ({ action: 'login', format: 'json', lgname: text, lgpassword: 'x' }),
  'a language':                     (text) => ({ action: 'help', format: 'json', uselang: text }),
  'an origin':                      (text) => ({ action: 'query', format: 'json', origin: text }),
  'a callback':                     (text) => ({ action: 'query', format: 'json', callback: text }),
}

describe('Jeton, asked at length', () => {
  for (const [place, formOf] of Object.entries(places)) {
    it(`answers soon, whatever is given as ${place}`, async () => {
      await using stopped = await stoppedWiki()
      for (const text of texts) {
        const form = formOf(`a${text.repeat(length / Buffer.byteLength(text))}`)
        const milliseconds = await time(() => send(stopped.wiki, form))
        // The machine may have been busy with something else: only what is slow twice is slow.
        const isSlow =
          milliseconds > mostMilliseconds &&
          (await time(() => send(stopped.wiki, form))) > mostMilliseconds
        assert.ok(!isSlow, `${JSON.stringify(text)} took ${milliseconds} ms`)
      }
    })
  }

  it('answers soon, however long the origin is that a pattern with many stars is for', async () => {
    await using stopped = await stoppedWiki({ settings: { CrossSiteAJAXdomains: ['*a*a*b'] } })
    const origin = `http://${'a'.repeat(5000)}`
    const address = `http://127.0.0.1:8080/api.php?action=query&format=json&origin=${origin}`
    const milliseconds = await time(async () => {
      const { headers } = await stopped.wiki.fetch(address, { headers: { origin } })
      assert.equal(headers.get('mediawiki-cors-rejection'), 'Origin mismatch')
    })
    assert.ok(milliseconds < mostMilliseconds, `took ${milliseconds} ms`)
  })
})

async function send(wiki: OpenWiki, form: Readonly<Record<string, string>>): Promise<void> {
  const body = new URLSearchParams(form)
  const response = await wiki.fetch('http://127.0.0.1:8080/api.php', { method: 'POST', body })
  await response.text()
}

async function time(run: () => Promise<void>): Promise<number> {
  const start = performance.now()
  await run()
  return Math.round(performance.now() - start)
}
