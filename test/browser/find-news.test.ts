import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { harmlessStrings } from '../security/harmless-strings.ts'
import { hostileStrings } from '../security/hostile-strings.ts'
import { noChromium, startChromium } from './chromium.ts'
import { findNews } from './find-news.ts'

describe('what is new in a page', { skip: noChromium }, async () => {
  const browser = await startChromium()
  after(() => browser.close())
  const page = await browser.newPage()

  // biome-ignore format: a table
  const careless: Readonly<Record<string, (text: string) => string>> = {
    'between tags':             (text) => `<p>${text}</p>`,
    'in a title':               (text) => `<title>${text}</title>`,
    'in a box':                 (text) => `<textarea>${text}</textarea>`,
    'in an attribute':          (text) => `<input value="${text}">`,
    'in a single-quoted one':   (text) => `<input value='${text}'>`,
    'in an unquoted attribute': (text) => `<input value=${text}>`,
    'in an address':            (text) => `<a href="${text.replaceAll(/["<]/g, '')}">x</a>`,
    'in a comment':             (text) => `<!-- ${text} -->`,
    'in JSON':                  (text) => `<script type="application/json">{"text":${JSON.stringify(text)}}</script>`,
  }
  for (const [place, put] of Object.entries(careless)) {
    it(`is seen where a text was put without care ${place}`, async () => {
      let seen = 0
      for (const text of hostileStrings) {
        const news = await findNews(page, [put(text)], harmlessStrings(text).map(put))
        if (news.length > 0) seen++
      }
      assert.ok(seen > 0, `none of ${hostileStrings.length} texts is seen`)
    })
  }

  it('is nothing where it was escaped', async () => {
    const put = (text: string) =>
      `<p title="${spell(text)}">${spell(text)}</p><textarea>${spell(text)}</textarea>`
    const spell = (text: string) =>
      text.replaceAll(/[<>"'&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    for (const text of hostileStrings)
      assert.deepEqual(await findNews(page, [put(text)], harmlessStrings(text).map(put)), [])
  })
})
