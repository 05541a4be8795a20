import assert from 'node:assert/strict'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { languages } from '../samples/languages.ts'
import { readSavedPage } from '../samples/saved-pages.ts'
import { noChromium } from './chromium.ts'
import { alice, openSite } from './site.ts'
import type { Tab } from './tab.ts'

const samples = join(import.meta.dirname, '../samples')

/** MediaWiki's own programs stay on the pages that somebody saved: here they are only run. */
const saved = process.env['JETON_SAMPLES']

/** The programs for pages of MediaWiki in a folder of saved pages. */
function readPrograms(folder: string): readonly string[] {
  const names = readdirSync(folder).filter((name) => /\.(?:txt|html?)$/.test(name))
  const headings = languages.map(({ name }) => name)
  return names.flatMap((name) => {
    const page = readFileSync(join(folder, name), 'utf8')
    return readSavedPage(page, headings).get('MediaWiki JS') ?? []
  })
}

/** Pastes a program into the console of a page, and gives what it prints there. */
async function run({ page }: Tab, program: string): Promise<unknown> {
  const printed = page.waitForEvent('console')
  // What the program itself comes to is nothing to wait for.
  await page.evaluate(`${program}\n0`)
  const [value] = (await printed).args()
  return value?.jsonValue()
}

describe('mw, in the console of a page,', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  it('runs the program that checks a token', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go('/index.php')
    const program = readFileSync(join(samples, 'check-token.mediawiki.js'), 'utf8')
    assert.deepEqual(await run(tab, program), { checktoken: { result: 'invalid' } })
  })

  it('runs the program that logs out', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go('/index.php')
    const program = readFileSync(join(samples, 'logout.mediawiki.js'), 'utf8')
    assert.deepEqual(await run(tab, program), {})
    const answer = await tab.page.evaluate(
      `new mw.Api().get({ meta: 'userinfo', formatversion: 2 })`,
    )
    assert.partialDeepStrictEqual(answer, { query: { userinfo: { anon: true } } })
  })

  const skip = saved === undefined && 'JETON_SAMPLES does not name a folder of saved pages'
  it("runs the documentation's own programs", { skip }, async () => {
    for (const program of readPrograms(saved ?? '')) {
      await using tab = await site.open({ as: alice })
      await tab.go('/index.php')
      const isLogout = program.includes("'logout'")
      const expected = isLogout ? {} : { checktoken: { result: 'invalid' } }
      assert.deepEqual(await run(tab, program), expected)
    }
  })

  it('runs programs with old-style callbacks', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go('/index.php')
    const program = `
      var api = new mw.Api();
      api.get( { action: 'checktoken', type: 'cookie' } ).done( console.error ).fail( function ( code, data, again, xhr ) {
        console.log( [ code, data.error.code, again === data, xhr.status, api.getErrorMessage( data ).text() ] );
      } );`
    const printed = await run(tab, program)
    assert.ok(Array.isArray(printed))
    assert.deepEqual(printed.slice(0, 4), ['badvalue', 'badvalue', true, 200])
    assert.match(printed[4], /cookie/)
  })

  it('shows as text what others wrote', async () => {
    await using tab = await site.open()
    await tab.go('/index.php')
    const markup = '<img src=x onerror=alert(1)><script>alert(2)</script>'
    await tab.page.evaluate(`
      var markup = ${JSON.stringify(markup)};
      mw.notify( markup, { type: 'warn', title: markup } );
      for ( var format of [ 'bc', 'html', 'plaintext', 'wikitext' ] ) {
        for ( var version of [ 1, 2 ] ) {
          var api = new mw.Api( { parameters: { errorformat: format, formatversion: version } } );
          api.get( { action: 'checktoken', type: markup } ).fail( ( code, data ) =>
            mw.notify( api.getErrorMessage( data ), { type: 'error', autoHide: false } ) );
        }
      }; 0`)
    await tab.page.locator('.mw-notification').nth(8).waitFor()
    assert.equal(await tab.page.locator('.mw-notification :is(img, script)').count(), 0)
    const texts = await tab.page.locator('.mw-notification').allTextContents()
    assert.ok(texts.every((text) => text.includes('Unrecognized') || text.includes(markup)))
  })

  it('knows who looks at the page', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go('/index.php')
    const known = await tab.page.evaluate(`
      mw.loader.using( [ 'mediawiki.api', 'mediawiki.user' ] ).then( () => mw.user.getRights() ).then( ( rights ) => ( {
        name: mw.user.getName(), isAnon: mw.user.isAnon(), groups: mw.config.get( 'wgUserGroups' ),
        mayRead: rights.includes( 'read' ), id: mw.user.id(), same: window.mediaWiki === mw,
      } ) )`)
    const name = alice.name
    const groups = ['*', 'user']
    assert.partialDeepStrictEqual(known, {
      name,
      isAnon: false,
      mayRead: true,
      id: name,
      same: true,
    })
    assert.partialDeepStrictEqual(known, { groups })
  })

  it('keeps an id of the session of a browser for nobody in particular', async () => {
    await using tab = await site.open()
    await tab.go('/index.php')
    const id = await tab.page.evaluate('mw.user.id()')
    assert.match(String(id), /^[0-9a-f]{20}$/)
    const other = await tab.context.newPage()
    await other.goto(`${site.url}/index.php?title=Special:UserLogin`)
    assert.equal(await other.evaluate('mw.user.id()'), id)
  })

  it('rejects modules that no page has', async () => {
    await using tab = await site.open()
    await tab.go('/index.php')
    const program = `mw.loader.using( [ 'mediawiki.api', 'jquery.ui' ] ).fail( ( error, names ) => console.log( [ error.message, names.length ] ) )`
    assert.deepEqual(await run(tab, program), [
      'Cannot load "jquery.ui": pages have no such module',
      2,
    ])
  })
})
