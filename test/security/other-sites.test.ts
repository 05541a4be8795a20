import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { respond } from '../../src/http/respond.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../stopped-wiki.ts'

const api = 'http://127.0.0.1:8080/api.php'
const settings = {
  CrossSiteAJAXdomains: ['*.example.org', 'example.net', 'wiki?.example.com'],
  CrossSiteAJAXdomainExceptions: ['evil.example.org'],
}

/** Somebody logged in, whose browser asks on behalf of a page. */
async function comeIn(): Promise<StoppedWiki & { readonly cookie: string; readonly csrf: string }> {
  const made = await stoppedWiki({ settings })
  const visitor = made.visitor()
  await visitor.logIn(alice.name, alice.password)
  const csrf = await visitor.token('csrf')
  return { ...made, cookie: visitor.jar.header() ?? '', csrf }
}

type Form = Readonly<Record<string, string>>

const withFormat = (form: Form) =>
  new URLSearchParams({ format: 'json', formatversion: '2', ...form })

const who = { action: 'query', meta: 'userinfo|tokens', type: 'csrf|login' }

describe('a script', () => {
  it('security 21: is answered as nobody, without tokens', async () => {
    await using made = await comeIn()
    const { cookie } = made
    const response = await made.wiki.fetch(`${api}?${withFormat({ ...who, callback: 'cb' })}`, {
      headers: { cookie },
    })
    const text = await response.text()
    assert.match(text, /^\/\*\*\/cb\(\{.*\}\)$/)
    assert.match(text, /"anon":true/)
    assert.doesNotMatch(text, /token"|Alice/)
    assert.equal(response.headers.get('content-type'), 'text/javascript; charset=utf-8')
    assert.equal(response.headers.get('x-content-type-options'), 'nosniff')
    assert.equal(response.headers.get('mediawiki-login-suppressed'), 'true')
    assert.deepEqual(response.headers.getSetCookie(), [])
  })

  it('security 21: logs nobody in, and nobody out', async () => {
    await using made = await comeIn()
    const visitor = made.visitor()
    const lgtoken = await visitor.token('login')
    const { cookie, csrf } = made
    for (const [form, sent] of [
      [
        { action: 'login', lgname: alice.name, lgpassword: alice.password, lgtoken },
        visitor.jar.header() ?? '',
      ],
      [{ action: 'logout', token: csrf }, cookie],
    ] as const) {
      const response = await made.wiki.fetch(`${api}?callback=cb`, {
        ...{ method: 'POST', headers: { cookie: sent }, body: withFormat(form) },
      })
      assert.match(await response.text(), /"Aborted"|"badtoken"/)
      assert.deepEqual(response.headers.getSetCookie(), [])
    }
    assert.equal(await visitor.whoAmI(), undefined)
    const still = await made.wiki.fetch(`${api}?${withFormat(who)}`, { headers: { cookie } })
    assert.match(await still.text(), /"name":"Alice"/)
  })

  // biome-ignore format: a table
  const names = [
    ['a<b>(c)',           'abc'],
    ['alert(1)//',        'alert1'],
    ['x.y["z"][\'w\']_1', 'x.y["z"][\'w\']_1'],
    ['é漢\r\n\0x',        'x'],
    ['`{x}`\u2028',        'x'],
  ] as const
  for (const [given, name] of names) {
    it(`security 21: is called ${name} for ${JSON.stringify(given)}`, async () => {
      await using made = await stoppedWiki()
      const query = withFormat({ action: 'query', callback: given })
      const text = await (await made.wiki.fetch(`${api}?${query}`)).text()
      assert.ok(text.startsWith(`/**/${name}({`), text)
    })
  }
})

describe('a page of any other site', () => {
  it('security 22: is answered as to nobody', async () => {
    await using made = await comeIn()
    const { cookie } = made
    const origin = 'https://anywhere.test'
    const query = withFormat({ ...who, origin: '*' })
    const response = await made.wiki.fetch(`${api}?${query}`, { headers: { cookie, origin } })
    const text = await response.text()
    assert.match(text, /"anon":true/)
    assert.doesNotMatch(text, /token"|Alice/)
    assert.equal(response.headers.get('access-control-allow-origin'), '*')
    assert.equal(response.headers.get('access-control-allow-credentials'), 'false')
    assert.deepEqual(response.headers.getSetCookie(), [])
  })

  for (const [parameter, header] of [
    ['https://a.example.org', 'https://b.example.org'],
    ['https://a.example.org', undefined],
    ['<script>', 'https://a.example.org'],
    ['https://a.example.org', 'https://a.example.org.evil.test'],
  ] as const) {
    it(`security 23: is refused if it claims ${parameter} and is ${header}`, async () => {
      await using made = await comeIn()
      const headers = { cookie: made.cookie, ...(header && { origin: header }) }
      const query = withFormat({ ...who, origin: parameter })
      const response = await made.wiki.fetch(`${api}?${query}`, { headers })
      assert.equal(response.status, 403)
      assert.equal(response.headers.get('cache-control'), 'no-cache')
      assert.equal(response.headers.get('access-control-allow-origin'), null)
      assert.deepEqual(response.headers.getSetCookie(), [])
      assert.doesNotMatch(await response.text(), /[<>]|Alice|token/)
    })
  }
})

/** Sites, and whether their pages may ask as their visitor. */
// biome-ignore format: a table
const sites: readonly (readonly [origin: string, isAllowed: boolean])[] = [
  ['https://a.example.org',               true],
  ['http://a.example.org',                true],
  ['https://a.b.example.org',             true],
  ['https://A.EXAMPLE.org',               true],
  ['https://example.net',                 true],
  ['https://wiki1.example.com',           true],
  ['https://wiki12.example.com',          false],
  ['https://example.org',                 false],
  ['https://evilexample.org',             false],
  ['https://a.example.org.evil.test',     false],
  ['https://a.example.org:8443',          false],
  ['https://evil.example.org',            false],
  ['https://a.example-org',               false],
  ['https://aXexampleXorg',               false],
  ['https://evil.test/.example.org',      false],
  ['ftp://a.example.org',                 false],
  ['https://a.example.org/',              false],
  ['https://a.example.org\u0000.evil',    false],
  ['null',                                false],
  ['https://xn--a-example-org.test',      false],
  ['https://a。example。org',             false],
  ['https://www.example.net',             false],
]

describe('the list of other sites', () => {
  for (const [origin, isAllowed] of sites) {
    it(`security 24: ${isAllowed ? 'lets' : 'does not let'} ${JSON.stringify(origin)} ask as its visitor`, async () => {
      await using made = await comeIn()
      const sent: Form = { cookie: made.cookie, origin }
      const { headers } = await respond(made.wiki, {
        ...{ method: 'GET', target: `/api.php?${withFormat({ ...who, origin })}` },
        ...{ header: (name: string) => sent[name], body: Buffer.alloc(0), address: '127.0.0.1' },
      })
      const allowed = headers.find(([name]) => name === 'Access-Control-Allow-Origin')?.[1]
      assert.equal(allowed, isAllowed ? origin : undefined)
    })
  }
})

describe('a preflight', () => {
  const ask = async (made: StoppedWiki, headers: Form): Promise<Headers> => {
    const origin = 'https://a.example.org'
    const response = await made.wiki.fetch(`${api}?origin=${origin}`, {
      method: 'OPTIONS',
      headers: { origin, 'access-control-request-method': 'POST', ...headers },
    })
    assert.equal(await response.text(), '')
    return response.headers
  }

  it('security 25: allows POST, GET and HEAD, and the headers that are known', async () => {
    await using made = await comeIn()
    const headers = await ask(made, {
      'access-control-request-headers': 'Content-Type, Api-User-Agent',
    })
    assert.equal(headers.get('access-control-allow-methods'), 'POST, GET, HEAD')
    assert.equal(headers.get('access-control-allow-headers'), 'Content-Type, Api-User-Agent')
    assert.equal(headers.get('access-control-allow-credentials'), 'true')
  })

  for (const asked of [
    'X-Evil',
    'Content-Type, X-Evil',
    'X-Test-Config',
    'Cookie',
    'Content-Type,,',
  ]) {
    it(`security 25: rejects ${asked}`, async () => {
      await using made = await comeIn()
      const headers = await ask(made, { 'access-control-request-headers': asked })
      assert.match(headers.get('mediawiki-cors-rejection') ?? '', /header/)
      assert.equal(headers.get('access-control-allow-origin'), null)
    })
  }
})

describe('Vary', () => {
  // biome-ignore format: a table
  const rows: readonly (readonly [form: Form, names: readonly string[]])[] = [
    [{ action: 'query', meta: 'siteinfo' },                                    ['Treat-as-Untrusted', 'Cookie']],
    [{ action: 'query', meta: 'siteinfo', origin: 'https://a.example.org' },   ['Treat-as-Untrusted', 'Cookie', 'Origin']],
    [{ action: 'query', meta: 'siteinfo', maxage: '60', smaxage: '60' },       ['Treat-as-Untrusted', 'Cookie']],
  ]
  for (const [form, names] of rows) {
    it(`security 26: has ${names.join(', ')} for ${withFormat(form)}`, async () => {
      await using made = await comeIn()
      const headers = { origin: 'https://a.example.org' }
      const response = await made.wiki.fetch(`${api}?${withFormat(form)}`, { headers })
      const vary = response.headers.get('vary')?.split(/, */) ?? []
      for (const name of names) assert.ok(vary.includes(name), String(vary))
    })
  }

  it('security 26: is not needed where an answer is for nobody else: origin and crossorigin at once are refused', async () => {
    await using made = await comeIn()
    const origin = 'https://a.example.org'
    const query = withFormat({ ...who, origin, crossorigin: '' })
    const response = await made.wiki.fetch(`${api}?${query}`, { headers: { origin } })
    assert.equal(response.status, 403)
    assert.equal(response.headers.get('cache-control'), 'no-cache')
  })
})
