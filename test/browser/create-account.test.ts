import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium } from './chromium.ts'
import { logIn } from './log-in.ts'
import { alice, openSite } from './site.ts'

const page = '/index.php?title=Special:CreateAccount&returnto=Special:Version'
const password = 'winter-marble-canoe'

describe('making an account', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? '' : ', without script'
    const name = javaScriptEnabled ? 'Brünnhilde' : 'Walküre'

    it(`logs in at once, and leads on${how}`, async () => {
      await using tab = await site.open({ javaScriptEnabled })
      await tab.go(page)
      await tab.page.fill('#wpName2', name)
      await tab.page.fill('#wpPassword2', password)
      await tab.page.fill('#wpRetype', password)
      await tab.page.click('#wpCreateaccount')
      await tab.page.locator('#pt-userpage').waitFor()
      assert.equal(await tab.page.innerText('#pt-userpage'), name)
      assert.equal(await tab.page.locator('main a[href*="Special:Version"]').count(), 1)
      await using other = await site.open()
      await logIn(other.context, site.url, { name, password })
    })

    it(`says what is wrong, and keeps what was right${how}`, async () => {
      await using tab = await site.open({ javaScriptEnabled })
      await tab.go(page)
      await tab.page.fill('#wpName2', alice.name)
      await tab.page.fill('#wpPassword2', password)
      await tab.page.fill('#wpRetype', `${password}!`)
      await tab.page.fill('#wpEmail', 'a@example.org')
      await tab.page.click('#wpCreateaccount')
      await tab.page.locator('.cdx-message--error').first().waitFor()
      assert.equal(await tab.page.inputValue('#wpName2'), alice.name)
      assert.equal(await tab.page.inputValue('#wpEmail'), 'a@example.org')
      assert.equal(await tab.page.inputValue('#wpPassword2'), '')
      assert.equal(await tab.page.locator('#pt-userpage').count(), 0)
    })
  }
})
