import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'

describe('Special:UserLogout', () => {
  it('asks first, and logs out by the form', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = stopped.pages(visitor)
    const asked = await pages.open('Special:UserLogout', { returnto: 'Special:Version' })
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.equal(asked.text('main button'), 'Log out')
    assert.equal(asked.fieldsOf('form')['redirectparams']?.[0], 'returnto=Special%3AVersion')

    const done = await pages.submit(asked)
    assert.equal(done.status, 200)
    assert.equal(done.find('form').length, 0)
    assert.match(done.text('#p-personal') ?? '', /Not logged in/)
    const [back] = done.find('#mw-returnto a')
    assert.equal(back?.attributes.get('href'), '/wiki/Special:Version')
    assert.equal(await visitor.whoAmI(), undefined)
    const cleared = done.setCookies.map((cookie) => cookie.split('=', 1)[0])
    assert.deepEqual(cleared, ['wiki_session', 'wikiUserID', 'wikiToken'])
  })

  it('calls the main page what it is called', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages(stopped.visitor())
    for (const asked of [{}, { returnto: 'Main Page' }]) {
      const done = await pages.open('Special:UserLogout', asked)
      assert.match(done.text('#mw-returnto') ?? '', /^Go back to Main page\.$/)
    }
    const french = await pages.open('Special:UserLogout', { uselang: 'fr' })
    assert.match(french.text('#mw-returnto a') ?? '', /^Accueil$/)
  })

  it('does nothing with the token of another form, nor without one', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = stopped.pages(visitor)
    const asked = await pages.open('Special:UserLogout')
    for (const wpEditToken of [await visitor.token('csrf'), '+\\', '']) {
      const again = await pages.submit(asked, { wpEditToken })
      assert.equal(again.find('form').length, 1)
    }
    assert.equal(await visitor.whoAmI(), alice.name)
  })
})
