import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { deflateRawSync } from 'node:zlib'
import {
  alice,
  findStoredSession,
  type StoppedWiki,
  stoppedWiki,
  storeSession,
} from '../../test/stopped-wiki.ts'
import type { Visitor } from '../../test/visitor.ts'
import type { SettingsInput } from '../settings/settings.ts'

const whoAmI = { action: 'query', meta: 'userinfo' }

/** Replaces what is chance in a stored session. */
function withoutChance(text = ''): string {
  return text.replace(/s:32:"[0-9a-f]{32}"/g, '<32 digits>')
}

describe('a stored session', () => {
  it('of nobody is what MediaWiki keeps of one', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.token('login')
    const { text, exptime } =
      (await findStoredSession(made.wiki, visitor.jar.find('wiki_session'))) ?? {}
    assert.equal(exptime, '20260101130000')
    assert.equal(
      withoutChance(text),
      'a:2:{s:4:"data";a:1:{s:14:"wsTokenSecrets";a:1:{s:5:"login";<32 digits>;}}' +
        's:8:"metadata";a:10:{s:8:"provider";s:39:"MediaWiki\\Session\\CookieSessionProvider";' +
        's:16:"providerMetadata";N;s:6:"userId";i:0;s:8:"userName";N;s:9:"userToken";N;' +
        's:8:"remember";b:0;s:10:"forceHTTPS";b:0;s:7:"expires";i:1767272400;' +
        's:9:"loggedOut";i:0;s:9:"persisted";b:1;}}',
    )
  })

  it('of somebody says who it is, and depends on the account’s secret', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const { text = '' } =
      (await findStoredSession(made.wiki, visitor.jar.find('wiki_session'))) ?? {}
    assert.match(
      text,
      /s:22:"AuthManager:lastAuthId";i:1;s:29:"AuthManager:lastAuthTimestamp";i:1767268800;/,
    )
    assert.match(
      withoutChance(text),
      /s:8:"metadata";a:10:\{s:8:"provider";s:39:"MediaWiki\\Session\\CookieSessionProvider";s:16:"providerMetadata";N;s:6:"userId";i:1;s:8:"userName";s:5:"Alice";s:9:"userToken";<32 digits>;s:8:"remember";b:1;s:10:"forceHTTPS";b:0;s:7:"expires";i:1767272400;s:9:"loggedOut";i:0;s:9:"persisted";b:1;\}\}$/,
    )
    assert.ok(text.includes(`s:9:"userToken";s:32:"${visitor.jar.find('wikiToken')}"`))
  })

  it('of a program names its bot password and its rights', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.botName, alice.botPassword)
    const { text = '' } =
      (await findStoredSession(made.wiki, visitor.jar.find('wiki_BPsession'))) ?? {}
    assert.match(
      withoutChance(text),
      /^a:2:\{s:4:"data";a:0:\{\}s:8:"metadata";a:10:\{s:8:"provider";s:44:"MediaWiki\\Session\\BotPasswordSessionProvider";s:16:"providerMetadata";a:4:\{s:9:"centralId";i:1;s:5:"appId";s:7:"sweeper";s:5:"token";<32 digits>;s:6:"rights";a:\d+:\{i:0;s:3:"bot";/,
    )
    assert.match(text, /s:8:"remember";b:1;/)
  })

  it('is under MediaWiki’s key, deflated', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.token('login')
    const rows = await made.wiki.database.selectFrom('objectcache').select('keyname').execute()
    const id = visitor.jar.find('wiki_session')
    assert.deepEqual(
      rows.map(({ keyname }) => keyname),
      [`wiki:MWSession:${id}`],
    )
  })

  /** As `ObjectCache::getDefaultKeyspace` has it, asked of MediaWiki 1.39. */
  // biome-ignore format: a table
  const keyspaces: readonly (readonly [settings: SettingsInput, keyspace: string])[] = [
    [{},                                    'wiki'],
    [{ DBname: 'my_wiki' },                 'my_wiki'],
    [{ DBname: 'my-wiki' },                 'my?hwiki'],
    [{ DBname: 'my-wiki' },                 'my?hwiki'],
    [{ CachePrefix: 'farm' },               'farm'],
    [{ CachePrefix: 'the farm-1' },         'the_farm-1'],
    [{ CachePrefix: '' },                   'wiki'],
  ]
  for (const [given, keyspace] of keyspaces) {
    it(`is found under "${keyspace}" with ${JSON.stringify(given)}`, async () => {
      await using made = await stoppedWiki({ settings: given })
      const { wiki } = made
      await wiki.stores.sessions.create('x', Buffer.from('bytes'), new Date('2026-01-02T00:00:00Z'))
      const rows = await wiki.database.selectFrom('objectcache').select('keyname').execute()
      assert.deepEqual(
        rows.map(({ keyname }) => keyname),
        [`${keyspace}:MWSession:x`],
      )
    })
  }

  it('keeps what others have written into it, byte for byte', async () => {
    const strange =
      's:6:"wsTest";a:4:{i:-5;d:0.1;s:2:"\xff\xfe";N;i:7;a:1:{s:9:"__proto__";b:1;}s:3:"big";i:9007199254740993;}'
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const id = visitor.jar.find('wiki_session')
    const { text = '' } = (await findStoredSession(made.wiki, id)) ?? {}
    const written = text.replace(/^a:2:\{s:4:"data";a:(\d+):\{/, (_, count: string) => {
      return `a:2:{s:4:"data";a:${Number(count) + 1}:{${strange}`
    })
    await storeSession(made.wiki, id, deflateRawSync(Buffer.from(written, 'latin1')))

    made.clock.pass(1801)
    assert.equal(await visitor.whoAmI(), alice.name)
    const { text: after = '' } = (await findStoredSession(made.wiki, id)) ?? {}
    assert.equal(after, written.replace('i:1767272400;', 'i:1767274201;'))
  })
})

/** What may be in a store instead of the session that was. */
const damages: Readonly<Record<string, (text: string) => Uint8Array | null>> = {
  nothing: () => null,
  'no bytes': () => Buffer.alloc(0),
  'random bytes': () => Buffer.from('d34db33f'.repeat(20), 'hex'),
  'half of it, inflated': (text) => Buffer.from(text.slice(0, text.length / 2), 'latin1'),
  'half of it': (text) => deflated(text.slice(0, text.length / 2)),
  'half of its deflated bytes': (text) => deflated(text).subarray(0, 100),
  'more after it': (text) => deflated(`${text}N;`),
  'an object': () => deflated('O:8:"stdClass":0:{}'),
  'an object inside': (text) => deflated(text.replace('N;', 'O:8:"stdClass":0:{}')),
  'a serializable object': (text) => deflated(text.replace('N;', 'C:11:"ArrayObject":0:{}')),
  'a reference': (text) => deflated(text.replace('N;', 'R:1;')),
  'another type': () => deflated('s:4:"data";'),
  'an empty array': () => deflated('a:0:{}'),
  'no metadata': (text) => deflated(text.replace('"metadata"', '"metadatb"')),
  'metadata that are text': (text) =>
    deflated(text.replace(/s:8:"metadata";.*\}$/s, 's:8:"metadata";s:1:"x";}')),
  'data that are text': (text) =>
    deflated(text.replace(/s:4:"data";.*s:8:"metadata"/s, 's:4:"data";s:1:"x";s:8:"metadata"')),
  'a length of four gigabytes': (text) =>
    deflated(text.replace('s:8:"provider"', 's:4294967295:"provider"')),
  'a count of a billion': () => deflated('a:1000000000:{}'),
  'an array in a hundred others': () => deflated(`${'a:1:{i:0;'.repeat(100)}N;${'}'.repeat(100)}`),
  'five megabytes': (text) => Buffer.from(padded(text, 5e6), 'latin1'),
  'five megabytes, deflated': (text) => deflated(padded(text, 5e6)),
  'a hundred megabytes of zeros, deflated': () => bomb,
  ...Object.fromEntries(
    Object.entries({
      provider: 'i:1;',
      providerMetadata: 's:1:"x";',
      userId: 's:1:"1";',
      userName: 'i:1;',
      userToken: 'a:0:{}',
      expires: 's:10:"1767272400";',
    }).map(([name, value]) => [
      `${name} of the wrong type`,
      (text: string) =>
        deflated(
          text.replace(new RegExp(`("${name}";)(?:N;|[ib]:\\d+;|s:\\d+:"[^"]*";)`), `$1${value}`),
        ),
    ]),
  ),
  'an unknown provider': (text) => deflated(text.replace('CookieS', 'CookieZ')),
  'no expiry': (text) => deflated(text.replace('"expires"', '"expirez"')),
  'an expiry in the past': (text) => deflated(text.replace(/("expires";i:)\d+/, '$10')),
  'an expiry that is no number': (text) => deflated(text.replace(/("expires";)i:\d+/, '$1d:NAN')),
  'another user': (text) => deflated(text.replace('"userId";i:1;', '"userId";i:2;')),
  'nobody’s': (text) => deflated(text.replace('"userId";i:1;', '"userId";i:0;')),
}

const deflated = (text: string) => deflateRawSync(Buffer.from(text, 'latin1'))
const padded = (text: string, length: number) =>
  text.replace('"data";a:3:{', `"data";a:4:{s:1:"x";s:${length}:"${'x'.repeat(length)}";`)
const bomb = deflateRawSync(Buffer.alloc(1e8))

describe('who comes with a session of which the store holds', () => {
  const errors: unknown[] = []
  let made: StoppedWiki
  before(async () => {
    made = await stoppedWiki({ log: (error) => errors.push(error) })
  })
  after(() => made[Symbol.asyncDispose]())

  /** Each test has a session of its own on the one wiki. */
  async function comeIn(): Promise<{ visitor: Visitor; id: string; text: string }> {
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    await visitor.token('csrf')
    visitor.jar.remove('wikiToken')
    const id = visitor.jar.find('wiki_session') ?? ''
    return { visitor, id, text: (await findStoredSession(made.wiki, id))?.text ?? '' }
  }

  for (const [what, damage] of Object.entries(damages)) {
    it(`security 10: ${what} is nobody, and is not told of an error`, async () => {
      const { visitor, id, text } = await comeIn()
      const bytes = damage(text)
      assert.notDeepEqual(bytes && Buffer.from(bytes), deflated(text))
      await storeSession(made.wiki, id, bytes)

      const { status, error, setCookies, body } = await visitor.ask(whoAmI)
      assert.deepEqual([status, error, errors], [200, undefined, []])
      assert.equal(body.query?.userinfo?.anon, true)
      assert.deepEqual(
        setCookies.map((setCookie) => setCookie.split(';')[0]),
        ['wiki_session=deleted', 'wikiUserID=deleted'],
      )
      await visitor.logIn(alice.name, alice.password)
    })
  }

  it('itself is still logged in, whether or not it says that it was kept', async () => {
    const { visitor, id, text } = await comeIn()
    await storeSession(
      made.wiki,
      id,
      deflated(text.replace('"persisted";b:1;', '"persisted";b:0;')),
    )
    assert.equal(await visitor.whoAmI(), alice.name)
    made.clock.pass(1801)
    assert.equal(await visitor.whoAmI(), alice.name)
    await storeSession(
      made.wiki,
      id,
      Buffer.from((await findStoredSession(made.wiki, id))?.text ?? '', 'latin1'),
    )
    assert.equal(await visitor.whoAmI(), alice.name)
  })
})
