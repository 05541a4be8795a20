import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, findStoredSession, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import { Visitor } from '../../test/visitor.ts'
import { fetchWiki } from '../http/fetch.ts'
import type { SessionStore } from './session-store.ts'

/** The moments in the life of a request at which it can be held up. */
type Moment = 'after reading' | 'before updating' | 'before creating'

/** The same wiki, on which one request is held up at a moment until it is let go. */
function holding({ wiki }: StoppedWiki, moment: Moment) {
  const [reached, release] = [Promise.withResolvers<void>(), Promise.withResolvers<void>()]
  const hold = async (now: Moment) => {
    if (now !== moment) return
    reached.resolve()
    await release.promise
  }
  const { sessions } = wiki.stores
  const held: SessionStore = {
    async read(id) {
      const bytes = await sessions.read(id)
      await hold('after reading')
      return bytes
    },
    async update(...args) {
      await hold('before updating')
      return sessions.update(...args)
    },
    async create(...args) {
      await hold('before creating')
      return sessions.create(...args)
    },
    move: (...args) => sessions.move(...args),
    delete: (id) => sessions.delete(id),
  }
  const slow = { ...wiki, stores: { ...wiki.stores, sessions: held } }
  return {
    ask: (request: Request) => fetchWiki(slow, request),
    reached: reached.promise,
    release: release.resolve,
  }
}

/** The same visitor, by way of the wiki that holds requests up. */
function slowly(visitor: Visitor, { ask }: ReturnType<typeof holding>): Visitor {
  const slow = new Visitor(ask)
  for (const cookie of visitor.jar.header()?.split('; ') ?? []) slow.jar.obey(cookie)
  return slow
}

const whoAmI = { action: 'query', meta: 'userinfo' }

describe('a logout while another request of the same session is under way', () => {
  for (const moment of ['after reading', 'before updating'] as const) {
    for (const { who, name, password, cookie } of [
      { who: 'a browser', name: alice.name, password: alice.password, cookie: 'wiki_session' },
      {
        who: 'a program',
        name: alice.botName,
        password: alice.botPassword,
        cookie: 'wiki_BPsession',
      },
    ]) {
      it(`is final for ${who}, though the other saves the session later (${moment})`, async () => {
        await using made = await stoppedWiki()
        const visitor = made.visitor()
        await visitor.logIn(name, password)
        const csrf = await visitor.token('csrf')
        const stale = visitor.copy()
        stale.jar.remove('wikiToken')
        made.clock.pass(1801)

        const held = holding(made, moment)
        const late = slowly(visitor, held).ask(whoAmI)
        await held.reached
        await visitor.ask({ action: 'logout', token: csrf })
        held.release()

        const { status, setCookies } = await late
        assert.equal(status, 200)
        // Cookies sent now would undo those of the logout: the token alone begins a session.
        assert.deepEqual(setCookies, [])
        const stored = await findStoredSession(made.wiki, stale.jar.find(cookie))
        assert.equal(stored, undefined)
        assert.equal(await stale.whoAmI(), undefined)
        assert.equal(await visitor.whoAmI(), undefined)
      })
    }
  }

  it('ends the old session, not the one that a login under way makes', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const [csrf, lgtoken] = [await visitor.token('csrf'), await visitor.token('login')]
    const stale = visitor.copy()
    stale.jar.remove('wikiToken')

    const held = holding(made, 'before creating')
    const other = slowly(visitor, held)
    const login = other.tryLogIn(alice.name, alice.password, lgtoken)
    await held.reached
    await visitor.ask({ action: 'logout', token: csrf })
    held.release()

    assert.equal((await login)?.result, 'Success')
    assert.equal(await stale.whoAmI(), undefined)
    other.jar.remove('wikiToken')
    assert.equal(await other.whoAmI(), alice.name)
  })

  it('is final when fifty of them are', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const csrf = await visitor.token('csrf')
    const crowd = Array.from({ length: 50 }, () => visitor.copy())
    made.clock.pass(1801)
    const answers = crowd.map((one) => one.ask(whoAmI))
    const logout = visitor.ask({ action: 'logout', token: csrf })
    const statuses = (await Promise.all([...answers, logout])).map(({ status }) => status)
    assert.deepEqual(new Set(statuses), new Set([200]))
    for (const one of crowd) {
      one.jar.remove('wikiToken')
      assert.equal(await one.whoAmI(), undefined)
    }
  })
})
