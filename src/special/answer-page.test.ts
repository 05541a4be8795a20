import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stoppedWiki } from '../../test/stopped-wiki.ts'

const origin = 'http://127.0.0.1:8080'

describe('pages', () => {
  it('begin with the main page', async () => {
    await using stopped = await stoppedWiki()
    const first = await stopped.wiki.fetch(`${origin}/`)
    assert.equal(first.status, 301)
    assert.equal(first.headers.get('location'), `${origin}/wiki/Main_Page`)
    const page = await stopped.wiki.fetch(`${origin}/wiki/Main_Page`)
    assert.match(await page.text(), /<h1 id="firstHeading"[^>]*>Main page<\/h1>/)
  })

  it('are found by other names and other cases, which lead to their own', async () => {
    await using stopped = await stoppedWiki()
    const { status, headers } = await stopped.wiki.fetch(`${origin}/index.php/Special:logout?x=1`)
    assert.equal(status, 302)
    assert.equal(headers.get('location'), `${origin}/index.php?title=Special:UserLogout&x=1`)
  })

  it('speak the language that is asked for', async () => {
    await using stopped = await stoppedWiki()
    const page = await stopped.wiki.fetch(
      `${origin}/index.php?title=Special:SpecialPages&uselang=fr`,
    )
    assert.match(await page.text(), /<html[^>]* lang="fr"[^>]*>.*Pages spéciales/s)
  })

  it('keep the language that was asked for in their links and forms', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    const login = await pages.open('Special:UserLogin', { uselang: 'fr' })
    const links = login.find('header a').map(({ attributes }) => attributes.get('href') ?? '')
    assert.deepEqual(
      links.filter((link) => !link.includes('uselang=fr')),
      [],
    )
    const again = await pages.submit(login, { wpName: '' })
    assert.match(again.html, /<html[^>]* lang="fr"/)
  })

  it('answer 404 where there is none', async () => {
    await using stopped = await stoppedWiki()
    for (const title of ['Nonsense', 'Special:Nonsense', '<']) {
      const page = await stopped.wiki.fetch(
        `${origin}/index.php?title=${encodeURIComponent(title)}`,
      )
      assert.equal(page.status, 404)
    }
  })

  it('let scripts ask the sites that may ask here, and no policy is smuggled in with them', async () => {
    const CrossSiteAJAXdomains = ['*.wiki.example', "x; script-src 'unsafe-inline'"]
    await using stopped = await stoppedWiki({ settings: { CrossSiteAJAXdomains } })
    const { headers } = await stopped.pages().open('Main Page')
    const policy = headers.get('content-security-policy') ?? ''
    assert.match(policy, /; connect-src 'self' \*\.wiki\.example; /)
    assert.doesNotMatch(policy, /unsafe/)
  })

  it('run no script and load nothing but what the wiki itself serves', async () => {
    await using stopped = await stoppedWiki()
    const page = await stopped.wiki.fetch(`${origin}/wiki/Main_Page`)
    const policy = page.headers.get('content-security-policy') ?? ''
    assert.match(policy, /default-src 'none'; script-src 'self'; style-src 'self'/)
    assert.doesNotMatch(policy, /unsafe/)
    const loaded = [...(await page.text()).matchAll(/(?:src|href)="(\/resources\/[^"]+)"/g)]
    for (const [, address] of loaded) {
      const resource = await stopped.wiki.fetch(origin + address)
      assert.equal(resource.status, 200)
      assert.match(resource.headers.get('cache-control') ?? '', /immutable/)
    }
    assert.equal(loaded.length, 3)
  })
})
