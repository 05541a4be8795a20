import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki } from '../../index.ts'

/** What is asked for, and the `query` that is answered, in format version 1. */
// biome-ignore format: a table
const rows = [
  ['pageids=9007199254740993', '{"pages":{"9007199254740993":{"pageid":9007199254740993,"missing":""}}}'],
  ['pageids=-9223372036854775808&formatversion=2', '{"pages":[{"pageid":-9223372036854775808,"missing":true}]}'],
  ['pageids=9007199254740993|9007199254740992&formatversion=2',
    '{"pages":[{"pageid":9007199254740992,"missing":true},{"pageid":9007199254740993,"missing":true}]}'],
  ['revids=9223372036854775807', '{"badrevids":{"9223372036854775807":{"revid":9223372036854775807,"missing":""}}}'],
  ['revids=0', '{"badrevids":[{"revid":0,"missing":""}]}'],
  ['list=users&ususerids=-9007199254740993', '{"users":[{"userid":-9007199254740993,"missing":""}]}'],
  ['titles=:%23a', '{"normalized":[{"from":":#a","to":""}]}'],
  ['titles=%23a|B', '{"normalized":[{"from":"#a","to":""}],"pages":{"-1":{"ns":0,"title":"B","missing":""}}}'],
] as const

describe('the pages of a query', () => {
  for (const [asked, expected] of rows) {
    it(`are found by ${asked}`, async () => {
      await using wiki = createWiki()
      const response = await wiki.fetch(
        `http://wiki.test/api.php?action=query&format=json&${asked}`,
      )
      const [, query] = /"query":(.*)\}$/.exec(await response.text()) ?? []
      assert.equal(query, expected)
    })
  }

  it('keep every digit in a page for people', async () => {
    await using wiki = createWiki()
    const url = 'http://wiki.test/api.php?action=query&format=rawfm&pageids=9007199254740993'
    const text = await (await wiki.fetch(url)).text()
    assert.match(text, /pageid<[^\n]*9007199254740993|"pageid"[^\n]*9007199254740993/)
  })
})
