import assert from 'node:assert/strict'
import { globSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { stoppedWiki } from '../../test/stopped-wiki.ts'
import { sandboxMessages } from './sandbox-messages.ts'

const title = 'Special:ApiSandbox'

describe('Special:ApiSandbox', () => {
  it('is there for its script, and for who has none', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    const page = await pages.open(title)
    assert.equal(page.find('#mw-apisandbox').length, 1)
    assert.equal(page.find('div.mw-apisandbox-nojs.error').length, 1)
    assert.match(page.html, /sandbox\.js/)

    const [form] = page.find('#mw-apisandbox form')
    assert.equal(form?.attributes.get('method'), 'get')
    assert.deepEqual(page.fieldsOf('#mw-apisandbox form'), { title: [title], query: [''] })
  })

  it('leads to the answer of a request that was written without scripts', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    // biome-ignore format: a table
    const ways = [
      ['action=query&meta=siteinfo',             'action=query&meta=siteinfo&format=jsonfm'],
      ['action=query&format=xml',                'action=query&format=xml'],
      ['action=query&titles=a?b|é',              'action=query&titles=a?b|%C3%A9&format=jsonfm'],
      ['api.php?action=query&titles=100%25',     'action=query&titles=100%25&format=jsonfm'],
      ['https://wiki.example/api.php?action=help', 'action=help&format=jsonfm'],
      ['//elsewhere.example/x',                  '//elsewhere.example/x&format=jsonfm'],
      ['a=\r\nLocation: x"<',                    'a=%0D%0ALocation:%20x%22%3C&format=jsonfm'],
    ] as const
    for (const [query, expected] of ways) {
      const { status, location } = await pages.open(title, { query })
      assert.equal(status, 302)
      assert.equal(location, `${pages.origin}/api.php?${expected}`)
    }
  })

  it('gives its script each text that it says, and no other', () => {
    const folder = join(import.meta.dirname, '../browser/sandbox')
    const files = globSync('**/*.ts', { cwd: folder }).filter((file) => !file.endsWith('.test.ts'))
    const said = files.flatMap((file) => {
      const text = readFileSync(join(folder, file), 'utf8')
      return text.match(/(?<=')(?:(?:pages-sandbox|apisandbox)-[a-z-]+|blanknamespace)(?=')/g) ?? []
    })
    assert.deepEqual([...new Set(said)].sort(), [...sandboxMessages].sort())
  })
})
