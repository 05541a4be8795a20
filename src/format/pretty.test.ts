import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type Document, type Element, JSDOM } from 'jsdom'
import { annotate, listOf, type ResultMap, type ResultValue } from '../result/value.ts'
import type { AboutAnswer, Format } from './format.ts'
import { printJson } from './json.ts'
import { spellPhp } from './php.ts'
import { jsonfm, phpfm, rawfm, xmlfm } from './pretty-formats.ts'
import { spellRaw } from './raw.ts'
import { spellXml } from './xml.ts'

const about: AboutAnswer = {
  siteName: 'Wiki',
  language: 'en',
  status: 200,
  milliseconds: 7,
  apiUrl: 'https://wiki.example/api.php',
  addressFor: (format) => `https://wiki.example/api.php?a=b&format=${format}`,
}

/** Each format, and the text that its page shows. */
const formats: readonly (readonly [Format, (value: ResultMap) => string])[] = [
  [jsonfm, (value) => printJson(value, { formatversion: '2' }, 'indented').body],
  [phpfm, (value) => spellPhp(value, { formatversion: '2' })],
  [xmlfm, (value) => spellXml(value, {}, 'indented')],
  [rawfm, spellRaw],
]

const print = (format: Format, value: ResultMap, more: Partial<AboutAnswer> = {}): Document =>
  new JSDOM(format.print(value, { formatversion: '2' }, () => ({ ...about, ...more })).body).window
    .document

const contentOf = (page: Document): Element => {
  const [content] = page.querySelectorAll('pre.api-pretty-content')
  assert.ok(content)
  return content
}

const hostile = [
  '<script>alert(1)</script>',
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  '</pre></span></a></style><b>',
  '<!--',
  ']]>',
  '&lt;b&gt;&amp;amp;&#60;',
  '\r\n\t\u2028\u0085',
  'javascript:alert(1)',
  'https://a.example/"onclick="alert(1)',
  "http://a.example/'><b>",
  'https://a.example/?a=b&lt;i&c=d',
  'https://a.example/<b>.',
  '\\',
  '\\"<b>',
  '": "',
]

describe('an answer as a page', () => {
  for (const [format, textOf] of formats) {
    it(`shows in ${format.name} whatever was said, and makes no markup of it`, () => {
      for (const said of hostile) {
        const value: ResultMap = new Map<string, ResultValue>([
          [said, said],
          ['list', listOf(said, [said, [said]])],
          ['inner', annotate({ [said]: true, text: said }, { content: 'text' })],
        ])
        const page = print(format, value, { siteName: said })
        const content = contentOf(page)
        assert.equal(content.textContent, textOf(value))
        for (const element of content.querySelectorAll('*')) checkElement(element)

        content.remove()
        const harmless = print(format, new Map())
        contentOf(harmless).remove()
        assert.equal(outline(page), outline(harmless))
      }
    })
  }

  it('shows an address as a link to it', () => {
    for (const [format] of formats) {
      const value = new Map([['a', 'see https://a.example/?a=b&c=d.']])
      const [link] = contentOf(print(format, value)).querySelectorAll('a')
      assert.equal(link?.getAttribute('href'), 'https://a.example/?a=b&c=d', format.name)
    }
  })

  it('makes no link of what is not the whole address', () => {
    const value = new Map([['a', 'https://a.example/"']])
    assert.equal(contentOf(print(jsonfm, value)).querySelector('a'), null)
  })

  it('says where a program finds the same', () => {
    const [link] = print(xmlfm, new Map()).querySelectorAll('.api-pretty-header kbd')
    assert.equal(link?.textContent, 'format=xml')
    const address = link?.closest('a')?.getAttribute('href')
    assert.equal(address, 'https://wiki.example/api.php?a=b&format=xml')
  })

  it('says the status that a program would have got', () => {
    assert.equal(print(jsonfm, new Map()).querySelector('.api-pretty-status'), null)
    const [status] = print(jsonfm, new Map(), { status: 405 }).querySelectorAll(
      '.api-pretty-status',
    )
    assert.match(status?.textContent ?? '', /405 Method Not Allowed/)
  })

  it('speaks the language of the reader', () => {
    const page = print(jsonfm, new Map(), { language: 'fr' })
    assert.equal(page.documentElement.lang, 'fr')
    assert.equal(page.querySelector('#firstHeading')?.textContent, 'Réponse de l’API')
  })

  it('loads nothing, and runs nothing', () => {
    const page = print(jsonfm, new Map([['a', 'b']]))
    assert.equal(page.querySelectorAll('script, link, img, iframe').length, 0)
  })

  it('can be wrapped, for a script that shows it elsewhere', () => {
    const value = new Map([['continue', { a: '<' }]])
    const printed = jsonfm.print(value, { formatversion: '2', wrappedhtml: true }, () => about)
    assert.equal(printed.kind?.contentType, 'text/mediawiki-api-prettyprint-wrapped')
    const { html, ...rest } = JSON.parse(printed.body)
    assert.deepEqual(rest, {
      status: 200,
      statustext: 'OK',
      modules: ['mediawiki.apipretty'],
      continue: { a: '<' },
      time: 7,
    })
    assert.match(html, /^<pre class="api-pretty-content">.*&lt;.*<\/pre>$/s)
  })
})

/** Nothing but colours and links stands in the answer. */
function checkElement(element: Element): void {
  const attributes = element.getAttributeNames()
  if (element.localName === 'a') {
    assert.deepEqual(attributes, ['href', 'rel'])
    assert.match(element.getAttribute('href') ?? '', /^https?:\/\/[^"'<>\s]*$/)
    return
  }
  assert.equal(element.localName, 'span')
  assert.deepEqual(attributes, ['class'])
  assert.match(element.className, /^api-pretty-[a-z]+$/)
}

/** The elements of a page and their attributes, in order. */
function outline(page: Document): string {
  return [...page.querySelectorAll('*')]
    .map((element) => `${element.localName} ${element.getAttributeNames()}`)
    .join('\n')
}
