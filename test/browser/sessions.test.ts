import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { Visitor } from '../visitor.ts'
import { noChromium } from './chromium.ts'
import { alice, openSite } from './site.ts'

describe('a token and its session, looked at in a browser', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())
  const botPassword = '0123456789abcdefghijklmnopqrstuv'
  await site.wiki.createBotPassword({
    ...{ user: alice.name, appId: 'sweeper', password: botPassword },
    grants: ['basic'],
  })

  for (const javaScriptEnabled of [true, false]) {
    it(`leads to the program that has it, and ends that, ${javaScriptEnabled ? 'with' : 'without'} scripts`, async () => {
      const program = new Visitor(fetch, `${site.url}/api.php`)
      await program.logIn(`${alice.name}@sweeper`, botPassword)
      const token = await program.token('csrf')

      await using tab = await site.open({ as: alice, javaScriptEnabled })
      const { page } = tab
      await tab.go('/wiki/Special:Tokens')
      await page.getByLabel('Token', { exact: true }).fill(token)
      await page.getByRole('button', { name: 'Explain' }).press('Enter')
      assert.match((await page.textContent('#jeton-token')) ?? '', /bot password sweeper/)
      assert.ok(!page.url().includes(token.slice(0, 32)))

      await page.getByRole('link', { name: 'Special:Sessions' }).click()
      const row = page.getByRole('row', { name: /bot password sweeper/ })
      await row.getByRole('button', { name: 'End' }).click()
      assert.equal(await program.whoAmI(), alice.name)
      await page.getByRole('main').getByRole('button', { name: 'End' }).click()
      assert.match((await page.textContent('main')) ?? '', /1 session has ended/)
      assert.equal(await program.whoAmI(), undefined)

      await page.getByRole('link', { name: 'Your sessions' }).click()
      await page.getByRole('button', { name: 'End all, this one too' }).click()
      await page.getByRole('main').getByRole('button', { name: 'End' }).click()
      assert.match((await page.textContent('#p-personal')) ?? '', /Not logged in/)
    })
  }
})
