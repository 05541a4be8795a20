import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Mwn } from 'mwn'
import type { Page } from 'playwright-core'
import { noChromium } from './chromium.ts'
import { alice, openSite, type Site } from './site.ts'

/** What a page shows that a program logs in with. */
interface Shown {
  readonly username: string
  readonly password: string
}

async function readShown(page: Page): Promise<Shown> {
  return {
    username: await page.innerText('#mw-botpasswords-name'),
    password: await page.innerText('#mw-botpasswords-password'),
  }
}

/** Logs in with a client that many bots use. */
function startBot(site: Site, shown: Shown): Promise<Mwn> {
  const apiUrl = `${site.url}/api.php`
  return Mwn.init({ apiUrl, ...shown, userAgent: 'Jeton tests', silent: true })
}

async function rightsOf(bot: Mwn): Promise<readonly string[]> {
  const { query } = await bot.request({ action: 'query', meta: 'userinfo', uiprop: 'rights' })
  return query?.['userinfo'].rights
}

describe('a bot password, made in a browser,', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  for (const javaScriptEnabled of [true, false]) {
    it(`is used at once, changed, reset and deleted, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const appId = javaScriptEnabled ? 'sweeper' : 'mender'
      await using tab = await site.open({ as: alice, javaScriptEnabled })
      const { page } = tab
      await tab.go('/index.php?title=Special:BotPasswords')
      await page.fill('#mw-input-wpappId', appId)
      await page.keyboard.press('Enter')
      await page.check('#mw-input-wpgrants-editpage')
      await page.click('button[value=create]')

      const made = await readShown(page)
      assert.equal(made.username, `${alice.name}@${appId}`)
      const copy = page.getByRole('button', { name: /^Copy: / })
      assert.equal(await copy.count(), javaScriptEnabled ? 4 : 0)
      if (javaScriptEnabled) {
        await copy.first().click()
        await page
          .getByRole('status')
          .filter({ hasText: /Copied|Selected/ })
          .waitFor()
      }
      const bot = await startBot(site, made)
      assert.equal((await bot.userinfo()).name, alice.name)
      const rights = await rightsOf(bot)
      assert.ok(rights.includes('edit') && !rights.includes('sendemail'))

      // Its grants: what the program may do changes from its next login on.
      await page.click('#mw-returnto a')
      await page.getByRole('link', { name: appId }).click()
      await page.uncheck('#mw-input-wpgrants-editpage')
      await page.check('#mw-input-wpgrants-sendemail')
      await page.click('button[value=update]')
      await page.locator('.cdx-message--success').waitFor()
      const changed = await rightsOf(await startBot(site, made))
      assert.ok(!changed.includes('edit') && changed.includes('sendemail'))

      // Where it may be used.
      await tab.go(`/index.php?title=Special:BotPasswords/${appId}`)
      await page.fill('#mw-input-wprestrictions', '192.0.2.0/24\n2001:db8::/32')
      await page.click('button[value=update]')
      await page.locator('.cdx-message--success').waitFor()
      await assert.rejects(startBot(site, made), { code: 'mwn_failedlogin' })
      await tab.go(`/index.php?title=Special:BotPasswords/${appId}`)
      assert.match(await page.inputValue('#mw-input-wprestrictions'), /^192\.0\.2\.0\/24\n/)
      await page.fill('#mw-input-wprestrictions', '127.0.0.1')
      await page.click('button[value=update]')
      await page.locator('.cdx-message--success').waitFor()
      await startBot(site, made)

      // A new password instead of one that was lost.
      await tab.go(`/index.php?title=Special:BotPasswords/${appId}`)
      await page.check('#mw-input-wpresetPassword')
      await page.click('button[value=update]')
      const reset = await readShown(page)
      assert.notEqual(reset.password, made.password)
      await assert.rejects(startBot(site, made), { code: 'mwn_failedlogin' })
      const again = await startBot(site, reset)

      // Its end, which is that of its sessions, too.
      await tab.go(`/index.php?title=Special:BotPasswords/${appId}`)
      await page.click('button[value=delete]')
      await page.locator('.cdx-message--success').waitFor()
      await assert.rejects(startBot(site, reset), { code: 'mwn_failedlogin' })
      assert.equal((await again.userinfo()).anon, true)
      await tab.go('/index.php?title=Special:BotPasswords')
      assert.equal(await page.getByRole('link', { name: appId }).count(), 0)
    })
  }

  it('is not made while something is wrong, which is said where it is', async () => {
    await using tab = await site.open({ as: alice })
    const { page } = tab
    await tab.go('/index.php?title=Special:BotPasswords/broken')
    await page.check('#mw-input-wpgrants-editpage')
    await page.fill('#mw-input-wprestrictions', '127.0.0.1\n300.1.2.3')
    await page.click('button[value=create]')
    const area = page.getByRole('textbox', { name: 'Addresses' })
    assert.equal(await area.getAttribute('aria-invalid'), 'true')
    const ids = (await area.getAttribute('aria-describedby')) ?? ''
    const [error] = ids.split(' ').filter((id) => id.endsWith('-error'))
    assert.match(await page.innerText(`#${error}`), /300\.1\.2\.3/)
    assert.equal(await area.inputValue(), '127.0.0.1\n300.1.2.3')
    assert.ok(await page.isChecked('#mw-input-wpgrants-editpage'))
    await tab.go('/index.php?title=Special:BotPasswords')
    assert.equal(await page.getByRole('link', { name: 'broken' }).count(), 0)
  })
})
