import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { createWiki } from '../index.ts'

const preflight = { 'access-control-request-method': 'POST' }

// biome-ignore format: a table
const rows = [
  { asks: 'crossorigin=',          method: 'GET',     headers: {},        status: 403, allows: null },
  { asks: 'crossorigin=1',         method: 'POST',    headers: {},        status: 403, allows: null },
  { asks: 'crossorigin=',          method: 'OPTIONS', headers: preflight, status: 200, allows: '*' },
  { asks: 'crossorigin=',          method: 'OPTIONS', headers: {},        status: 403, allows: null },
  { asks: 'crossorigin=&origin=*', method: 'GET',     headers: {},        status: 403, allows: null },
  { asks: 'crossorigin=&origin=*', method: 'OPTIONS', headers: preflight, status: 403, allows: null },
] as const

describe('crossorigin, of MediaWiki 1.44', () => {
  for (const { asks, method, headers, status, allows } of rows) {
    it(`answers ${status} to ${method} with ${asks} and ${Object.keys(headers).join() || 'no headers'}`, async () => {
      await using wiki = createWiki()
      const url = `http://wiki.test/api.php?action=query&format=json&${asks}`
      const response = await wiki.fetch(url, { method, headers })
      assert.equal(response.status, status)
      assert.equal(response.headers.get('access-control-allow-origin'), allows)
      assert.equal(response.headers.get('mediawiki-login-suppressed'), 'true')
    })
  }
})
