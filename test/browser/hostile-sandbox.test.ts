import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import type { Page } from 'playwright-core'
import { harmlessStrings } from '../security/harmless-strings.ts'
import { hostileStrings } from '../security/hostile-strings.ts'
import { noChromium } from './chromium.ts'
import { findNews } from './find-news.ts'
import { alice, openSite } from './site.ts'

/** Where a text can stand behind the `#` of the sandbox's address. */
// biome-ignore format: a table
const places: Readonly<Record<string, (text: string) => Readonly<Record<string, string>>>> = {
  'an action':                (text) => ({ action: text }),
  'a module of an action':    (text) => ({ action: 'query', meta: `userinfo|${text}` }),
  'the name of a parameter':  (text) => ({ action: 'query', [text]: text }),
  'a format':                 (text) => ({ action: 'query', format: text }),
  'a value, answered in XML': (text) => ({ action: 'query', list: 'users', ususers: text, format: 'xml' }),
  'a value, answered in PHP': (text) => ({ action: 'query', requestid: text, format: 'php' }),
  'a value, refused in HTML': (text) => ({ action: 'query', assertuser: text, errorformat: 'html' }),
  'a token':                  (text) => ({ action: 'options', change: text, token: text }),
}

describe('the sandbox', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  for (const [at, [place, put]] of Object.entries(places).entries()) {
    it(`security 29, 30: runs nothing, and shows no markup, of ${place} in its address`, async () => {
      await using tab = await site.open({ as: alice })
      await tab.go('/index.php?title=Special:ApiSandbox')
      const send = async (text: string) => {
        await fillIn(tab.page, new URLSearchParams(put(text)))
        await showNextProgram(tab.page)
        await tab.page.locator('#mw-apisandbox [type=submit]').click()
        await tab.page.locator('.jeton-sandbox-head').waitFor()
        return tab.page.content()
      }
      const harmless = []
      for (const text of harmlessStrings.slice(0, 6)) harmless.push(await send(text))
      const made = []
      // Every second text, each in one of the places: the form is made in one way for all.
      const count = 2 * Object.keys(places).length
      for (const [index, text] of hostileStrings.entries()) {
        if (index % count === at) made.push({ text, document: await send(text) })
      }
      assert.deepEqual(await findNews(tab.page, made, harmless), [])
    })
  }

  it('security 29: runs nothing of an address that it is opened with', async () => {
    for (const text of hostileStrings.slice(0, 8)) {
      await using tab = await site.open()
      await tab.go(`/index.php?title=Special:ApiSandbox#action=query&format=${text}&${text}`)
      await tab.page.waitForSelector('#mw-apisandbox[aria-busy=false]')
    }
  })
})

/** Changes the address behind its `#`, and waits until the form has followed. */
async function fillIn(page: Page, query: URLSearchParams): Promise<void> {
  await page.evaluate(`new Promise((resolve) => {
    addEventListener('hashchange', resolve, { once: true })
    location.hash = ${JSON.stringify(`x${Math.random()}=1&${query}`)}
  })`)
  await page.waitForSelector('#mw-apisandbox[aria-busy=false]')
}

/** Shows the request in another language than before. */
async function showNextProgram(page: Page): Promise<void> {
  const count = await page.locator('#sandbox-language option').count()
  const chosen = await page.evaluate<number>(
    "document.getElementById('sandbox-language').selectedIndex",
  )
  await page.locator('#sandbox-language').selectOption({ index: (chosen + 1) % count })
}
