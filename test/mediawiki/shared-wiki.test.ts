import assert from 'node:assert/strict'
import { after, before, describe, it } from 'node:test'
import { noMediaWiki } from './mediawiki.ts'
import { logins, SharedVisitor, tokenCookie } from './shared-visitor.ts'
import { makeWithJeton, makeWithMediaWiki, type SharedWiki } from './shared-wiki.ts'

const ways = {
  'a wiki that MediaWiki made': makeWithMediaWiki,
  'a wiki that Jeton made': makeWithJeton,
} as const

const directions = [
  { here: 'MediaWiki', there: 'Jeton' },
  { here: 'Jeton', there: 'MediaWiki' },
] as const

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
