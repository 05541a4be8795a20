import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { URI } from 'otpauth'
import type { Page } from 'playwright-core'
import { noChromium } from './chromium.ts'
import { logIn } from './log-in.ts'
import { openSite, type Person } from './site.ts'

describe('logging in by several steps', { skip: noChromium }, async () => {
  const site = await openSite({ settings: { Extensions: ['OATHAuth'] } })
  after(() => site[Symbol.asyncDispose]())

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? '' : ', without script'

    it(`goes by a password that was mailed, to one of one's own${how}`, async () => {
      const name = javaScriptEnabled ? 'Gerda' : 'Hedwig'
      const email = `${name}@example.org`
      await site.wiki.createAccount({ name, password: 'tulip-harbour-eleven', email })
      await using tab = await site.open({ javaScriptEnabled })
      const { page } = tab
      await tab.go('/index.php?title=Special:UserLogin')
      await page.getByRole('link', { name: 'Forgot' }).click()
      await page.fill('[name=wpUsername]', name)
      await page.locator('main [type=submit]').click()
      await page.getByText('on its way').waitFor()
      await site.wiki.settle()
      const mail = site.wiki.mails.find(({ to }) => to.address === email)
      const [, mailed = ''] = /Temporary password: (\w+)/.exec(mail?.text ?? '') ?? []

      await submitLogin(page, { name, password: mailed })
      const chosen = 'orchid-quay-twelve'
      await page.locator('input[autocomplete=new-password]').first().waitFor()
      for (const field of await page.locator('main input[type=password]').all()) {
        await field.fill(chosen)
      }
      await page.locator('main form[method=post] [type=submit]').first().click()
      await page.locator('#pt-userpage').waitFor()
      await using again = await site.open()
      await logIn(again.context, site.url, { name, password: chosen })
      await assert.rejects(logIn(again.context, site.url, { name, password: mailed }))
    })

    it(`asks for a code of an app, once that was switched on${how}`, async () => {
      const person: Person = {
        name: javaScriptEnabled ? 'Irmgard' : 'Johanna',
        password: 'tulip-harbour-eleven',
      }
      await site.wiki.createAccount(person)
      await using tab = await site.open({ as: person, javaScriptEnabled })
      const { page } = tab
      await tab.go('/index.php?title=Special:Preferences')
      await page.locator('main a[href*="Two-factor"]').click()
      await page.locator('main [type=submit]').click()
      const app = URI.parse((await page.getAttribute('a[href^="otpauth:"]', 'href')) ?? '')
      if (!('period' in app)) throw new TypeError('Cannot make codes: the app would count')
      await page.fill('[name=token]', app.generate())
      await page.locator('main form [type=submit]').click()
      await page.locator('.cdx-message--success').waitFor()

      await tab.context.clearCookies()
      await submitLogin(page, person)
      await page.fill('[name=OATHToken]', '000000')
      await page.locator('main form [type=submit]').click()
      await page.locator('.cdx-message--error').first().waitFor()
      assert.equal(await page.locator('#pt-userpage').count(), 0)
      // The code of now has been used, so that of the next half minute is taken.
      const next = app.generate({ timestamp: Date.now() + app.period * 1000 })
      await page.fill('[name=OATHToken]', next)
      await page.locator('main form [type=submit]').click()
      await page.locator('#pt-userpage').waitFor()
    })
  }

  async function submitLogin(page: Page, { name, password }: Person): Promise<void> {
    await page.goto(`${site.url}/index.php?title=Special:UserLogin`)
    await page.fill('#wpName1', name)
    await page.fill('#wpPassword1', password)
    await page.keyboard.press('Enter')
  }
})
