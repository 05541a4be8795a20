import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { fetchWiki } from '../../src/http/fetch.ts'
import { respond } from '../../src/http/respond.ts'
import type { OpenWiki } from '../../src/index.ts'
import { alice, findStoredSession, type StoppedWiki, stoppedWiki } from '../stopped-wiki.ts'
import { Visitor } from '../visitor.ts'

const cookieNames = ['wiki_session', 'wiki_BPsession'] as const

function idsOf({ jar }: Visitor): readonly (string | undefined)[] {
  return cookieNames.map((name) => jar.find(name))
}

/** What proves who somebody is. */
const proofs: Readonly<Record<string, readonly [name: string, password: string]>> = {
  'a login': [alice.name, alice.password],
  'the login of a program': [alice.botName, alice.botPassword],
}

describe('the id of a session and its tokens', () => {
  for (const [what, [name, password]] of Object.entries(proofs)) {
    it(`security 3: change by ${what}`, async () => {
      await using made = await stoppedWiki()
      const visitor = made.visitor()
      const login = await visitor.token('login')
      const before = idsOf(visitor)
      await visitor.tryLogIn(name, password, login)
      assert.notDeepEqual(idsOf(visitor), before)
      assert.equal(await visitor.check('login', login), 'invalid')
    })
  }

  it('security 3: change when somebody logs in once more', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const [before, csrf] = [visitor.jar.find('wiki_session'), await visitor.token('csrf')]
    await visitor.logIn(alice.name, alice.password)
    assert.notEqual(visitor.jar.find('wiki_session'), before)
    assert.equal(await visitor.check('csrf', csrf), 'invalid')
  })

  it('security 3: stay what they are by reading, and by logins that fail', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const [before, csrf] = [visitor.jar.header(), await visitor.token('csrf')]
    const harmless = [
      { action: 'query', meta: 'userinfo|siteinfo|tokens', list: 'allusers', type: '*' },
      { action: 'paraminfo', modules: 'main' },
      { action: 'checktoken', type: 'login', token: csrf },
      { action: 'logout', token: 'wrong' },
      { action: 'nonsense' },
    ]
    for (const form of harmless) assert.deepEqual((await visitor.ask(form)).setCookies, [])
    assert.equal((await visitor.tryLogIn(alice.name, 'wrong'))?.result, 'Failed')
    assert.equal(visitor.jar.header(), before)
    assert.equal(await visitor.check('csrf', csrf), 'valid')
  })
})

/** What is no session id. */
const noIds = {
  'of 31 characters': 'a'.repeat(31),
  'of 10 kB': 'a'.repeat(10_000),
  'with a NUL': `${'a'.repeat(40)}%00`,
  'with a path': `../${'a'.repeat(40)}`,
  'with a quote': `${'a'.repeat(40)}'--`,
  'with a wildcard': `${'a'.repeat(40)}%25`,
  'of other letters': 'é'.repeat(40),
  'that was deleted': 'deleted',
} as const

describe('a session id', () => {
  it('security 4: that is well-formed and unknown is not taken over', async () => {
    await using made = await stoppedWiki()
    for (const name of cookieNames) {
      const visitor = made.visitor()
      const id = 'abcdefghijklmnopqrstuv0123456789'
      visitor.jar.put(name, id)
      const token = await visitor.token('login')
      assert.equal(await findStoredSession(made.wiki, id), undefined)
      assert.notEqual(visitor.jar.find(name), id)
      assert.equal(await visitor.check('login', token), 'valid')
    }
  })

  for (const [what, id] of Object.entries(noIds)) {
    it(`security 4: ${what} is ignored, and not looked up`, async () => {
      await using made = await stoppedWiki()
      const { wiki } = made
      const read: string[] = []
      const sessions = {
        ...wiki.stores.sessions,
        read: async (asked: string) => void read.push(asked),
      }
      const counting = { ...wiki, stores: { ...wiki.stores, sessions } }
      const visitor = new Visitor((request) => fetchWiki(counting, request))
      for (const name of cookieNames) visitor.jar.put(name, encodeURI(id))
      assert.equal(await visitor.whoAmI(), undefined)
      assert.deepEqual(read, [])
    })
  }
})

describe('a user name', () => {
  it('security 6: adds no header, though somebody has written it into the table', async () => {
    const names = [
      'A\r\nSet-Cookie: x=1',
      'A\nX: y',
      'A\0b',
      'A; path=/x',
      'A, b=c',
      'Ünïcødé 漢 🐸',
    ]
    for (const user_name of names) {
      await using made = await stoppedWiki()
      const visitor = made.visitor()
      await visitor.logIn(alice.name, alice.password)
      await made.wiki.database.updateTable('user').set({ user_name }).execute()
      for (const name of ['wiki_session', 'wikiUserName']) visitor.jar.remove(name)
      const { headers, setCookies } = await visitor.ask({ action: 'query', meta: 'userinfo' })
      const set = setCookies.map((cookie) => cookie.split('=')[0])
      assert.deepEqual(set, ['wiki_session', 'wikiUserID', 'wikiUserName', 'wikiToken'])
      for (const cookie of setCookies) assert.match(cookie, /^[\w.~%+=;:, /-]+$/)
      assert.equal(headers.get('x'), null)
      assert.equal(decodeURIComponent(visitor.jar.find('wikiUserName') ?? ''), user_name)
    }
  })
})

/** What is wrong with cookies, each time with one thing. */
const contradictions: Readonly<
  Record<string, (jar: Visitor['jar'], other: Visitor['jar']) => void>
> = {
  'the name of somebody else': (jar) => jar.put('wikiUserName', 'Bob'),
  'the name in small letters': (jar) => jar.put('wikiUserName', 'alice'),
  'the number of somebody else': (jar) => jar.put('wikiUserID', '2'),
  'the number 0': (jar) => jar.put('wikiUserID', '0'),
  'a number below 0': (jar) => jar.put('wikiUserID', '-1'),
  'the number of nobody': (jar) => jar.put('wikiUserID', '1000000000'),
  'SQL for a number': (jar) => jar.put('wikiUserID', encodeURIComponent('1 OR 1')),
  'a number beyond all numbers': (jar) => jar.put('wikiUserID', '9'.repeat(400)),
  'a token wrong by one bit': (jar) => jar.put('wikiToken', flipped(jar.find('wikiToken') ?? '')),
  'a token cut short': (jar) => jar.put('wikiToken', jar.find('wikiToken')?.slice(0, 31) ?? ''),
  'the token of somebody else': (jar, other) => jar.put('wikiToken', other.find('wikiToken') ?? ''),
  'no token of its own': (jar) => jar.put('wikiToken', ''),
  'all of somebody else but the session': (jar, other) => {
    for (const name of ['wikiUserID', 'wikiUserName', 'wikiToken']) {
      jar.put(name, other.find(name) ?? '')
    }
  },
}

function flipped(hex: string): string {
  return hex.slice(0, -1) + (Number.parseInt(hex.slice(-1), 16) ^ 1).toString(16)
}

describe('who comes with', () => {
  for (const [what, spoil] of Object.entries(contradictions)) {
    it(`security 7: ${what} is nobody, and no error`, async () => {
      const errors: unknown[] = []
      await using made = await stoppedWiki({ log: (error) => errors.push(error) })
      await made.wiki.createAccount({ name: 'Bob', password: 'granite-whisper-lamp' })
      const [visitor, bob] = [made.visitor(), made.visitor()]
      await visitor.logIn(alice.name, alice.password)
      await bob.logIn('Bob', 'granite-whisper-lamp')
      const untouched = visitor.copy()
      spoil(visitor.jar, bob.jar)

      const { status, body } = await visitor.ask({ action: 'query', meta: 'userinfo' })
      assert.deepEqual([status, body.query?.userinfo?.anon], [200, true])
      assert.deepEqual(errors, [])
      // Else anybody could log anybody out.
      assert.equal(await untouched.whoAmI(), alice.name)
    })
  }
})

/** Asks without cookies, and below `fetch`, which takes longer than the wiki. */
async function askAsNobody(wiki: OpenWiki, query: string): Promise<void> {
  await respond(wiki, {
    ...{ method: 'GET', target: `/api.php?${query}`, address: '127.0.0.1' },
    header: () => undefined,
    body: Buffer.alloc(0),
  })
}

async function countRows({ wiki }: StoppedWiki): Promise<number> {
  return (await wiki.database.selectFrom('objectcache').select('keyname').execute()).length
}

describe('visitors without cookies', () => {
  it('security 9: leave nothing behind if they need nothing, ten thousand of them', async () => {
    await using made = await stoppedWiki()
    for (let visit = 0; visit < 10_000; visit++) {
      await askAsNobody(made.wiki, 'action=query&meta=tokens&type=csrf&format=json')
    }
    assert.equal(await countRows(made), 0)
  })

  it('security 9: leave no more behind than come in an hour, twenty of which pass', async () => {
    await using made = await stoppedWiki()
    const seconds = 36
    let most = 0
    for (let visit = 0; visit < 2000; visit++) {
      made.clock.pass(seconds)
      await askAsNobody(made.wiki, 'action=query&meta=tokens&type=login&format=json')
      if (visit % 100 === 0) most = Math.max(most, await countRows(made))
    }
    // Rows whose time is over may wait for the next sweep.
    assert.ok(most <= 3600 / seconds + 50, `${most} rows`)
  })
})
