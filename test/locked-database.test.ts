import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { describe, it } from 'node:test'
import { fetchWiki } from '../src/http/fetch.ts'
import { StoreUnavailable } from '../src/session/store-unavailable.ts'
import { openSqlite } from '../src/storage/sqlite/open-sqlite.ts'
import { makeStores } from '../src/storage/stores.ts'
import type { Wiki } from '../src/wiki.ts'
import { alice, type StoppedWiki, stoppedWiki } from './stopped-wiki.ts'
import { type Answer, Visitor } from './visitor.ts'

const whoAmI = { action: 'query', meta: 'userinfo' }
const needsNothing = { action: 'query', meta: 'tokens', type: 'csrf' }

/** A wiki on a file, which gives up on a lock soon, and another connection that can lock it. */
async function lockable(journal: 'WAL' | 'DELETE') {
  await using opening = new AsyncDisposableStack()
  const folder = opening.use(await mkdtempDisposable(join(tmpdir(), 'jeton-locked-')))
  const file = join(folder.path, 'wiki.sqlite')
  const made: StoppedWiki = opening.use(await stoppedWiki({ file }))
  await made.wiki.close()

  const other = opening.use(new DatabaseSync(file))
  other.exec(`PRAGMA journal_mode = ${journal}`)
  const storage = opening.use(openSqlite(file, { patienceMilliseconds: 10 }))
  const { settings, clock } = made.wiki
  const errors: unknown[] = []
  const wiki: Wiki = {
    ...made.wiki,
    stores: makeStores(storage, { settings, clock }),
    log: (error) => errors.push(error),
  }
  const opened = opening.move()
  return {
    ...{ errors, clock: made.clock },
    visitor: () => new Visitor((request) => fetchWiki(wiki, request)),
    lock: () => other.exec('BEGIN EXCLUSIVE'),
    release: () => other.exec('COMMIT'),
    [Symbol.asyncDispose]: () => opened.disposeAsync(),
  }
}

function assertUnavailable({ status, headers, setCookies, error }: Answer): void {
  assert.equal(status, 503)
  assert.equal(error, 'internal_api_error_DBConnectionError')
  assert.match(headers.get('retry-after') ?? '', /^\d+$/)
  assert.deepEqual(setCookies, [])
}

/** What is written, and therefore waits for nobody who holds the file. */
const writing: Readonly<Record<string, (visitor: Visitor, csrf: string) => Promise<Answer>>> = {
  'a login token for somebody new': (visitor) =>
    visitor.ask({ action: 'query', meta: 'tokens', type: 'login' }),
  'a login': (visitor, lgtoken) =>
    visitor.ask({ action: 'login', lgname: alice.name, lgpassword: alice.password, lgtoken }),
  'a logout': (visitor, token) => visitor.ask({ action: 'logout', token }),
}

describe('while another program has the database', () => {
  for (const journal of ['WAL', 'DELETE'] as const) {
    it(`whoever comes back gets 503 and keeps the cookies, if the journal is ${journal}`, async () => {
      await using made = await lockable(journal)
      const [person, program] = [made.visitor(), made.visitor()]
      await person.logIn(alice.name, alice.password)
      await program.logIn(alice.botName, alice.botPassword)
      made.clock.pass(1801)
      made.lock()
      // Past the half of its life a session is written at every request.
      for (const visitor of [person, program]) assertUnavailable(await visitor.ask(whoAmI))
      assert.ok(made.errors.every((error) => error instanceof StoreUnavailable))
      assert.equal((await made.visitor().ask(needsNothing)).status, 200)

      made.release()
      for (const visitor of [person, program]) assert.equal(await visitor.whoAmI(), alice.name)
    })
  }

  it('everybody with a session does, if it keeps readers out, too', async () => {
    await using made = await lockable('DELETE')
    const person = made.visitor()
    await person.logIn(alice.name, alice.password)
    made.lock()
    assertUnavailable(await person.ask(whoAmI))
    made.release()
    assert.equal(await person.whoAmI(), alice.name)
  })

  it('who only reads does not notice, if it keeps only writers out', async () => {
    await using made = await lockable('WAL')
    const person = made.visitor()
    await person.logIn(alice.name, alice.password)
    const csrf = await person.token('csrf')
    made.lock()
    assert.equal(await person.whoAmI(), alice.name)
    assert.equal(await person.check('csrf', csrf), 'valid')
    made.release()
  })

  for (const [what, ask] of Object.entries(writing)) {
    it(`${what} is refused, and possible again afterwards`, async () => {
      await using made = await lockable('WAL')
      const person = made.visitor()
      if (what === 'a logout') await person.logIn(alice.name, alice.password)
      const token = what === 'a logout' ? await person.token('csrf') : ''
      const visitor = what === 'a login' ? made.visitor() : person
      const usable = what === 'a login' ? await visitor.token('login') : token
      made.lock()
      const before = visitor.jar.header()
      assertUnavailable(await ask(visitor, usable))
      assert.equal(visitor.jar.header(), before)
      made.release()
      const { status, error, setCookies } = await ask(visitor, usable)
      assert.deepEqual([status, error], [200, undefined])
      assert.notDeepEqual(setCookies, [])
    })
  }

  it('the others do not wait behind who waits', async () => {
    await using made = await lockable('WAL')
    made.lock()
    const order: string[] = []
    const waiting = made
      .visitor()
      .ask({ action: 'query', meta: 'tokens', type: 'login' })
      .then(() => order.push('who writes'))
    for (const _ of [1, 2, 3]) await made.visitor().ask(needsNothing)
    order.push('who writes nothing')
    await waiting
    made.release()
    assert.deepEqual(order, ['who writes nothing', 'who writes'])
  })
})
