import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'
import { mainModule } from '../api/main-module.ts'
import { modules } from '../modules/index.ts'
import { respond } from './respond.ts'

/** Every status that we answer to a client's mistake, or to none. */
const statuses = [200, 301, 400, 403, 404, 405, 413]

/** Another seed finds other mistakes: a failure prints the one it had. */
const seed = Number(process.env['JETON_SEED'] ?? 20260101)

const names = [
  ...new Set(
    [mainModule(modules), ...Object.values(modules)].flatMap(({ prefix, params }) =>
      Object.keys(params).map((name) => prefix + name),
    ),
  ),
  ...['type', 'uiprop', 'uiattachedwiki', 'siprop', 'sishowalldb', 'sinumberingroup', 'callback'],
  ...[
    'utf8',
    'ascii',
    'formatversion',
    'action[]',
    'meta[x]',
    'a.b',
    '_',
    '',
    '[',
    '\0',
    '__proto__',
  ],
]

/** What one writes into parameters, rightly or wrongly; `secrets` are tokens that hold. */
function givenValue(secrets: readonly string[]): fc.Arbitrary<string> {
  const words = [
    ...['query', 'checktoken', 'login', 'logout', 'tokens', 'userinfo', 'siteinfo', 'json', 'none'],
    ...['csrf', 'watch', '*', 'bc', 'plaintext', 'html', 'wikitext', 'raw', 'user', 'anon', 'bot'],
    ...['general|statistics|usergroups', 'blockinfo|options|rights|centralids', 'wiki', 'latest'],
    ...[
      'fr',
      'fr-ca',
      'a',
      '-',
      'x-y-z',
      '123',
      'content',
      'uselang',
      'qqx',
      'i-klingon',
      'zh-hans',
    ],
    ...[
      'Alice',
      'alice_',
      'User:Alice',
      '#',
      '127.0.0.1',
      '[[Alice]]',
      "O'Neil;",
      '<b>',
      '$1',
      '{{PLURAL:$1|a|b}}',
    ],
    ...[
      '0',
      '1',
      '2',
      '-1',
      '+5',
      '9223372036854775808',
      '1e9',
      '00000000000000000000000000000001',
    ],
    ...[
      '+\\',
      'x+\\',
      `${'0'.repeat(32)}${'f'.repeat(16)}+\\`,
      `${'a'.repeat(32)}7fffffffffffffff+\\`,
    ],
    ...[
      '',
      '|',
      '||||',
      '\x1f',
      '\x1fa\x1fb',
      'a|b|*',
      '\ufffe',
      '\0',
      '\ud800',
      'e\u0301',
      '\r\nX: y',
    ],
    ...[
      'null',
      'true',
      '[]',
      '{}',
      'constructor',
      '__proto__',
      '../../etc/passwd',
      '-||',
      'http://a.example',
    ],
  ]
  return fc.oneof(
    { weight: 8, arbitrary: fc.constantFrom(...words, ...secrets) },
    {
      weight: 2,
      arbitrary: fc.array(fc.constantFrom(...words), { maxLength: 60 }).map((all) => all.join('|')),
    },
    { weight: 1, arbitrary: fc.string({ unit: 'binary', maxLength: 50 }) },
    {
      weight: 1,
      arbitrary: fc.constantFrom('x', '|', '\u0301', '%', 'é').map((one) => one.repeat(5000)),
    },
  )
}

function encode(text: string): string {
  return encodeURIComponent(text.toWellFormed())
}

/** Spoils a few bytes. */
const spoils = fc.array(
  fc.record({
    at: fc.nat(1000),
    without: fc.nat(3),
    put: fc.oneof(
      fc.constantFrom(
        '%',
        '&',
        '=',
        '[',
        ']',
        '+',
        '\xe9',
        '\xff',
        ';',
        '\r\n',
        '--XX',
        '%00',
        '%1F',
      ),
      fc.constant(''),
    ),
  }),
  { maxLength: 3 },
)

type Spoils = typeof spoils extends fc.Arbitrary<infer All> ? All : never

function spoil(text: string, changes: Spoils): string {
  return changes.reduce((spoiled, { at, without, put }) => {
    const place = at % (spoiled.length + 1)
    return spoiled.slice(0, place) + put + spoiled.slice(place + without)
  }, text)
}

function parts(pairs: readonly (readonly [string, string])[]): string {
  const written = pairs.map(
    ([name, value]) =>
      `--XX\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${Buffer.from(value).toString('latin1')}\r\n`,
  )
  return `${written.join('')}--XX--\r\n`
}

function urlencoded(pairs: readonly (readonly [string, string])[]): string {
  return pairs.map(([name, value]) => `${encode(name)}=${encode(value)}`).join('&')
}

/** A header holds no lines: no server would hand them on. */
function headerOf(text: string): string {
  return Buffer.from(text)
    .toString('latin1')
    .replace(/[^\t\x20-\x7e\x80-\xff]/g, '')
    .trim()
}

const configs = [
  ...[
    '{',
    '{}',
    '{"ReadOnly":"x"}',
    '{"ReadOnly":[]}',
    '{"Nonsense":1}',
    '{"LegacyErrorCodes":true}',
  ],
  ...[
    '{"GroupPermissions":{"__merge":{"*":{"read":false}}}}',
    '{"ShowHostnames":true}',
    '{"__proto__":{}}',
  ],
  ...['{"CrossSiteAJAXdomains":["*"]}', '{"EnableBotPasswords":false}', '{"CookieSameSite":"Lax"}'],
  ...[
    '{"LanguageCode":"-"}',
    '{"Server":"//x"}',
    '{"DBname":"\\r\\n"}',
    '{"CookiePath":"é"}',
    '{"SessionName":"x"}',
  ],
]

function requestOf(secrets: readonly string[], cookies: readonly string[]) {
  const pair = fc.tuple(fc.constantFrom(...names), givenValue(secrets))
  const action = fc.constantFrom('query', 'query', 'checktoken', 'login', 'logout', 'nonsense')
  const pairs = fc.oneof(
    fc.array(pair, { maxLength: 8 }),
    fc
      .tuple(action, fc.array(pair, { maxLength: 8 }))
      .map(([name, more]) => [['action', name] as [string, string], ...more]),
  )
  const headers = fc.record(
    {
      cookie: fc.oneof(
        fc.constantFrom(...cookies),
        fc.constantFrom(
          'wiki_session=',
          'wikiUserID=1',
          'wikiUserID=99999999999999999999',
          ';;=;',
          '%',
          'wiki_BPsession=x',
        ),
        givenValue(secrets).map(
          (value) => `wiki_session=${value}; wikiUserID=${value}; wikiToken=${value}`,
        ),
      ),
      origin: fc.constantFrom(
        'http://a.example',
        '*',
        'null',
        'http://a.example http://b.example',
        '',
      ),
      'accept-language': fc.constantFrom('fr', 'de;q=0.5, en', '*', ';q=', 'x'.repeat(5000)),
      'x-test-config': fc.constantFrom(...configs),
      'treat-as-untrusted': fc.constantFrom('1', ''),
      'promise-non-write-api-action': fc.constantFrom('true', '0', ''),
      'access-control-request-method': fc.constantFrom('POST', 'x'),
      'access-control-request-headers': fc.constantFrom('Accept', 'x-evil, accept', ',', ''),
    },
    { requiredKeys: [] },
  )
  const type = fc.constantFrom(
    ...['application/x-www-form-urlencoded', 'application/x-www-form-urlencoded; charset=utf-8'],
    ...[
      'multipart/form-data; boundary=XX',
      'multipart/form-data',
      'application/json',
      'text/plain',
      '',
      undefined,
    ],
  )
  return fc.record({
    method: fc.constantFrom(
      'GET',
      'GET',
      'POST',
      'POST',
      'POST',
      'HEAD',
      'OPTIONS',
      'PUT',
      'get',
      'X',
    ),
    path: fc.constantFrom(
      ...Array(12).fill('/api.php'),
      '/w/api.php',
      '/api.php/x',
      '/',
      '/api.php?',
      '',
    ),
    query: pairs,
    body: pairs,
    isMultipart: fc.boolean(),
    type,
    headers,
    spoilQuery: spoils,
    spoilBody: spoils,
  })
}

describe('Jeton, asked badly', () => {
  it(`answers 5,000 odd requests in order (JETON_SEED=${seed})`, async () => {
    const logged: unknown[] = []
    await using stopped = await stoppedWiki({ log: (error) => void logged.push(error) })
    const { wiki } = stopped
    const visitors = [stopped.visitor(), stopped.visitor(), stopped.visitor()] as const
    await visitors[0].logIn(alice.name, alice.password)
    await visitors[1].logIn(alice.botName, alice.botPassword)
    const secrets = await Promise.all([
      ...visitors.map((visitor) => visitor.token('login')),
      ...visitors.map((visitor) => visitor.token('csrf')),
    ])
    const cookies = visitors.map(({ jar }) => jar.header() ?? '')

    const ask = async (asked: typeof request extends fc.Arbitrary<infer One> ? One : never) => {
      const query = spoil(urlencoded(asked.query), asked.spoilQuery).replace(/[\0-\x20\x7f]/g, '')
      const form = asked.isMultipart ? parts(asked.body) : urlencoded(asked.body)
      const sent = { ...asked.headers, 'content-type': asked.type }
      const given = new Map(
        Object.entries(sent).map(([name, value]) => [name, value && headerOf(value)]),
      )
      const answer = await respond(wiki, {
        method: asked.method,
        target: query === '' ? asked.path : `${asked.path}?${query}`,
        header: (name) => given.get(name),
        body: Buffer.from(spoil(form, asked.spoilBody), 'latin1'),
        address: '127.0.0.1',
      })
      assert.deepEqual(logged, [])
      assert.ok(statuses.includes(answer.status), `status ${answer.status}`)
      const headers = new Headers(answer.headers.map(([name, value]) => [name, value]))
      const type = headers.get('content-type')
      if (type?.startsWith('application/json')) JSON.parse(answer.body)
      else assert.match(type ?? '', /^text\/(?:javascript|plain|html); /)
    }
    const request = requestOf(secrets, cookies)
    await fc.assert(fc.asyncProperty(request, ask), { numRuns: 5000, seed })
  })
})
