import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { Client } from './client.ts'

/** A client of a wiki that answers these, one after the other, and the tokens with which it is asked to log in. */
function openClient(...answers: readonly object[]) {
  const left = [...answers]
  const tokens: (string | null)[] = []
  const client = new Client('http://wiki.test/api.php', {
    async fetch(_, { body }) {
      if (body instanceof URLSearchParams) tokens.push(body.get('lgtoken'))
      return Response.json(left.shift())
    },
  })
  return { client, tokens }
}

const success = { login: { result: 'Success', lgusername: 'Alice' } }

describe('Client.login', () => {
  it('takes the token from MediaWiki before 1.27, which has none of this type', async () => {
    const unknown = { warnings: { tokens: { '*': 'Unrecognized.' } }, query: {} }
    const needs = { login: { result: 'NeedToken', token: 'a+\\' } }
    const { client, tokens } = openClient(unknown, needs, success)
    assert.equal(await client.login('alice', 'secret'), 'Alice')
    assert.deepEqual(tokens, [null, 'a+\\'])
  })

  it('goes on where the session was lost meanwhile', async () => {
    const given = { query: { tokens: { logintoken: 'a+\\' } } }
    const needs = { login: { result: 'NeedToken', token: 'b+\\' } }
    const { client, tokens } = openClient(given, needs, success)
    await client.login('alice', 'secret')
    assert.deepEqual(tokens, ['a+\\', 'b+\\'])
  })

  for (const [reason, code, text] of [
    ['Wrong.', 'Failed', 'Wrong.'],
    [{ code: 'wrongpassword', text: 'Wrong.' }, 'wrongpassword', 'Wrong.'],
    [undefined, 'Failed', 'Failed'],
  ] as const) {
    it(`reads the reason ${JSON.stringify(reason)}`, async () => {
      const given = { query: { tokens: { logintoken: 'a+\\' } } }
      const { client } = openClient(given, { login: { result: 'Failed', reason } })
      await assert.rejects(client.login('alice', 'secret'), { code, message: `${code}: ${text}` })
    })
  }
})
