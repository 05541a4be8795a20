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
      const news = await findNews(page, ...make(put))
      assert.notDeepEqual(news, [])
    })
  }

  it('is seen where the normal form of the whole would have markup', async () => {
    const document = '<p title="x">\u0338</p>'
    const news = await findNews(page, [{ text: '\u0338', document }], [document])
    assert.notDeepEqual(news, [])
  })

  it('is nothing where it was escaped', async () => {
    const put = (text: string) =>
      `<p title="${spell(text)}">${spell(text)}</p><textarea>${spell(text)}</textarea>`
    const spell = (text: string) =>
      text.replaceAll(/[<>"'&]/g, (sign) => `&#${sign.charCodeAt(0)};`)
    assert.deepEqual(await findNews(page, ...make(put)), [])
  })
})

/** What a page would be with every hostile text, and with harmless ones. */
function make(put: (text: string) => string) {
  const made = hostileStrings.map((text) => ({ text, document: put(text) }))
  return [made, harmlessStrings.map(put)] as const
}
