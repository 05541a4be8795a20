import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { pages } from '../../src/special/pages.ts'
import { PageVisitor, type SeenPage } from '../page-visitor.ts'
import { harmlessStrings } from '../security/harmless-strings.ts'
import { hostileStrings } from '../security/hostile-strings.ts'
import { Visitor } from '../visitor.ts'
import { noChromium } from './chromium.ts'
import { findNews } from './find-news.ts'
import { openSite, theo } from './site.ts'

const settings = {
  // A page that only says to wait would prove nothing, and nobody's password is at stake.
  PasswordAttemptThrottle: [],
  RateLimits: {},
}

/** Parameters that pages read of their addresses. */
const parameters = [
  ...['returnto', 'returntoquery', 'warning', 'error', 'force', 'action', 'type', 'token', 'user'],
  ...['wpName', 'wpTarget', 'wpUsername', 'wpReason', 'wpappId', 'wpToken', 'page', 'limit', 'op'],
]

describe('a page, read by a browser', { skip: noChromium }, async () => {
  const site = await openSite({ settings })
  after(() => site[Symbol.asyncDispose]())

  /** Somebody who looks at pages: nobody, or Theo, who may do everything. */
  async function come(who: 'nobody' | 'theo'): Promise<PageVisitor> {
    const visitor = new Visitor(site.wiki.fetch, `${site.url}/api.php`)
    if (who === 'theo') await visitor.logIn(theo.name, theo.password)
    return new PageVisitor(site.wiki.fetch, { origin: site.url, jar: visitor.jar })
  }

  /** Fails if what is shown for a hostile text has kinds of elements that a harmless one's has not. */
  async function compare(
    texts: readonly string[],
    show: (text: string) => Promise<readonly SeenPage[]>,
  ): Promise<void> {
    const harmless = []
    for (const text of harmlessStrings) {
      for (const { html } of await show(text)) harmless.push(html)
    }
    const made = []
    for (const text of texts) {
      for (const { html } of await show(text)) made.push({ text, document: html })
    }
    await using tab = await site.open()
    assert.deepEqual(await findNews(tab.page, made, harmless), [])
  }

  for (const who of ['nobody', 'theo'] as const) {
    it(`security 30, 31: has no element or attribute of its title, for ${who}`, async () => {
      const visitor = await come(who)
      await compare(hostileStrings, async (text) => [
        await visitor.open(text),
        await visitor.open(`Special:${text}`),
        await visitor.get(`/index.php/${encodeURIComponent(text.toWellFormed())}`),
      ])
    })

    for (const [at, { name, needsLogin, right }] of pages.entries()) {
      if (who === 'nobody' && (needsLogin || right !== undefined)) continue
      const title = `Special:${name}`
      // All pages are made by one template: a few of the texts for each are enough.
      const texts = hostileStrings.filter((_, index) => index % 16 === at % 16)

      it(`security 30, 31: has no element or attribute of its address: ${name}, for ${who}`, async () => {
        const visitor = await come(who)
        await compare(texts, async (text) => {
          const query = Object.fromEntries(parameters.map((parameter) => [parameter, text]))
          return [
            await visitor.open(title, { ...query, uselang: text }),
            await visitor.open(`${title}/${text}`),
          ]
        })
      })

      it(`security 30, 31: has no element or attribute of what was typed: ${name}, for ${who}`, async () => {
        let visitor = await come(who)
        await compare(texts, async (text) => {
          const page = await visitor.open(title)
          const seen: SeenPage[] = []
          for (const [form, fields] of formsOf(page)) {
            const typed = Object.fromEntries(fields.map((field) => [field, text]))
            const answer = await visitor.submit(page, typed, form)
            seen.push(answer)
            // Whoever has logged out, or in as somebody, comes anew.
            if (answer.setCookies.length > 0) visitor = await come(who)
          }
          return seen
        })
      })
    }
  }
})

/** The forms of a page that are sent by POST, and the fields of each that hold a text. */
function formsOf(page: SeenPage): readonly (readonly [string, readonly string[]])[] {
  return page.find('form[method=post]').map(({ attributes }) => {
    const action = attributes.get('action') ?? ''
    const form = `form[action="${action}"]`
    const inputs = page.find(`${form} input`).filter(({ attributes: of }) => {
      const kind = of.get('type') ?? 'text'
      const isOwn = kind === 'hidden' && !/token|^title$|^authAction$/i.test(of.get('name') ?? '')
      return isOwn || ['text', 'password', 'email', 'search', 'url', 'number'].includes(kind)
    })
    const fields = [...inputs, ...page.find(`${form} textarea`)]
    return [form, fields.flatMap(({ attributes: of }) => of.get('name') ?? [])] as const
  })
}
