import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { noChromium, startChromium } from './chromium.ts'
import { findBarriers } from './find-barriers.ts'
import { findOverflow } from './find-overflow.ts'
import { serveOtherSite } from './other-site.ts'
import { openTab } from './tab.ts'

const policy = "default-src 'none'; script-src 'self'; style-src 'self'"

// biome-ignore format: a table
const pages = {
  'a script in its midst':  ['<script>alert(1)</script>',                            /^policy: script-src/],
  'a style in its midst':   ['<p style="color: red">Red</p>',                        /^policy: style-src/],
  'a script that throws':   ['<script src="/throws.js"></script>',                   /^thrown: Oh/],
  'a script that prints':   ['<script src="/prints.js"></script>',                   /^console: Oh/],
  'a dialog':               ['<script src="/asks.js"></script>',                     /^dialog: Oh/],
  'a script not there':     ['<script src="/none.js"></script>',                     /^console: Failed to load/],
  "another site's picture": ['<img alt="" src="http://127.0.0.2:9/">',               /^elsewhere: http:\/\/127/],
} as const

/** Serves a page that has this body, and the scripts that it can load. */
function servePage(body: string) {
  return serveOtherSite(
    {
      '/': `<!DOCTYPE html><html><title>Page</title><body>${body}`,
      '/throws.js': "throw new Error('Oh')",
      '/prints.js': "console.error('Oh')",
      '/asks.js': "alert('Oh')",
    },
    body.startsWith('<img') ? {} : { 'Content-Security-Policy': policy },
  )
}

describe('a tab', { skip: noChromium }, async () => {
  const browser = await startChromium()
  after(() => browser.close())

  for (const [name, [body, expected]] of Object.entries(pages)) {
    it(`notes ${name}`, async () => {
      await using server = await servePage(body)
      const tab = await openTab(browser, [server.url])
      await tab.go('/')
      await assert.rejects(
        async () => tab[Symbol.asyncDispose](),
        ({ actual }: assert.AssertionError) =>
          Array.isArray(actual) && actual.some((fault) => expected.test(fault)),
      )
    })
  }

  it('finds what keeps people out, and what is too wide', async () => {
    const wide = '<main><h1>Wide</h1><input value="nameless"></main><hr class="wide">'
    await using server = await servePage(`${wide}<p>${'w'.repeat(500)}</p>`)
    await using tab = await openTab(browser, [server.url])
    await tab.go('/')
    const barriers = await findBarriers(tab.page)
    assert.deepEqual(barriers.map((barrier) => barrier.split(':')[0]).toSorted(), [
      'html-has-lang',
      'label',
      'region',
    ])
    assert.match((await findOverflow(tab.page)).join('\n'), /^ltr: \d+ px too wide: <p>w+/)
  })
})
