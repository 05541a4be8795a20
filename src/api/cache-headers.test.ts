import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'

const shared = 's-maxage=60, max-age=0, public'
const own = 'private, must-revalidate, max-age=0'

/** What may be kept of the answers to somebody who is logged in, and to anybody else. */
// biome-ignore format: a table
const rows = [
  { asks: 'meta=siteinfo&uselang=content',                          loggedIn: shared, anonymous: shared },
  { asks: 'meta=siteinfo&uselang=fr',                               loggedIn: shared, anonymous: shared },
  { asks: 'meta=siteinfo&uselang=',                                 loggedIn: shared, anonymous: shared },
  { asks: 'meta=siteinfo&uselang=user',                             loggedIn: own,    anonymous: shared },
  { asks: 'meta=siteinfo',                                          loggedIn: own,    anonymous: shared },
  { asks: 'meta=siteinfo&uselang=content&format=jsonfm',            loggedIn: own,    anonymous: shared },
  { asks: 'list=users&ususers=A&uselang=content',                   loggedIn: shared, anonymous: shared },
  { asks: 'titles=A&uselang=content',                               loggedIn: shared, anonymous: shared },
  { asks: 'uselang=content',                                        loggedIn: shared, anonymous: shared },
  { asks: 'list=allusers&uselang=content',                          loggedIn: own,    anonymous: shared },
  { asks: 'list=allusers|users&ususers=A&uselang=content',          loggedIn: own,    anonymous: shared },
  { asks: 'meta=siteinfo|userinfo&uselang=content',                 loggedIn: own,    anonymous: own },
] as const

describe('what caches may keep', () => {
  for (const { asks, loggedIn, anonymous } of rows) {
    it(`is decided by the most private part of ${asks}`, async () => {
      await using site = await stoppedWiki()
      const visitor = site.visitor()
      const format = asks.includes('format=') ? '' : '&format=json'
      const url = `http://127.0.0.1:8080/api.php?action=query&smaxage=60&${asks}${format}`
      const asAnybody = await site.wiki.fetch(url)
      assert.equal(asAnybody.headers.get('cache-control'), anonymous)

      await visitor.logIn(alice.name, alice.password)
      const cookie = visitor.jar.header() ?? ''
      const asAlice = await site.wiki.fetch(url, { headers: { cookie } })
      assert.equal(asAlice.headers.get('cache-control'), loggedIn)
    })
  }
})
