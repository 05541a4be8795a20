import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium } from './chromium.ts'
import { alice, openSite } from './site.ts'

describe('logging in', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  for (const javaScriptEnabled of [true, false]) {
    const how = javaScriptEnabled ? '' : ', without script'

    it(`leads back to where one was${how}`, async () => {
      await using tab = await site.open({ javaScriptEnabled })
      await tab.go('/index.php?title=Special:Version&x=%26y')
      await tab.page.click('#pt-login a')
      await tab.page.fill('#wpName1', alice.name)
      await tab.page.fill('#wpPassword1', alice.password)
      await tab.page.click('#wpLoginAttempt')
      await tab.page.locator('#pt-userpage').waitFor()
      assert.equal(await tab.page.locator('#pt-userpage').innerText(), alice.name)
      const { searchParams } = new URL(tab.page.url())
      assert.deepEqual(Object.fromEntries(searchParams), { title: 'Special:Version', x: '&y' })
    })

    it(`says what is wrong, keeps the name and not the password${how}`, async () => {
      await using tab = await site.open({ javaScriptEnabled })
      await tab.go('/index.php?title=Special:UserLogin')
      await tab.page.fill('#wpName1', alice.name)
      await tab.page.fill('#wpPassword1', 'wrong')
      await tab.page.keyboard.press('Enter')
      await tab.page.locator('.cdx-message--error').waitFor()
      assert.equal(await tab.page.inputValue('#wpName1'), alice.name)
      assert.equal(await tab.page.inputValue('#wpPassword1'), '')
      assert.equal(await tab.page.locator('#pt-userpage').count(), 0)
    })
  }

  it('is remembered after the browser was closed, if that was asked for', async () => {
    await using tab = await site.open()
    for (const isRemembered of [false, true]) {
      await tab.context.clearCookies()
      await tab.go('/index.php?title=Special:UserLogin')
      await tab.page.fill('#wpName1', alice.name)
      await tab.page.fill('#wpPassword1', alice.password)
      await tab.page.locator('#wpRemember').setChecked(isRemembered)
      await tab.page.click('#wpLoginAttempt')
      await tab.page.locator('#pt-userpage').waitFor()
      const cookies = await tab.context.cookies()
      // A browser that is closed forgets what has no date.
      await tab.context.clearCookies()
      await tab.context.addCookies(cookies.filter(({ expires }) => expires !== -1))
      await tab.go('/index.php?title=Main_Page')
      assert.equal(await tab.page.locator('#pt-userpage').count(), isRemembered ? 1 : 0)
    }
  })

  it('is done by keyboard alone', async () => {
    await using tab = await site.open()
    const { keyboard } = tab.page
    await tab.go('/index.php?title=Special:UserLogin')
    const focused = () => tab.page.evaluate<string>('document.activeElement.id')
    for (let presses = 0; (await focused()) !== 'wpName1'; presses++) {
      assert.ok(presses < 30, 'the name is not reached by the tabulator')
      await keyboard.press('Tab')
    }
    await keyboard.type(alice.name)
    await keyboard.press('Tab')
    await keyboard.type(alice.password)
    await keyboard.press('Enter')
    await tab.page.locator('#pt-userpage').waitFor()
  })

  it('is offered what a password manager knows', async () => {
    await using tab = await site.open()
    await tab.go('/index.php?title=Special:UserLogin')
    assert.equal(await tab.page.getAttribute('#wpName1', 'autocomplete'), 'username')
    assert.equal(await tab.page.getAttribute('#wpPassword1', 'autocomplete'), 'current-password')
  })
})
