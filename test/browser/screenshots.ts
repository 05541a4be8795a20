import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startChromium } from './chromium.ts'
import { languages, schemes, widths } from './looks.ts'
import { pageRows, people } from './page-rows.ts'
import { openSite } from './site.ts'

// Pictures of every page, for people to look at: npm run screenshots [-- FOLDER [PART OF A NAME]]

const [given, part = ''] = process.argv.slice(2)
const folder = given ?? (await mkdtemp(join(tmpdir(), 'jeton-screenshots-')))
await mkdir(folder, { recursive: true })

await using browser = await startChromium()
for (const language of languages) {
  await using site = await openSite({
    browser,
    settings: { LanguageCode: language, Extensions: ['OATHAuth'] },
  })
  for (const { name, visitor, path, act } of pageRows) {
    if (!name.includes(part)) continue
    await using tab = await site.open({ as: people[visitor] })
    await tab.go(path)
    await act?.(tab.page)
    for (const width of widths) {
      await tab.page.setViewportSize({ width, height: 800 })
      for (const colorScheme of schemes) {
        await tab.page.emulateMedia({ colorScheme })
        const look = [name.replaceAll(' ', '-'), language, width, colorScheme].join('.')
        await tab.page.screenshot({ path: join(folder, `${look}.png`), fullPage: true })
      }
    }
  }
}
console.log(folder)
