import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { pages } from '../../src/special/pages.ts'
import { noChromium, startChromium } from './chromium.ts'
import { findBarriers } from './find-barriers.ts'
import { findOverflow } from './find-overflow.ts'
import { languages, schemes, widths } from './looks.ts'
import { pageRows, people } from './page-rows.ts'
import { openSite } from './site.ts'

it('every special page has a row in test/browser/page-rows.ts', () => {
  const names = pages.map(({ name }) => name)
  const missing = names.filter((name) => {
    const title = new RegExp(`title=Special:${name}\\b`)
    return !pageRows.some(({ path }) => title.test(path))
  })
  assert.deepEqual(missing, [])
})

describe('a page', { skip: noChromium, concurrency: 2 }, async () => {
  const browser = await startChromium()
  after(() => browser.close())

  for (const language of languages) {
    const site = await openSite({
      browser,
      settings: { LanguageCode: language, Extensions: ['OATHAuth'] },
    })
    after(() => site[Symbol.asyncDispose]())

    for (const { name, visitor, path, act } of pageRows) {
      it(`security 35: keeps nobody out, and asks nothing of others: ${name}, ${language}`, async () => {
        await using tab = await site.open({ as: people[visitor] })
        await tab.go(path)
        await act?.(tab.page)
        const found: string[] = []
        for (const width of widths) {
          await tab.page.setViewportSize({ width, height: 800 })
          found.push(...(await findOverflow(tab.page)).map((problem) => `${width} px: ${problem}`))
          for (const colorScheme of schemes) {
            await tab.page.emulateMedia({ colorScheme })
            const which = colorScheme === 'light' ? 'all' : 'colours'
            const barriers = await findBarriers(tab.page, which)
            found.push(...barriers.map((barrier) => `${width} px, ${colorScheme}: ${barrier}`))
          }
        }
        assert.equal(found.join('\n'), '')
      })
    }
  }
})
