import assert from 'node:assert/strict'
import { after, describe, it } from 'node:test'
import { startServer } from '../running-server.ts'
import { tapWire } from './wire-tap.ts'

const server = await startServer()
after(() => server[Symbol.asyncDispose]())

describe('tapWire', () => {
  it('passes an answer on, and remembers what was asked by address and by body', async () => {
    await using tap = await tapWire(server)
    const body = new URLSearchParams({ action: 'query', meta: 'tokens', format: 'json' })
    const response = await fetch(`${tap.apiUrl}?type=login`, {
      method: 'POST',
      headers: { cookie: 'one=1' },
      body,
    })
    const answer = await response.text()
    assert.match(answer, /"logintoken":"[0-9a-f]{40}\+\\\\"/)
    assert.match(response.headers.getSetCookie().join(), /ession=/)
    assert.deepEqual(
      tap.exchanges.map(({ params, ...exchange }) => ({ ...exchange, params: `${params}` })),
      [{ method: 'POST', params: `type=login&${body}`, cookie: 'one=1', answer }],
    )
  })
})
