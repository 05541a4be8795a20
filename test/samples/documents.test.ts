import assert from 'node:assert/strict'
import { readdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { after, describe, it } from 'node:test'
import { startServer } from '../running-server.ts'
import { checkProgram } from './check-program.ts'
import { fillIn } from './fill-in.ts'
import { actions, type Language, languages, type SampleAction } from './languages.ts'
import { type Programs, readSavedPage } from './saved-pages.ts'

const folder = process.env['JETON_SAMPLES']

/** MediaWiki's own programs stay on the pages that somebody saved: here they are only run. */
describe("The documentation's own programs", { concurrency: true }, async () => {
  if (folder === undefined) {
    it('run', { skip: 'JETON_SAMPLES does not name a folder of saved pages' })
    return
  }

  const pages = await readPages(folder)
  const server = await startServer()
  after(() => server[Symbol.asyncDispose]())

  for (const action of actions) {
    for (const language of languages) {
      it(`run: ${action} in ${language.name}`, { skip: language.skip }, () =>
        checkProgram(server, {
          language,
          action,
          async file(workplace, apiUrl) {
            const file = join(workplace, `${action}${language.extension}`)
            const { botUser: user, botPassword: password } = server
            const program = findProgram(pages, language, action)
            await writeFile(file, fillIn(program, { apiUrl, user, password }))
            return file
          },
        }),
      )
    }
  }
})

async function readPages(folder: string): Promise<readonly Programs[]> {
  const names = (await readdir(folder)).filter((name) => /\.(?:txt|html?)$/.test(name))
  const pages = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')))
  const headings = languages.map(({ name }) => name)
  return pages.map((page) => readSavedPage(page, headings))
}

/** A page is about the action that its programs ask for last, whatever its file is called. */
function findProgram(pages: readonly Programs[], { name }: Language, action: SampleAction): string {
  const asksFor = /\baction["']?\s*(?::|=>)\s*["'](?<action>\w+)["']/g
  const program = pages
    .map((page) => page.get(name) ?? '')
    .find((text) => [...text.matchAll(asksFor)].at(-1)?.groups?.['action'] === action)
  assert.ok(program, `no page in ${folder} has a program in ${name} for ${action}`)
  return program
}
