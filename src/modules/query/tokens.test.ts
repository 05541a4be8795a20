import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { tokenTypes } from '../../session/token-types.ts'

async function tokensOf(
  visitor: Visitor,
  form: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>> | undefined> {
  const { body } = await visitor.ask({ action: 'query', meta: 'tokens', ...form })
  return body.query?.tokens
}

describe('meta=tokens', () => {
  it('gives all types at once, each different, all from the same second', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const tokens = Object.entries((await tokensOf(visitor, { type: '*' })) ?? {})
    assert.deepEqual(
      tokens.map(([name]) => name),
      tokenTypes.map((type) => `${type}token`),
    )
    assert.equal(new Set(tokens.map(([, token]) => token)).size, tokenTypes.length)
    for (const [, token] of tokens) assert.match(token, /^[0-9a-f]{32}695661c0\+\\$/)
  })

  it('gives a token of the csrf type to who asks for none', async () => {
    await using stopped = await stoppedWiki()
    assert.deepEqual(await tokensOf(stopped.visitor(), {}), { csrftoken: '+\\' })
    assert.deepEqual(await tokensOf(stopped.visitor(), { type: '' }), {})
  })

  it('gives the same token within a second, and others later, which are all good', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const [first, same] = [await visitor.token('csrf'), await visitor.token('csrf')]
    assert.equal(same, first)
    stopped.clock.pass(1)
    const later = await visitor.token('csrf')
    assert.notEqual(later, first)
    assert.equal(await visitor.check('csrf', first), 'valid')
    assert.equal(await visitor.check('csrf', later), 'valid')
  })

  it('gives the same for a name that is asked for twice, in the order of asking', async () => {
    await using stopped = await stoppedWiki()
    const tokens = await tokensOf(stopped.visitor(), { type: 'watch|csrf|watch' })
    assert.deepEqual(Object.keys(tokens ?? {}), ['watchtoken', 'csrftoken'])
  })

  it('gives nothing, and begins no session, where another site may have asked', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const asked = { action: 'query', meta: 'tokens', type: 'login|csrf' }
    for (const [form, headers] of [
      [{ ...asked, origin: '*' }, {}],
      [asked, { 'treat-as-untrusted': '1' }],
    ] as const) {
      const { body, setCookies } = await visitor.ask(form, headers)
      assert.equal(body.query, undefined)
      assert.deepEqual(
        Object(body).warnings.map(({ code }: { code: string }) => code),
        ['tokens-origin'],
      )
      assert.deepEqual(setCookies, [])
    }
  })

  it('begins a session for a token that needs one, and for no other', async () => {
    await using stopped = await stoppedWiki()
    for (const type of tokenTypes) {
      const visitor = stopped.visitor()
      const token = await visitor.token(type)
      assert.equal(visitor.jar.header() !== undefined, token !== '+\\', type)
    }
  })
})
