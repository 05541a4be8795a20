import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { stoppedWiki } from '../../test/stopped-wiki.ts'

/** Where pages of MediaWiki 1.39 lead. */
// biome-ignore format: a table
const ways: readonly (readonly [title: string, query: string])[] = [
  ['Special:ApiHelp',                'modules=main'],
  ['Special:ApiHelp/0',              'modules=main'],
  ['Special:ApiHelp/query+tokens',   'modules=query%2Btokens'],
  ['Special:ApiHelp/sub/query',      'submodules=1&modules=query'],
  ['Special:ApiHelp/rsub/query',     'recursivesubmodules=1&modules=query'],
  ['Special:ApiHelp/sub/rsub/query', 'submodules=1&recursivesubmodules=1&modules=query'],
  ['Special:ApiHelp/sub',            'modules=sub'],
  ['Special:ApiHelp/sub/',           'submodules=1&modules='],
  ['Special:ApiHelp/main/datatypes', 'modules=main%2Fdatatypes'],
]

describe('Special:ApiHelp', () => {
  it('leads to the documentation of a module', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    for (const [title, query] of ways) {
      const { status, location } = await pages.open(title)
      assert.equal(status, 302)
      assert.equal(location, `${pages.origin}/api.php?action=help&${query}`, title)
    }
  })

  it('leads there with what its address asks besides', async () => {
    await using stopped = await stoppedWiki()
    const { location } = await stopped.pages().open('Special:ApiHelp/query', { submodules: '' })
    assert.match(location ?? '', /\?action=help&submodules=1&modules=query$/)
  })
})

describe('the documentation', () => {
  it('leads only to what there is', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    const help = await pages.get('/api.php?action=help&recursivesubmodules=1&uselang=fr')
    const links = help.find('a').map(({ attributes }) => attributes.get('href') ?? '')
    const here = links.filter((link) => !/^#|^https?:/.test(link) && !link.includes('/api.php'))
    const addresses = new Set(here.map((link) => link.replace(/#.*$/, '')))
    assert.ok(addresses.size > 1, String([...addresses]))
    for (const address of addresses) {
      const { status } = await pages.get(address)
      assert.ok(status === 200 || status === 302, `${address} answers with ${status}`)
    }
    const anchors = links.filter((link) => link.startsWith('#')).map((link) => link.slice(1))
    const ids = new Set(help.find('*[id]').map(({ attributes }) => attributes.get('id')))
    assert.deepEqual(
      anchors.filter((anchor) => !ids.has(decodeURIComponent(anchor))),
      [],
    )
  })
})
