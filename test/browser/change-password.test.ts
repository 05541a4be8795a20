import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium } from './chromium.ts'
import { logIn } from './log-in.ts'
import { alice, openSite, type Person } from './site.ts'

describe('a changed password', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? '' : ', without script'
    const name = javaScriptEnabled ? 'Bertha' : 'Cäcilie'

    it(`is the only one from then on, and ends all other sessions${how}`, async () => {
      const person: Person = { name, password: 'tulip-harbour-eleven' }
      await site.wiki.createAccount(person)
      await using here = await site.open({ as: person, javaScriptEnabled })
      await using there = await site.open({ as: person })
      const { page } = here
      await here.go('/index.php?title=Special:ChangePassword')
      const [first, second] = await page.locator('main input[type=password]').all()
      await first?.fill('orchid-quay-twelve')
      await second?.fill('orchid-quay-twelve')
      await page.locator('main form [type=submit]').click()
      await page.locator('.cdx-message--success').waitFor()
      assert.equal(await page.innerText('#pt-userpage'), name)

      await there.go('/index.php?title=Main_Page')
      assert.equal(await there.page.locator('#pt-userpage').count(), 0)
      await using again = await site.open()
      await logIn(again.context, site.url, { name, password: 'orchid-quay-twelve' })
      await assert.rejects(logIn(again.context, site.url, person))
    })
  }

  it('is not changed while its repetition differs', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go('/index.php?title=Special:ChangePassword')
    const [first, second] = await tab.page.locator('main input[type=password]').all()
    await first?.fill('orchid-quay-twelve')
    await second?.fill('orchid-quay-thirteen')
    await tab.page.locator('main form [type=submit]').click()
    await tab.page.locator('.cdx-message--error').first().waitFor()
    await using again = await site.open({ as: alice })
    await again.go('/index.php?title=Main_Page')
  })
})
