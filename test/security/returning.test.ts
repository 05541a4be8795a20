import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { pages } from '../../src/special/pages.ts'
import type { SeenPage } from '../page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../stopped-wiki.ts'

const origin = 'http://127.0.0.1:8080'

/** What somebody could write into a link, so that whoever follows it ends elsewhere. */
// biome-ignore format: a table
const elsewhere = [
  '//evil.example', '///evil.example', '/\\evil.example', '\\\\evil.example', '\\/evil.example',
  '/\t/evil.example', '\t//evil.example', '\u00a0//evil.example', ' //evil.example',
  'https:evil.example', 'https:/evil.example', 'https://evil.example/', 'HTTPS://evil.example',
  'http://good\\@evil.example', 'http://127.0.0.1:8080@evil.example', '@evil.example', '.evil.example',
  'javascript:alert(1)', 'JavaScript:alert(1)', 'java\tscript:alert(1)', 'data:text/html,x', 'blob:x', 'file:///etc/passwd',
  'x\r\nLocation: https://evil.example', 'x\nSet-Cookie: a=b', '%0d%0aLocation:%20https://evil.example',
  'iw:Page', 'IW:Page', ':iw:Page', ' iw:Page', 'iw:', 'iw:iw:x', '::iw:x',
  '／／evil.example', '。evil.example', '//evil。example', 'Main_Page#//evil.example', 'Main_Page?x=//evil.example',
  '../../evil', '..//evil.example', './/evil.example', 'x'.repeat(8192), '/'.repeat(300), '\u202e//evil.example', '\u0000//evil.example',
  'Special:UserLogout', 'special:userlogout', 'Special:Logout', ':Special:UserLogout', 'Special:UserLogout/x', 'Special:Userlogin',
]

/** A wiki with a neighbour that links can name. */
async function wikiWithNeighbour(): Promise<StoppedWiki> {
  const stopped = await stoppedWiki({ settings: { PasswordAttemptThrottle: [] } })
  const neighbour = { iw_prefix: 'iw', iw_url: 'https://evil.example/$1', iw_local: 1, iw_trans: 0 }
  await stopped.wiki.database
    .insertInto('interwiki')
    .values({ ...neighbour, iw_api: '', iw_wikiid: '' })
    .execute()
  return stopped
}

/** Fails if a page leads to another site: by itself, or by a link. */
function assertStaysHere(page: SeenPage): void {
  const links = page.find('a').map(({ attributes }) => attributes.get('href') ?? '')
  const forms = page.find('form').map(({ attributes }) => attributes.get('action') ?? '')
  for (const address of [page.location ?? [], links, forms].flat()) {
    assert.equal(new URL(address, page.address).origin, origin, address)
    assert.doesNotMatch(address, /^[/\\]{2}|[\r\n\t\\]/)
  }
}

describe('where a page leads back to', async () => {
  const stopped = await wikiWithNeighbour()
  after(() => stopped.wiki.close())

  for (const returnto of elsewhere) {
    const name = JSON.stringify(returnto).slice(0, 60)

    it(`security 36: is a page of this wiki, whatever its address says: ${name}`, async () => {
      const visitor = stopped.visitor()
      await visitor.logIn(alice.name, alice.password)
      for (const query of [{ returnto }, { returnto: 'Main_Page', returntoquery: returnto }]) {
        const form = await stopped.pages(visitor).open('Special:UserLogout', query)
        assertStaysHere(form)
      }
      const form = await stopped.pages(visitor).open('Special:UserLogout', { returnto })
      const done = await stopped.pages(visitor).submit(form)
      assertStaysHere(done)
      assert.equal(await visitor.whoAmI(), undefined)
      assertStaysHere(await stopped.pages().open('Special:UserLogout', { returnto }))
      assertStaysHere(await stopped.pages().open(returnto.slice(0, 2000)))
    })

    it(`security 36: is a page of this wiki after a login, too: ${name}`, async () => {
      for (const query of [{ returnto }, { returnto: 'Main_Page', returntoquery: returnto }]) {
        const visitor = stopped.visitor()
        const reader = stopped.pages(visitor)
        const form = await reader.open('Special:UserLogin', query)
        assertStaysHere(form)
        const done = await reader.submit(form, { wpName: alice.name, wpPassword: alice.password })
        assertStaysHere(done)
        assert.equal(done.status, 302)
        assert.equal(await visitor.whoAmI(), alice.name)
        // Who is logged in already is sent on at once.
        assertStaysHere(await reader.open('Special:UserLogin', query))
      }
    })
  }

  it('security 36: is a page of this wiki after an account was made, too', async () => {
    for (const [at, returnto] of elsewhere.entries()) {
      if (at % 4 !== 0) continue
      const visitor = stopped.visitor()
      const maker = stopped.pages(visitor)
      const form = await maker.open('Special:CreateAccount', { returnto })
      assertStaysHere(form)
      const password = 'winter-marble-canoe'
      const fields = { wpName: `Maker${at}`, wpPassword: password, retype: password }
      const done = await maker.submit(form, fields)
      assertStaysHere(done)
      assert.equal(await visitor.whoAmI(), `Maker${at}`)
    }
  })

  it('security 36: is a page of this wiki on every page', async () => {
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    for (const { name } of pages) {
      for (const returnto of ['//evil.example', 'https://evil.example/', 'iw:Page']) {
        const query = { returnto, returntoquery: returnto, redirectparams: `returnto=${returnto}` }
        for (const who of [stopped.pages(), stopped.pages(visitor)]) {
          const page = await who.open(`Special:${name}`, query)
          assert.doesNotMatch(page.location ?? '', /^(?!http:\/\/127\.0\.0\.1:8080)[a-z]+:|^\/\//)
          assert.doesNotMatch(page.html, /(?:href|action|src)="(?:\w+:)?\/*evil/)
        }
      }
    }
  })
})
