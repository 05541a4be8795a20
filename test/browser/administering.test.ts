import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Visitor } from '../visitor.ts'
import { noChromium } from './chromium.ts'
import { openSite, theo } from './site.ts'

describe('who may do everything', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? '' : ', without script'
    const name = javaScriptEnabled ? 'Klara' : 'Lotte'
    const password = 'tulip-harbour-eleven'

    it(`blocks somebody for a week, finds them listed, and unblocks them${how}`, async () => {
      await site.wiki.createAccount({ name, password })
      const visitor = new Visitor(site.wiki.fetch, `${site.url}/api.php`)
      await visitor.logIn(name, password)
      await using tab = await site.open({ as: theo, javaScriptEnabled })
      const { page } = tab
      await tab.go(`/index.php?title=Special:Block/${name}`)
      await page.selectOption('[name=wpExpiry]', '1 week')
      await page.selectOption('[name=wpReason]', 'other')
      await page.fill('[name=wpReason-other]', 'Noise & <b>shouting</b>')
      await page.locator('main form [type=submit]').click()
      await tab.go('/index.php?title=Special:BlockList')
      const row = page.locator('tr', { hasText: name })
      assert.match(await row.innerText(), /Noise & <b>shouting<\/b>/)
      assert.equal(await isBlocked(visitor), true)

      await row.getByRole('link', { name: 'unblock' }).click()
      await page.locator('main form[method=post] [type=submit]').click()
      await tab.go('/index.php?title=Special:BlockList')
      assert.equal(await page.locator('tr', { hasText: name }).count(), 0)
      assert.equal(await isBlocked(visitor), false)
    })

    it(`puts somebody into a group for a month, and takes them out${how}`, async () => {
      await using tab = await site.open({ as: theo, javaScriptEnabled })
      const { page } = tab
      await tab.go('/index.php?title=Special:UserRights')
      await page.fill('#username', name)
      await page.keyboard.press('Enter')
      await page.check('#wpGroup-bot')
      await page.selectOption('[name=wpExpiry-bot]', '1 month')
      await page.locator('#mw-userrights-form2 [type=submit]').click()
      await page.locator('.cdx-message--success').waitFor()
      const visitor = new Visitor(site.wiki.fetch, `${site.url}/api.php`)
      await visitor.logIn(name, password)
      assert.equal(await isBot(visitor), true)
      await tab.go(`/index.php?title=Special:UserRights&user=${name}`)
      await page.uncheck('#wpGroup-bot')
      await page.locator('#mw-userrights-form2 [type=submit]').click()
      await page.locator('.cdx-message--success').waitFor()
      assert.equal(await isBot(visitor), false)
    })
  }
})

async function isBlocked(visitor: Visitor): Promise<boolean> {
  const { body } = await visitor.ask({ action: 'query', meta: 'userinfo', uiprop: 'blockinfo' })
  return typeof body.query?.userinfo?.blockid === 'number'
}

async function isBot(visitor: Visitor): Promise<boolean> {
  const { body } = await visitor.ask({ action: 'query', meta: 'userinfo', uiprop: 'rights' })
  return body.query?.userinfo?.rights?.includes('bot') ?? false
}
