import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { noMediaWiki } from './mediawiki.ts'
import { type Accounts, logins, SharedVisitor, tokenCookie } from './shared-visitor.ts'
import { makeWithJeton, makeWithMediaWiki, type SharedWiki } from './shared-wiki.ts'

const ways = {
  'a wiki that MediaWiki made': makeWithMediaWiki,
  'a wiki that Jeton made': makeWithJeton,
} as const

const directions = [
  { here: 'MediaWiki', there: 'Jeton' },
  { here: 'Jeton', there: 'MediaWiki' },
] as const

/** Makes an account of one's own by the API. */
async function create(
  visitor: SharedVisitor,
  apiUrl: string,
  username: string,
  password: string,
): Promise<void> {
  const createtoken = await visitor.token(apiUrl, 'createaccount')
  const answer = await visitor.ask(apiUrl, {
    ...{ action: 'createaccount', createreturnurl: 'http://127.0.0.1/', createtoken },
    ...{ username, password, retype: password },
  })
  assert.deepEqual(Object(answer).createaccount, { status: 'PASS', username })
}

async function logInAs(
  visitor: SharedVisitor,
  apiUrl: string,
  lgname: string,
  lgpassword: string,
): Promise<void> {
  const lgtoken = await visitor.token(apiUrl, 'login')
  const { login } = await visitor.ask(apiUrl, { action: 'login', lgname, lgpassword, lgtoken })
  assert.equal(login.result, 'Success')
}

/** Somebody who may look at all sessions of the account. */
async function oneWhoLists(apiUrl: string, accounts: Accounts): Promise<SharedVisitor> {
  const visitor = new SharedVisitor()
  await logins['with a password'](visitor, apiUrl, accounts)
  return visitor
}

for (const [way, make] of Object.entries(ways)) {
  describe(way, { skip: noMediaWiki }, () => {
    let wiki: SharedWiki
    before(async () => {
      wiki = await make()
    })
    after(() => wiki[Symbol.asyncDispose]())

    for (const { here, there } of directions) {
      for (const [how, logIn] of Object.entries(logins)) {
        describe(`who logged in ${how} on ${here}`, () => {
          async function comeIn() {
            const [one, other] = [wiki.apiUrls[here], wiki.apiUrls[there]]
            const visitor = new SharedVisitor()
            await logIn(visitor, one, wiki.accounts)
            return { visitor, one, other }
          }

          it(`is the same on ${there}`, async () => {
            const { visitor, one, other } = await comeIn()
            const me = await visitor.whoAmI(one)
            assert.deepEqual(me, { id: me.id, name: wiki.accounts.user })
            assert.deepEqual(await visitor.whoAmI(other), me)
          })

          it(`can use a token of one server on the other`, async () => {
            const { visitor, one, other } = await comeIn()
            for (const [giver, taker] of [[one, other] as const, [other, one] as const]) {
              const token = await visitor.token(giver, 'csrf')
              assert.equal(token.length, 42)
              assert.equal(await visitor.check(taker, token), 'valid')
            }
          })

          it(`is nobody on ${here} after logging out on ${there}`, async () => {
            const { visitor, one, other } = await comeIn()
            // The session itself must be gone, not only the visitor's cookies.
            const stale = visitor.copy()
            stale.jar.remove(tokenCookie)
            await visitor.logOut(other)
            for (const somebody of [visitor, stale])
              assert.equal((await somebody.whoAmI(one)).anon, true)
          })
        })
      }

      it(`knows on ${there} who is remembered on ${here}, even when the session is gone`, async () => {
        const visitor = new SharedVisitor()
        await logins['with a password'](visitor, wiki.apiUrls[here], wiki.accounts)
        visitor.jar.remove('wiki_session')
        assert.equal((await visitor.whoAmI(wiki.apiUrls[there])).name, wiki.accounts.user)
      })
    }

    it('shows sessions of both servers to their user on Jeton, who can end them there', async () => {
      const { MediaWiki, Jeton } = wiki.apiUrls
      const known = await oneWhoLists(Jeton, wiki.accounts)
      const before = new Set((await known.sessions(Jeton)).map(({ id }) => id))
      const visitor = new SharedVisitor()
      await logins['for one session'](visitor, MediaWiki, wiki.accounts)
      const made = (await known.sessions(Jeton)).filter(({ id }) => !before.has(id))
      assert.equal(made.length, 1)
      assert.equal(made[0]?.used, undefined, 'it has not come to Jeton yet')

      await visitor.whoAmI(Jeton)
      const seen = (await known.sessions(Jeton)).find(({ id }) => id === made[0]?.id)
      assert.equal(seen?.address, '127.0.0.1')
      const token = await known.token(Jeton, 'csrf')
      await known.ask(Jeton, { action: 'jetonendsession', id: made[0]?.id ?? '', token })
      for (const apiUrl of [Jeton, MediaWiki])
        assert.equal((await visitor.whoAmI(apiUrl)).anon, true)
      assert.equal((await known.whoAmI(MediaWiki)).name, wiki.accounts.user)
    })

    for (const { here, there } of directions) {
      it(`lets in on ${there} who got an account on ${here}, and logs it`, async () => {
        const [one, other] = [wiki.apiUrls[here], wiki.apiUrls[there]]
        const name = `New ${here}`
        const password = 'amber-thistle-canoe'
        await create(new SharedVisitor(), one, name, password)
        const visitor = new SharedVisitor()
        await logInAs(visitor, other, name, password)
        const { id } = await visitor.whoAmI(other)

        const changed = 'pebble-saffron-anchor'
        await visitor.ask(other, {
          action: 'changeauthenticationdata',
          changeauthrequest: 'MediaWiki\\Auth\\PasswordAuthenticationRequest',
          ...{ password: changed, retype: changed },
          changeauthtoken: await visitor.token(other, 'csrf'),
        })
        await logInAs(new SharedVisitor(), one, name, changed)

        const title = `User:${name}`
        const told = await visitor.ask(wiki.apiUrls.MediaWiki, {
          ...{ action: 'query', list: 'logevents|recentchanges', letitle: title, rctitle: title },
          ...{
            leprop: 'type|user|details|comment',
            rcprop: 'loginfo|user',
          },
        })
        const { logevents, recentchanges } = Object(told).query
        assert.deepEqual(logevents, [
          {
            ...{ params: { userid: id }, type: 'newusers', action: 'create' },
            user: name,
            comment: '',
          },
        ])
        assert.equal(recentchanges.length, 1)
        assert.deepEqual(recentchanges[0].logparams, { userid: id })
        assert.equal(recentchanges[0].logaction, 'create')
      })
    }

    it('keeps the same of accounts that either server has made', async () => {
      const pages = ['MediaWiki', 'Jeton'].map((server) => `Watched ${server}`)
      for (const { here } of directions) {
        const [name, password] = [`Watched ${here}`, 'amber-thistle-canoe']
        await create(new SharedVisitor(), wiki.apiUrls[here], name, password)
      }
      const watched = pages.map(async (name) => {
        const visitor = new SharedVisitor()
        await logInAs(visitor, wiki.apiUrls.MediaWiki, name, 'amber-thistle-canoe')
        const told = await visitor.ask(wiki.apiUrls.MediaWiki, {
          ...{ action: 'query', list: 'watchlistraw', meta: 'userinfo' },
          uiprop: 'groups|editcount|unreadcount|hasmsg',
        })
        const { watchlistraw, query } = Object(told)
        const { id: _, name: __, registrationdate: ___, ...user } = query.userinfo
        return { titles: watchlistraw.map(({ ns }: { ns: number }) => ns), user }
      })
      const [theirs, ours] = await Promise.all(watched)
      assert.deepEqual(ours, theirs)
      assert.deepEqual(ours?.titles, [2, 3])
    })

    for (const { here, there } of directions) {
      it(`knows on ${there} what was chosen on ${here}, and sets it back`, async () => {
        const [one, other] = [wiki.apiUrls[here], wiki.apiUrls[there]]
        const visitor = await oneWhoLists(one, wiki.accounts)
        const choose = async (apiUrl: string, form: Readonly<Record<string, string>>) =>
          visitor.ask(apiUrl, {
            ...{ action: 'options', token: await visitor.token(apiUrl, 'csrf') },
            ...form,
          })
        const chosen = { gender: 'female', timecorrection: '5:30', 'userjs-note': '🌻 a=b' }
        const change = Object.entries(chosen).map(([name, value]) => `${name}=${value}`)
        await choose(one, { change: change.join('|') })

        const options = { action: 'query', meta: 'userinfo', uiprop: 'options' }
        const wanted = { ...chosen, timecorrection: 'Offset|330' }
        for (const apiUrl of [one, other]) {
          const told = Object(await visitor.ask(apiUrl, options)).query.userinfo.options
          for (const [name, value] of Object.entries(wanted)) assert.equal(told[name], value, name)
        }
        await choose(other, { reset: '1' })
        const after = Object(await visitor.ask(one, options)).query.userinfo.options
        assert.deepEqual([after.gender, after['userjs-note']], ['unknown', undefined])
      })
    }

    it('counts on both servers how often passwords are asked for', async () => {
      // As long as there is room in the limit, a client hears what is wrong with its request.
      const ask = async (apiUrl: string): Promise<string> => {
        const form = { action: 'resetpassword', token: '+\\', format: 'json' }
        const response = await fetch(apiUrl, { method: 'POST', body: new URLSearchParams(form) })
        return response.headers.get('mediawiki-api-error') ?? 'success'
      }
      const { MediaWiki, Jeton } = wiki.apiUrls
      const heard: string[] = []
      for (const apiUrl of [MediaWiki, Jeton, Jeton, MediaWiki, MediaWiki, Jeton, MediaWiki])
        heard.push(await ask(apiUrl))
      const nodata = Array.from({ length: 5 }, () => 'passwordreset-nodata')
      assert.deepEqual(heard, [...nodata, 'success', 'success'])
    })

    for (const { here, there } of directions) {
      it(`knows on ${there} who is blocked on ${here}, and lifts the block`, async () => {
        const [one, other] = [wiki.apiUrls[here], wiki.apiUrls[there]]
        const visitor = await oneWhoLists(one, wiki.accounts)
        const change = async (apiUrl: string, form: Readonly<Record<string, string>>) =>
          visitor.ask(apiUrl, { ...form, token: await visitor.token(apiUrl, 'csrf') })
        const bkprop = 'id|user|userid|by|byid|timestamp|expiry|reason|range|flags|restrictions'
        const list = async (apiUrl: string) =>
          Object(await visitor.ask(apiUrl, { action: 'query', list: 'blocks', bkprop })).query
            .blocks
        for (const form of [
          { user: '192.0.2.7', expiry: '2099-01-01', nocreate: '1', reason: 'Noise 🌻' },
          { user: '2001:db8::/32', partial: '1', namespacerestrictions: '3|4' },
        ])
          await change(one, { action: 'block', ...form })

        const blocks = await list(one)
        assert.equal(blocks.length, 2)
        assert.deepEqual(await list(other), blocks)

        // Only MediaWiki shows its log.
        const asked = { action: 'query', list: 'logevents', letype: 'block', lelimit: '2' }
        const log = Object(await visitor.ask(wiki.apiUrls.MediaWiki, asked)).query.logevents
        const [range, address] = log.map((entry: unknown) => Object(entry).params)
        assert.equal(address.expiry, '2099-01-01T00:00:00Z')
        assert.deepEqual(address.flags, ['nocreate', 'nousertalk'])
        assert.equal(range.sitewide, false)
        assert.deepEqual(range.restrictions.namespaces, [3, 4])

        for (const { id } of blocks) await change(other, { action: 'unblock', id: String(id) })
        assert.deepEqual(await list(one), [])
      })
    }

    for (const { here, there } of directions) {
      it(`knows on ${there} into which groups somebody was put on ${here}, and tells it of the log`, async () => {
        const [one, other] = [wiki.apiUrls[here], wiki.apiUrls[there]]
        const { user } = wiki.accounts
        const visitor = await oneWhoLists(one, wiki.accounts)
        const change = async (apiUrl: string, form: Readonly<Record<string, string>>) => {
          const token = await visitor.token(apiUrl, 'userrights')
          const answer = await visitor.ask(apiUrl, { action: 'userrights', user, token, ...form })
          return Object(answer).userrights
        }
        const expiry = '2099-01-02T03:04:05Z|infinite'
        const { added } = await change(one, { add: 'bot|suppress', expiry, reason: here })
        assert.deepEqual(added, ['bot', 'suppress'])
        const form = { action: 'query', meta: 'userinfo', uiprop: 'groupmemberships' }
        const told = Object(await visitor.ask(other, form)).query.userinfo.groupmemberships
        assert.deepEqual(
          told.filter(({ group }: { group: string }) => ['bot', 'suppress'].includes(group)),
          [
            { group: 'bot', expiry: '2099-01-02T03:04:05Z' },
            { group: 'suppress', expiry: 'infinity' },
          ],
        )
        const { removed } = await change(other, { remove: 'bot|suppress' })
        assert.deepEqual(removed, ['bot', 'suppress'])
        assert.deepEqual((await change(one, { remove: 'bot|suppress' })).removed, [])

        const logged = await visitor.ask(wiki.apiUrls.MediaWiki, {
          ...{ action: 'query', list: 'logevents', leaction: 'rights/rights', lelimit: '2' },
          leprop: 'title|user|comment|details',
        })
        const [last, first] = Object(logged).query.logevents
        assert.deepEqual([first.title, first.user, first.comment], [`User:${user}`, user, here])
        const { oldgroups, newgroups, newmetadata } = first.params
        assert.deepEqual(newgroups, [...oldgroups, 'bot', 'suppress'])
        assert.equal(newmetadata.at(-2).expiry, '2099-01-02T03:04:05Z')
        assert.deepEqual([last.params.oldgroups.length - 2, last.comment], [oldgroups.length, ''])
        const page = wiki.apiUrls.MediaWiki.replace('api.php', 'index.php')
        assert.match(await visitor.read(`${page}?title=Special:Log/rights`), /2099/)
      })
    }

    it('lets visitors come and go on both servers at once', async () => {
      const visits = Object.values(wiki.apiUrls).flatMap((apiUrl) =>
        [1, 2, 3, 4].map(async () => {
          const visitor = new SharedVisitor()
          await logins['with a bot password'](visitor, apiUrl, wiki.accounts)
          const { name } = await visitor.whoAmI(apiUrl)
          await visitor.logOut(apiUrl)
          return name
        }),
      )
      assert.deepEqual(
        await Promise.all(visits),
        visits.map(() => wiki.accounts.user),
      )
    })
  })
}
