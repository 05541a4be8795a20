import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium } from './chromium.ts'
import { findBarriers } from './find-barriers.ts'
import { findOverflow } from './find-overflow.ts'
import { languages, schemes, widths } from './looks.ts'
import { inLanguage, pageRows, people } from './page-rows.ts'
import { openSite } from './site.ts'

describe('a page', { skip: noChromium, concurrency: 2 }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  for (const row of pageRows) {
    for (const language of languages) {
      it(`keeps nobody out: ${row.name}, ${language}`, async () => {
        await using tab = await site.open({ as: people[row.visitor] })
        await tab.go(inLanguage(row.path, language))
        const found: string[] = []
        for (const width of widths) {
          await tab.page.setViewportSize({ width, height: 800 })
          found.push(...(await findOverflow(tab.page)).map((problem) => `${width} px: ${problem}`))
          for (const colorScheme of schemes) {
            await tab.page.emulateMedia({ colorScheme })
            const barriers = await findBarriers(tab.page)
            found.push(...barriers.map((barrier) => `${width} px, ${colorScheme}: ${barrier}`))
          }
        }
        assert.equal(found.join('\n'), '')
      })
    }
  }
})
