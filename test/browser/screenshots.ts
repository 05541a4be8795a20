import { mkdir, mkdtemp } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { languages, schemes, widths } from './looks.ts'
import { inLanguage, pageRows, people } from './page-rows.ts'
import { openSite } from './site.ts'

// Pictures of every page, for people to look at: npm run screenshots [-- FOLDER [PART OF A NAME]]

const [given, part = ''] = process.argv.slice(2)
const folder = given ?? (await mkdtemp(join(tmpdir(), 'jeton-screenshots-')))
await mkdir(folder, { recursive: true })

await using site = await openSite()
for (const { name, path, visitor } of pageRows.filter((row) => row.name.includes(part))) {
  await using tab = await site.open({ as: people[visitor] })
  for (const language of languages) {
    await tab.go(inLanguage(path, language))
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
