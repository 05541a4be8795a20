import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { harmlessStrings } from '../security/harmless-strings.ts'
import { hostileStrings } from '../security/hostile-strings.ts'
import { noChromium } from './chromium.ts'
import { findNews, type MadeDocument } from './find-news.ts'
import { openSite } from './site.ts'

type Form = Readonly<Record<string, string>>

/** Where a client's text can come back. */
// biome-ignore format: a table
const places: Readonly<Record<string, (text: string) => Form>> = {
  'an action':               (text) => ({ action: text }),
  'a format':                (text) => ({ action: 'query', meta: 'siteinfo', format: text }),
  'a language':              (text) => ({ action: 'checktoken', uselang: text, errorlang: text }),
  'the name of a parameter': (text) => ({ action: 'query', [text]: text }),
  'a value of several':      (text) => ({ action: 'query', meta: `userinfo|${text}` }),
  'a module to explain':     (text) => ({ action: 'help', modules: text }),
  'an id of a request':      (text) => ({ action: 'query', requestid: text }),
  'a user name':             (text) => ({ action: 'login', lgname: text, lgpassword: text, lgtoken: text }),
  'an assertion':            (text) => ({ action: 'query', assertuser: text }),
  'a user to look up':       (text) => ({ action: 'query', list: 'users', ususers: text }),
  'a password':              (text) => ({ action: 'validatepassword', password: text, user: text, email: text }),
  'a token':                 (text) => ({ action: 'checktoken', type: 'csrf', token: text }),
  'a token of a wrong type': (text) => ({ action: 'checktoken', type: text, token: text }),
  'an address to return to': (text) => ({ action: 'clientlogin', loginreturnurl: text, logintoken: text }),
  'a reason':                (text) => ({ action: 'block', user: text, expiry: text, reason: text, token: text }),
}

const formats = ['json', 'jsonfm', 'xmlfm', 'phpfm', 'rawfm', 'xml']
const errorFormats = ['html', 'wikitext', 'plaintext', 'raw', 'none', 'bc']

describe('an answer of the API, read by a browser', { skip: noChromium }, async () => {
  const site = await openSite()
  after(() => site[Symbol.asyncDispose]())

  /** What of an answer a browser takes for a document: the answer itself, or texts of it. */
  async function findDocuments(form: Form): Promise<readonly string[]> {
    const response = await site.wiki.fetch(`${site.url}/api.php`, {
      method: 'POST',
      body: new URLSearchParams(form),
    })
    const body = await response.text()
    const type = response.headers.get('content-type') ?? ''
    if (type.startsWith('application/json')) return findHtml(JSON.parse(body))
    assert.match(type, /^text\/(?:html|xml); charset=utf-8$/i)
    return [body]
  }

  for (const [place, put] of Object.entries(places)) {
    it(`security 30, 31: has no element or attribute of ${place}`, async () => {
      const ask = (text: string, at: number) => {
        const format = formats[at % formats.length] ?? ''
        const errorformat = errorFormats[at % errorFormats.length] ?? ''
        const how = { format, errorformat, formatversion: '2', errorsuselocal: '1' }
        return findDocuments({ ...how, ...put(text) })
      }
      const harmless: string[] = []
      for (const at of formats.keys()) {
        for (const text of harmlessStrings) harmless.push(...(await ask(text, at)))
      }
      const made: MadeDocument[] = []
      for (const [at, text] of hostileStrings.entries()) {
        for (const document of await ask(text, at)) made.push({ text, document })
      }
      await using tab = await site.open()
      assert.deepEqual(await findNews(tab.page, made, harmless), [])
    })
  }
})

/** The texts of an answer that are HTML. */
function findHtml(value: unknown): readonly string[] {
  if (typeof value !== 'object' || value === null) return []
  return Object.entries(value).flatMap(([name, inner]) =>
    name === 'html' && typeof inner === 'string' ? [inner] : findHtml(inner),
  )
}
