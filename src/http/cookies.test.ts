import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { readSettings, type SettingsInput } from '../settings/settings.ts'
import { readCookies, setCookie } from './cookies.ts'

const now = new Date('2026-01-01T12:00:00Z')

function spell(
  value: string | undefined,
  settings: SettingsInput = {},
  maxAgeSeconds?: number,
): string {
  const change = { name: 'wikiX', value, ...(maxAgeSeconds !== undefined && { maxAgeSeconds }) }
  return setCookie(change, readSettings(settings), now)
}

/** What clients send, and the cookies in it. */
// biome-ignore format: a table
const headers: readonly { readonly header: string; readonly cookies: [string, string][] }[] = [
  { header: '',                     cookies: [] },
  { header: 'a=1',                  cookies: [['a', '1']] },
  { header: 'a=1; b=2',             cookies: [['a', '1'], ['b', '2']] },
  { header: 'a=1;b=2;',             cookies: [['a', '1'], ['b', '2']] },
  { header: ' a = 1 ;  b = 2 ',     cookies: [['a', '1'], ['b', '2']] },
  { header: 'a=1; a=2',             cookies: [['a', '1']] },
  { header: 'a=; a=2',              cookies: [['a', '']] },
  { header: 'a=b=c',                cookies: [['a', 'b=c']] },
  { header: 'a; =1; ; b=2',         cookies: [['b', '2']] },
  { header: 'a=%C3%A9%20%2B+',      cookies: [['a', 'é ++']] },
  { header: 'a=%E9',                cookies: [['a', '%E9']] },
  { header: 'a=50%',                cookies: [['a', '50%']] },
  { header: 'a=%0D%0AX: y',         cookies: [['a', '\r\nX: y']] },
  { header: '__proto__=1; toString=2', cookies: [['__proto__', '1'], ['toString', '2']] },
]

describe('readCookies', () => {
  for (const { header, cookies } of headers) {
    it(`reads ${JSON.stringify(header)}`, () => {
      assert.deepEqual([...readCookies(header)], cookies)
    })
  }

  it('finds none where there is no header', () => assert.equal(readCookies(undefined).size, 0))

  it('never throws, and takes no time', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), (header) => void readCookies(header)))
    const start = performance.now()
    for (const sign of [';', '=', '%', ' ', 'a=%E9;']) readCookies(sign.repeat(1_000_000))
    assert.ok(performance.now() - start < 5000)
  })
})

describe('setCookie', () => {
  it('sets a cookie that lives as long as the browser', () => {
    assert.equal(spell('1'), 'wikiX=1; path=/; HttpOnly')
  })

  it('sets a cookie that lives longer, and says so twice', () => {
    assert.equal(
      spell('1', {}, 3600),
      'wikiX=1; expires=Thu, 01 Jan 2026 13:00:00 GMT; Max-Age=3600; path=/; HttpOnly',
    )
  })

  it('security 5: deletes a cookie by the same path and domain, whatever its life was', () => {
    assert.equal(
      spell(undefined, { CookieDomain: 'example.org', CookiePath: '/w' }, 3600),
      'wikiX=deleted; expires=Thu, 01 Jan 1970 00:00:01 GMT; Max-Age=0; path=/w; domain=example.org; HttpOnly',
    )
  })

  it('security 5: spells every attribute that settings can ask for', () => {
    // biome-ignore format: a table
    const rows: readonly (readonly [SettingsInput, string])[] = [
      [{ CookiePath: '/wiki' },            'wikiX=1; path=/wiki; HttpOnly'],
      [{ CookieDomain: '.example.org' },   'wikiX=1; path=/; domain=.example.org; HttpOnly'],
      [{ CookieSecure: true },             'wikiX=1; path=/; secure; HttpOnly'],
      [{ CookieSecure: false, Server: 'https://example.org' },    'wikiX=1; path=/; HttpOnly'],
      [{ CookieSecure: 'detect', Server: 'https://example.org' }, 'wikiX=1; path=/; secure; HttpOnly'],
      [{ CookieSecure: 'detect', Server: 'http://example.org' },  'wikiX=1; path=/; HttpOnly'],
      [{ CookieHttpOnly: false },          'wikiX=1; path=/'],
      [{ CookieSameSite: 'Lax' },          'wikiX=1; path=/; HttpOnly; SameSite=Lax'],
      [{ CookieSameSite: 'Strict' },       'wikiX=1; path=/; HttpOnly; SameSite=Strict'],
      [{ CookieSameSite: 'None' },         'wikiX=1; path=/; HttpOnly; SameSite=None'],
      [{ CookieSameSite: '' },             'wikiX=1; path=/; HttpOnly'],
      [{ CookieSameSite: null },           'wikiX=1; path=/; HttpOnly'],
    ]
    for (const [settings, spelled] of rows) assert.equal(spell('1', settings), spelled)
    assert.equal(
      spell('1', {
        CookiePath: '/w',
        CookieDomain: 'a.org',
        CookieSecure: true,
        CookieSameSite: 'None',
      }),
      'wikiX=1; path=/w; domain=a.org; secure; HttpOnly; SameSite=None',
    )
  })

  it('spells what is no plain letter as PHP does', () => {
    assert.equal(
      spell(' !"#$%&\'()*+,-./:;<=>?@[\\]^_`{|}~é'),
      'wikiX=%20%21%22%23%24%25%26%27%28%29%2A%2B%2C-.%2F%3A%3B%3C%3D%3E%3F%40%5B%5C%5D%5E_%60%7B%7C%7D~%C3%A9; path=/; HttpOnly',
    )
  })

  it('security 6: adds no header and no attribute, whatever the value, and can be read again', () => {
    const evil = fc.constantFrom('\r', '\n', ';', ',', '=', ' ', 'é', '漢', '😀', '\0', '%', 'a')
    const value = fc.oneof(
      fc.array(evil).map((signs) => signs.join('')),
      fc.string({ unit: 'grapheme' }),
    )
    fc.assert(
      fc.property(value, (name) => {
        const [pair = '', ...attributes] = spell(name).split('; ')
        assert.deepEqual(attributes, ['path=/', 'HttpOnly'])
        assert.match(pair, /^wikiX=[\w.~%-]*$/)
        assert.deepEqual([...readCookies(pair)], [['wikiX', name]])
      }),
    )
  })
})
