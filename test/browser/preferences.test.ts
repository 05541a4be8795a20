import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium } from './chromium.ts'
import { openSite, type Person } from './site.ts'

describe('preferences', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  for (const javaScriptEnabled of [true, false]) {
    it(`change the language of all pages, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const name = javaScriptEnabled ? 'Dagmar' : 'Edda'
      const person: Person = { name, password: 'tulip-harbour-eleven' }
      await site.wiki.createAccount(person)
      await using tab = await site.open({ as: person, javaScriptEnabled })
      const { page } = tab
      await tab.go('/index.php?title=Main_Page')
      await page.click('#pt-preferences a')
      await page.selectOption('[name=wplanguage]', 'fr')
      await page.locator('main form [type=submit]').first().click()
      await page.locator('.cdx-message--success').waitFor()
      for (const path of ['/index.php?title=Special:Preferences', '/wiki/Main_Page', '/api.php']) {
        await tab.go(path)
        assert.equal(await page.getAttribute('html', 'lang'), 'fr', path)
      }
      // What an address asks for comes first, for that page.
      await tab.go('/index.php?title=Main_Page&uselang=en')
      assert.equal(await page.getAttribute('html', 'lang'), 'en')
    })
  }

  it('are for who is logged in, and lead there', async () => {
    await using tab = await site.open()
    await tab.go('/index.php?title=Special:Preferences')
    assert.match(tab.page.url(), /Special:UserLogin/)
    const person: Person = { name: 'Frieda', password: 'tulip-harbour-eleven' }
    await site.wiki.createAccount(person)
    await tab.page.fill('#wpName1', person.name)
    await tab.page.fill('#wpPassword1', person.password)
    await tab.page.keyboard.press('Enter')
    await tab.page.locator('[name=wplanguage]').waitFor()
  })
})
