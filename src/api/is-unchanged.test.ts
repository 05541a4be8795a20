import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki, defineModule } from '../index.ts'

const modified = new Date('2026-01-02T03:04:05.678Z')
const news = defineModule({
  name: 'news',
  params: {},
  version: () => ({ etag: '"v2"', modified }),
  answer: () => ({ text: 'new' }),
})

// biome-ignore format: a table
const rows = [
  { headers: {},                                                       status: 200 },
  { headers: { 'if-none-match': '"v2"' },                              status: 304 },
  { headers: { 'if-none-match': 'W/"v2"' },                            status: 304 },
  { headers: { 'if-none-match': '"v1", "v2"' },                        status: 304 },
  { headers: { 'if-none-match': '*' },                                 status: 304 },
  { headers: { 'if-none-match': '"v1"' },                              status: 200 },
  { headers: { 'if-modified-since': 'Fri, 02 Jan 2026 03:04:05 GMT' }, status: 304 },
  { headers: { 'if-modified-since': 'Fri, 02 Jan 2026 03:04:04 GMT' }, status: 200 },
  { headers: { 'if-modified-since': 'nonsense' },                      status: 200 },
  { headers: { 'if-none-match': '"v1"', 'if-modified-since': 'Fri, 02 Jan 2026 03:04:05 GMT' }, status: 200 },
]

describe('a module that knows which version it tells', () => {
  for (const { headers, status } of rows) {
    it(`answers ${status} to ${JSON.stringify(headers)}`, async () => {
      await using wiki = createWiki({ modules: { news } })
      const url = 'http://wiki.test/api.php?action=news&format=json'
      const response = await wiki.fetch(url, { headers: { ...headers } })
      assert.equal(response.status, status)
      assert.equal(response.headers.get('etag'), '"v2"')
      assert.equal(response.headers.get('last-modified'), 'Fri, 02 Jan 2026 03:04:05 GMT')
      assert.equal(await response.text(), status === 304 ? '' : '{"news":{"text":"new"}}')
    })
  }

  it('answers a POST in full', async () => {
    await using wiki = createWiki({ modules: { news } })
    const headers = { 'if-none-match': '"v2"' }
    const body = new URLSearchParams({ action: 'news', format: 'json' })
    const response = await wiki.fetch('http://wiki.test/api.php', { method: 'POST', headers, body })
    assert.equal(response.status, 200)
  })
})
