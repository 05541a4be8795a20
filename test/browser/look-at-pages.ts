import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium } from './chromium.ts'
import { findBarriers } from './find-barriers.ts'
import { findOverflow } from './find-overflow.ts'
import { logIn } from './log-in.ts'
import { type languages, schemes, widths } from './looks.ts'
import { pageRows, people } from './page-rows.ts'
import { openSite } from './site.ts'

/** Looks at every page in this language, by day and by night, narrow and wide, for what keeps people out. */
export function lookAtPages(language: (typeof languages)[number]): void {
  describe(`a page in ${language}`, { skip: noChromium }, async () => {
    const settings = { LanguageCode: language, Extensions: ['OATHAuth'] }
    const site = await openSite({ settings })
    // One tab for all: to open one takes longer than to look at a page.
    const tab = await site.open()
    after(async () => {
      await tab[Symbol.asyncDispose]()
      await site[Symbol.asyncDispose]()
    })

    for (const { name, visitor, path, act } of pageRows) {
      it(`security 35: keeps nobody out, and asks nothing of others: ${name}`, async () => {
        const person = people[visitor]
        await tab.context.clearCookies()
        if (person !== undefined) await logIn(tab.context, site.url, person)
        await tab.go(path)
        await act?.(tab.page)
        const found: string[] = []
        for (const width of widths) {
          await tab.page.setViewportSize({ width, height: 800 })
          found.push(...(await findOverflow(tab.page)).map((problem) => `${width} px: ${problem}`))
          for (const colorScheme of schemes) {
            await tab.page.emulateMedia({ colorScheme })
            const barriers = await findBarriers(tab.page, changedBy(width, colorScheme))
            found.push(...barriers.map((barrier) => `${width} px, ${colorScheme}: ${barrier}`))
          }
        }
        assert.equal(found.join('\n'), '')
        tab.checkFaults()
      })
    }
  })
}

/** What can be wrong at this width and in these colours that was not at the first look, wide and by day. */
function changedBy(width: (typeof widths)[number], scheme: (typeof schemes)[number]) {
  if (scheme === 'dark') return 'colours'
  return width === widths[0] ? 'all' : 'width'
}
