import assert from 'node:assert/strict'
import { once } from 'node:events'
import { request as httpRequest } from 'node:http'
import { connect } from 'node:net'
import { Readable } from 'node:stream'
import { json, text } from 'node:stream/consumers'
import { describe, it } from 'node:test'
import { createWiki, defineModule, type OpenWiki, serve, type WikiOptions } from '../index.ts'
import { modules } from '../modules/index.ts'
import { ApiError } from '../result/api-error.ts'
import { StoreUnavailable } from '../session/store-unavailable.ts'
import { fetchWiki } from './fetch.ts'

const origin = 'http://127.0.0.1:8080'
const form = 'application/x-www-form-urlencoded'
const largest = 2 * 1024 * 1024

function ask(wiki: OpenWiki, path: string, init: RequestInit = {}): Promise<Response> {
  return wiki.fetch(new Request(origin + path, init))
}

function post(wiki: OpenWiki, body: string | Buffer, contentType = form): Promise<Response> {
  const headers = { 'content-type': contentType }
  const bytes = Uint8Array.from(Buffer.from(body))
  return ask(wiki, '/api.php?format=json', { method: 'POST', body: bytes, headers })
}

/** A form of exactly so many bytes. */
function formOf(bytes: number): Buffer {
  return Buffer.from('action=query&requestid='.padEnd(bytes, 'x'))
}

/** A wiki with an action that fails, and what it logs. */
function failingWiki(
  error: unknown,
  options: WikiOptions = {},
): { wiki: OpenWiki; logged: unknown[] } {
  const logged: unknown[] = []
  const fail = defineModule({
    name: 'fail',
    params: {},
    answer({ session }) {
      session.persist()
      throw error
    },
  })
  const log = (what: unknown): void => void logged.push(what)
  return { wiki: createWiki({ modules: { ...modules, fail }, log, ...options }), logged }
}

describe('respond', () => {
  it('reads a body of exactly 2 MiB', async () => {
    await using wiki = createWiki()
    const response = await post(wiki, formOf(largest))
    assert.equal(response.status, 200)
    const { requestid } = Object(await response.json())
    assert.equal(requestid.length, largest - 'action=query&requestid='.length)
  })

  it('refuses a body of one byte more, of whatever type', async () => {
    await using wiki = createWiki()
    for (const type of [form, 'multipart/form-data; boundary=XX', 'text/plain', '']) {
      const response = await post(wiki, formOf(largest + 1), type)
      assert.equal(response.status, 413)
      assert.equal(response.headers.get('mediawiki-api-error'), 'http-contenttoolarge')
      assert.deepEqual(response.headers.getSetCookie(), [])
      assert.equal(Object(await response.json()).error.code, 'http-contenttoolarge')
    }
  })

  it('says that there are too many parameters, in an address or a body, instead of ignoring some', async () => {
    await using wiki = createWiki()
    const params = Array.from({ length: 999 }, (_, index) => `&p${index}=`).join('')
    const asked = [
      await ask(wiki, `/api.php?action=query&format=json${params}`),
      await post(wiki, `action=query&format=json${params}`),
    ]
    for (const response of asked) {
      assert.equal(response.status, 200)
      assert.equal(Object(await response.json()).error.code, 'toomanyparams')
    }
    // One less, with the one in the address.
    const enough = await post(wiki, `action=query&format=json${params.replace('&p0=&p1=', '')}`)
    assert.equal(Object(await enough.json()).error, undefined)
  })

  it('answers GET, HEAD and POST, OPTIONS without words, and no other method', async () => {
    await using wiki = createWiki()
    // biome-ignore format: a table
    const rows = [
      { method: 'GET',     status: 200, code: null },
      { method: 'HEAD',    status: 200, code: null },
      { method: 'POST',    status: 200, code: null },
      { method: 'OPTIONS', status: 200, code: null },
      { method: 'PUT',     status: 405, code: 'invalidmethod' },
      { method: 'DELETE',  status: 405, code: 'invalidmethod' },
      { method: 'PATCH',   status: 405, code: 'invalidmethod' },
      { method: 'BREW',    status: 405, code: 'invalidmethod' },
      { method: 'get1',    status: 405, code: 'invalidmethod' },
    ]
    for (const { method, status, code } of rows) {
      const response = await ask(wiki, '/api.php?action=query&format=json', { method })
      assert.equal(response.status, status, method)
      assert.equal(response.headers.get('mediawiki-api-error'), code, method)
      const hasBody = !['HEAD', 'OPTIONS'].includes(method)
      assert.equal((await response.text()).length > 0, hasBody, method)
    }
  })

  it('is found where MediaWiki is found, and nowhere else', async () => {
    await using wiki = createWiki({ settings: { ScriptPath: '/my/wiki' } })
    // biome-ignore format: a table
    const rows: [string, number][] = [
      ['/api.php',          200], ['/w/api.php',       200], ['/my/wiki/api.php', 200],
      ['/api.php?',         200], ['/api.php#here',    200], ['/w/../api.php',    200],
      ['/my',               404], ['/api',             404], ['/API.php',         404],
      ['/api.phpx',         404], ['/index',           404], ['/my/api.php',      404],
      ['/api%2Ephp',        404], ['//api.php',        404], ['/x/api.php',       404],
    ]
    for (const [path, status] of rows) {
      const response = await ask(wiki, path)
      assert.equal(response.status, status, path)
      if (status === 404) assert.doesNotMatch(await response.text(), /<|my.wiki/)
    }
  })

  it('sends away who writes a name behind api.php, keeping what was asked', async () => {
    await using wiki = createWiki({ settings: { Server: origin } })
    // biome-ignore format: a table
    const rows = [
      { path: '/api.php/',                    location: '/api.php' },
      { path: '/api.php/x.html?action=query', location: '/api.php?action=query' },
      { path: '/w/api.php/a/b?a=1&b=%0D%0AX', location: '/w/api.php?a=1&b=%0D%0AX' },
      { path: '/api.php/%0D%0AX-Evil:1?a=é',  location: '/api.php?a=%C3%A9' },
    ]
    for (const { path, location } of rows) {
      const response = await ask(wiki, path)
      assert.deepEqual(
        [response.status, response.headers.get('location')],
        [301, origin + location],
      )
      assert.doesNotMatch(await response.text(), /</)
    }
  })

  it('gives each answer a number of its own, and keeps browsers from guessing its type', async () => {
    await using wiki = createWiki()
    const ids = new Set<string | null>()
    const paths = ['/api.php?action=query', '/api.php/x', '/api.php?action=x']
    const many = Array.from({ length: 300 }, () => '/x')
    for (const path of [...paths, ...many]) {
      const { headers } = await ask(wiki, path)
      assert.match(headers.get('x-request-id') ?? '', /^[0-9a-f]{24}$/)
      assert.equal(headers.get('x-content-type-options'), 'nosniff')
      ids.add(headers.get('x-request-id'))
    }
    assert.equal(ids.size, paths.length + many.length)
  })

  it('says nothing of an error of ours but its number, and logs it once', async () => {
    for (const error of [new TypeError('the secret /srv/wiki.sqlite'), 'the secret', undefined]) {
      const { wiki, logged } = failingWiki(error)
      await using open = wiki
      const response = await ask(open, '/api.php?action=fail&format=json', {
        headers: { cookie: 'wikiUserID=1; wikiToken=x' },
      })
      const body = await response.text()
      assert.equal(response.status, 500)
      assert.equal(response.headers.get('mediawiki-api-error'), 'internal_api_error')
      assert.equal(response.headers.get('retry-after'), null)
      assert.deepEqual(response.headers.getSetCookie(), [])
      assert.doesNotMatch(body, /secret|TypeError|\bat |\.ts/)
      const { code, info } = JSON.parse(body).error
      assert.equal(code, 'internal_api_error')
      assert.ok(info.includes(response.headers.get('x-request-id')))
      assert.deepEqual(logged, [error])
    }
  })

  it('logs no error of a client', async () => {
    const { wiki, logged } = failingWiki(new ApiError('fail', 'apierror-readonly'))
    await using open = wiki
    const response = await ask(open, '/api.php?action=fail&format=json')
    assert.equal(Object(await response.json()).error.code, 'readonly')
    assert.deepEqual(logged, [])
  })

  it('says so on a page to a person, while a store does not answer', async () => {
    await using wiki = createWiki({ log: () => undefined, settings: { LanguageCode: 'fr' } })
    const list = (): Promise<never> => Promise.reject(new StoreUnavailable('interwikis'))
    const broken = { ...wiki, stores: { ...wiki.stores, interwikis: { list } } }
    const response = await fetchWiki(broken, new Request(`${origin}/wiki/Special:Version`))
    assert.equal(response.status, 503)
    assert.ok(Number(response.headers.get('retry-after')) > 0)
    assert.match(await response.text(), /<html[^>]* lang="fr".*<h1[^>]*>Pas maintenant</s)
  })

  it('sends its icon to browsers that ask for one', async () => {
    await using wiki = createWiki()
    const response = await ask(wiki, '/favicon.ico')
    assert.equal(response.headers.get('content-type'), 'image/svg+xml')
    assert.match(await response.text(), /^<svg/)
  })

  it('asks to come again while a store does not answer, and leaves cookies alone', async () => {
    const logged: unknown[] = []
    await using wiki = createWiki({ log: (error) => void logged.push(error) })
    await wiki.createAccount({ name: 'Alice', password: 'mellow-lantern-quarry' })
    const gone = new StoreUnavailable('sessions')
    const refuse = (): Promise<never> => Promise.reject(gone)
    const sessions = { read: refuse, create: refuse, update: refuse, move: refuse, delete: refuse }
    const broken = { ...wiki, stores: { ...wiki.stores, sessions } }
    const session = `wiki_session=${'a'.repeat(32)}`
    // biome-ignore format: a table
    const rows = [
      { why: 'a session cannot be read',   cookie: session,           query: 'action=query' },
      { why: 'a login cannot be read',     cookie: `wikiUserID=1; ${session}`, query: 'action=query' },
      { why: 'a session cannot be stored', cookie: '',                query: 'action=query&meta=tokens&type=login' },
    ]
    for (const { why, cookie, query } of rows) {
      const response = await fetchWiki(
        broken,
        new Request(`${origin}/api.php?${query}`, { headers: { cookie } }),
      )
      assert.equal(response.status, 503, why)
      assert.ok(Number(response.headers.get('retry-after')) > 0, why)
      assert.deepEqual(response.headers.getSetCookie(), [], why)
      assert.equal(
        Object(await response.json()).error.code,
        'internal_api_error_DBConnectionError',
        why,
      )
    }
    assert.deepEqual(logged, [gone, gone, gone])
  })

  it('reads X-Test-Config in test mode only', async () => {
    const headers = { 'x-test-config': '{"ReadOnly": "moving"}' }
    const path = '/api.php?action=query&meta=siteinfo&format=json&formatversion=2'
    for (const testMode of [true, false]) {
      await using wiki = createWiki({ testMode })
      const response = await ask(wiki, path, { headers })
      assert.equal(Object(await response.json()).query.general.readonly, testMode)
      const without = await ask(wiki, path)
      assert.equal(Object(await without.json()).query.general.readonly, false)
    }
    await using wiki = createWiki()
    assert.equal((await ask(wiki, path, { headers: { 'x-test-config': '{' } })).status, 200)
  })

  it('says what is wrong with an X-Test-Config, and logs nothing', async () => {
    const logged: unknown[] = []
    await using wiki = createWiki({ testMode: true, log: (error) => void logged.push(error) })
    // biome-ignore format: a table
    const rows: [string, RegExp][] = [
      ['{',                             /X-Test-Config: This is not JSON: \{\n/],
      ['',                              /not JSON/],
      ['[1]',                           /must be an object/],
      ['null',                          /must be an object/],
      ['"ReadOnly"',                    /must be an object/],
      ['{"Nonsense": 1}',               /There is no setting Nonsense/],
      ['{"$wgReadOnly": "x"}',          /did you mean ReadOnly\?/],
      ['{"__proto__": {"a": 1}}',       /There is no setting __proto__/],
      ['{"constructor": 1}',            /There is no setting constructor/],
      ['{"ReadOnly": 1}',               /The setting ReadOnly must be .*, not 1/],
      ['{"GroupPermissions": {"*": {"read": "no"}}}', /GroupPermissions\.\*\.read must be boolean, not "no"/],
      ['{"ObjectCacheSessionExpiry": 1e300}', /ObjectCacheSessionExpiry must be/],
      ['{"Server": "wiki"}',            /Server must be/],
      ['{"CookiePath": "/\\r\\nX: y"}', /CookiePath must be/],
      ['{"ApiFrameOptions": "a\\nb"}',  /ApiFrameOptions must be/],
    ]
    for (const [config, says] of rows) {
      const headers = { 'x-test-config': config }
      const path = '/api.php?action=query&meta=siteinfo|tokens&type=login&foo=1'
      const response = await ask(wiki, path, { headers })
      assert.equal(response.status, 400, config)
      assert.match(response.headers.get('content-type') ?? '', /^text\/plain/)
      assert.match(await response.text(), says)
    }
    assert.deepEqual(logged, [])
  })
})

function* pieces(bytes: number): Generator<Buffer> {
  const first = 1000
  yield formOf(first)
  for (let left = bytes - first; left > 0; left -= 65_536) {
    yield Buffer.alloc(Math.min(left, 65_536), 'x')
  }
}

/** Sends so many bytes over a real socket, with or without saying before how many. */
async function upload(
  port: number,
  bytes: number,
  { chunked }: { chunked: boolean },
): Promise<{ status: number | undefined; connection: string | undefined; body: unknown }> {
  const sending = httpRequest({
    port,
    host: '127.0.0.1',
    method: 'POST',
    path: '/api.php?format=json',
    headers: { 'content-type': form, ...(!chunked && { 'content-length': bytes }) },
  })
  // In pieces, as a file is sent: who is cut off in between does not hear the answer.
  Readable.from(pieces(bytes)).pipe(sending)
  const [response] = await once(sending, 'response')
  const { statusCode, headers } = response
  return { status: statusCode, connection: headers.connection, body: await json(response) }
}

describe('serve', () => {
  it('hears out who sends too much, says so, and ends the connection', async () => {
    await using wiki = createWiki()
    await using server = await serve(wiki, { port: 0, host: '127.0.0.1' })
    for (const chunked of [true, false]) {
      for (const bytes of [largest + 1, largest * 6]) {
        const { status, connection, body } = await upload(server.port, bytes, { chunked })
        assert.deepEqual([status, connection], [413, 'close'])
        assert.equal(Object(body).error.code, 'http-contenttoolarge')
      }
      const { status, connection } = await upload(server.port, largest, { chunked })
      assert.deepEqual([status, connection], [200, 'keep-alive'])
    }
  })

  it('answers who only announces too much, without waiting for it', async () => {
    await using wiki = createWiki()
    await using server = await serve(wiki, { port: 0, host: '127.0.0.1' })
    const socket = connect(server.port, '127.0.0.1')
    socket.write(
      'POST /api.php?format=json HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\n',
    )
    const [first] = await once(socket, 'data')
    assert.match(String(first), /^HTTP\/1\.1 413 .*http-contenttoolarge/s)
    socket.destroy()
    assert.equal((await upload(server.port, 1000, { chunked: true })).status, 200)
  })

  it('goes on after rubbish', async () => {
    await using wiki = createWiki({ log: (error) => assert.fail(String(error)) })
    await using server = await serve(wiki, { port: 0, host: '127.0.0.1' })
    // biome-ignore format: a table
    const rubbish = [
      'rubbish\r\n\r\n',
      '\0\x01\x02\xff\xfe\r\n\r\n',
      '\x16\x03\x01\x02\x00\x01\x00\x01\xfc\x03\x03',
      'GET /api.php?action=query HTTP/9.9\r\n\r\n',
      'GET /api.php?action=query HTTP/1.1\r\n\r\n',
      'GET /api.php?action=query HTTP/1.1\r\nHost: x\r\nConnection: close\r\nCookie: \xff\xfe;=;%\r\n\r\n',
      'GET /api.php?action=query&a=\xe9\x80 HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET /api.php/\xe9?\xff HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET http://[/api.php HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'GET * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'OPTIONS * HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n',
      'CONNECT x:1 HTTP/1.1\r\nHost: x\r\n\r\n',
      'GET /api.php HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade, close\r\n\r\n',
      'POST /api.php HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\n',
      'POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Length: -1\r\n\r\n',
      'POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n',
      'POST /api.php HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: multipart/form-data; boundary=\xff\r\nContent-Length: 2\r\n\r\n\xff\xff',
      `GET /api.php?${'a'.repeat(100_000)} HTTP/1.1\r\nHost: x\r\n\r\n`,
      `GET /api.php HTTP/1.1\r\nHost: x\r\n${'X: y\r\n'.repeat(5000)}\r\n`,
    ]
    for (const bytes of rubbish) {
      const socket = connect({ port: server.port, host: '127.0.0.1', allowHalfOpen: true })
      socket.end(Buffer.from(bytes, 'latin1'))
      // Whoever sends rubbish may be cut off; what counts is the others.
      const answer = await text(socket).catch(() => '')
      assert.doesNotMatch(answer, /^HTTP\/1\.1 5| {4}at /, JSON.stringify(bytes.slice(0, 80)))
    }
    assert.equal((await upload(server.port, 1000, { chunked: false })).status, 200)
  })

  it('goes on after clients that leave in the middle', async () => {
    await using wiki = createWiki({ log: (error) => assert.fail(String(error)) })
    await using server = await serve(wiki, { port: 0, host: '127.0.0.1' })
    const beginnings = [
      'GET /api.php?act',
      'POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 100\r\n\r\naction',
      'POST /api.php HTTP/1.1\r\nHost: x\r\nContent-Length: 99999999\r\n\r\naction',
      'POST /api.php HTTP/1.1\r\nHost: x\r\nTransfer-Encoding: chunked\r\n\r\n6\r\nact',
    ]
    for (const beginning of beginnings) {
      const socket = connect(server.port, '127.0.0.1')
      await new Promise((resolve) => socket.write(beginning, resolve))
      socket.resetAndDestroy()
    }
    assert.equal((await upload(server.port, 1000, { chunked: false })).status, 200)
  })

  it('answers one request after the other on a connection, with a body and without', async () => {
    await using wiki = createWiki({ log: (error) => assert.fail(String(error)) })
    await using server = await serve(wiki, { port: 0, host: '127.0.0.1' })
    const get = (id: number, more = ''): string =>
      `GET /api.php?action=query&format=json&requestid=${id} HTTP/1.1\r\nHost: x\r\n${more}\r\n`
    const post = (id: number): string =>
      `POST /api.php?format=json&requestid=${id} HTTP/1.1\r\nHost: x\r\nContent-Type: ${form}\r\n` +
      'Content-Length: 12\r\n\r\naction=query'
    const asked = [get(1), post(2), get(3, 'Content-Length: 0\r\n'), get(4), post(5), post(6)]
    const socket = connect(server.port, '127.0.0.1')
    socket.write([...asked, get(7, 'Connection: close\r\n')].join(''))
    const ids = (await text(socket)).matchAll(/"requestid":"(\d)"/g).map(([, id]) => id)
    assert.equal([...ids].join(''), '1234567')
  })

  it('logs an answer that cannot be sent, and hangs up', async () => {
    const logged: unknown[] = []
    const odd = defineModule({
      name: 'odd',
      params: {},
      answer: ({ reply }) => void reply.addHeader('X-Odd', 'a\nb'),
    })
    await using wiki = createWiki({
      modules: { ...modules, odd },
      log: (error) => void logged.push(error),
    })
    await using server = await serve(wiki, { port: 0, host: '127.0.0.1' })
    const socket = connect(server.port, '127.0.0.1')
    socket.write('GET /api.php?action=odd&format=json HTTP/1.1\r\nHost: x\r\n\r\n')
    assert.equal(await text(socket), '')
    assert.match(String(logged), /X-Odd/)
  })

  it('lets requests wait that come before there is a wiki', async () => {
    const made = Promise.withResolvers<OpenWiki>()
    let port = 0
    const starting = serve((bound) => {
      port = bound
      return made.promise
    })
    while (port === 0) await new Promise(setImmediate)
    const socket = connect(port, '127.0.0.1')
    const asked =
      'GET /api.php?action=query&format=json HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n'
    await new Promise((resolve) => socket.write(asked, resolve))
    await using wiki = createWiki()
    made.resolve(wiki)
    assert.match(await text(socket), /^HTTP\/1\.1 200 /)
    await using server = await starting
    assert.equal(server.port, port)
  })
})
