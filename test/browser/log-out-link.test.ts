import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium } from './chromium.ts'
import { findBarriers } from './find-barriers.ts'
import { logIn } from './log-in.ts'
import { alice, openSite } from './site.ts'
import type { Tab } from './tab.ts'

const mainPage = '/index.php?title=Main_Page'

/** What the API was asked, by action, from now on. */
function listen({ page }: Tab): readonly string[] {
  const asked: string[] = []
  page.on('request', (request) => {
    const params = new URLSearchParams(request.postData() ?? new URL(request.url()).search)
    if (request.url().includes('/api.php'))
      asked.push(`${request.method()} ${params.get('action')}`)
  })
  return asked
}

describe('the link that logs out', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  it('logs out at once', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go(mainPage)
    const asked = listen(tab)
    await tab.page.click('#pt-logout a')
    await tab.page.waitForURL(/UserLogout/)
    await tab.page.locator('#pt-login').waitFor()
    assert.deepEqual(asked, ['POST logout'])
    assert.equal(await tab.page.locator('form').count(), 0)
  })

  it('fetches a new token, once, when that of the page is stale', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go(mainPage)
    await tab.context.clearCookies()
    await logIn(tab.context, site.url, alice)

    const asked = listen(tab)
    await tab.page.focus('#pt-logout a')
    await tab.page.keyboard.press('Enter')
    await tab.page.waitForURL(/UserLogout/)
    await tab.page.locator('#pt-login').waitFor()
    assert.deepEqual(asked, ['POST logout', 'GET query', 'POST logout'])
  })

  it('leads to its page where somebody is logged out already', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go(mainPage)
    await tab.context.clearCookies()
    await tab.page.click('#pt-logout a')
    await tab.page.waitForURL(/UserLogout/)
    await tab.page.locator('#pt-login').waitFor()
  })

  it('says what went wrong, and works when it is clicked again', async () => {
    await using tab = await site.open({ as: alice })
    await tab.go(mainPage)
    await tab.page.route('**/api.php', (route) => route.abort())
    await tab.page.click('#pt-logout a')
    const alert = tab.page.getByRole('alert')
    await alert.getByText('cannot be reached').waitFor()
    // The browser tells of it as a request that failed and in the console.
    await tab.expectFault(/api\.php/)
    await tab.expectFault(/api\.php/)
    assert.deepEqual(await findBarriers(tab.page), [])
    assert.equal(await tab.page.getByRole('status').getByText('Logging you out').count(), 0)

    await alert.getByRole('button', { name: 'Close' }).click()
    assert.equal(await alert.textContent(), '')
    await tab.page.unroute('**/api.php')
    await tab.page.click('#pt-logout a')
    await tab.page.waitForURL(/UserLogout/)
    await tab.page.locator('#pt-login').waitFor()
  })

  it('leads to a page that asks first, without scripts', async () => {
    await using tab = await site.open({ as: alice, javaScriptEnabled: false })
    await tab.go(mainPage)
    await tab.page.click('#pt-logout a')
    await tab.page.locator('form button, form input[type=submit]').click()
    await tab.page.locator('#pt-login').waitFor()
  })
})
