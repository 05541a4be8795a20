import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Answer, Visitor } from '../../test/visitor.ts'

const ways = [
  { kind: 'a browser', name: alice.name, password: alice.password },
  { kind: 'a program', name: alice.botName, password: alice.botPassword },
] as const

function codeOf({ body }: Answer): string | undefined {
  return Object(body).errors?.[0]?.code
}

function warningsOf({ body }: Answer): string[] {
  return (Object(body).warnings ?? []).map(({ code }: { code: string }) => code)
}

function logOut(
  visitor: Visitor,
  token: string,
  headers: Readonly<Record<string, string>> = {},
): Promise<Answer> {
  return visitor.ask({ action: 'logout', token }, headers)
}

describe('action=logout', () => {
  it('gives nobody a cookie of a block that was of the account', async () => {
    await using made = await stoppedWiki()
    const sid = { name: 'Sid', password: 'velvet-orchard-compass', groups: ['sysop'] }
    await made.wiki.createAccount(sid)
    const [blocker, visitor] = [made.visitor(), made.visitor()]
    await blocker.logIn(sid.name, sid.password)
    await visitor.logIn(alice.name, alice.password)
    const csrf = await visitor.token('csrf')
    const token = await blocker.token('csrf')
    await blocker.ask({ action: 'block', user: alice.name, autoblock: '1', token })
    const reading = await visitor.copy().ask({ action: 'query', meta: 'userinfo' })
    assert.match(reading.setCookies.join(), /^wikiBlockID=1;/)
    const { setCookies } = await logOut(visitor, csrf)
    assert.doesNotMatch(setCookies.join(), /BlockID/)
  })

  for (const { kind, name, password } of ways) {
    it(`ends the session of ${kind}, and no other of the same account`, async () => {
      await using stopped = await stoppedWiki()
      const [here, there] = [stopped.visitor(), stopped.visitor()]
      for (const visitor of [here, there]) await visitor.logIn(name, password)
      // Not with the cookie that remembers a browser for longer than a session: that still would.
      const stolen = here.copy()
      stolen.jar.remove('wikiToken')
      const answer = await logOut(here, await here.token('csrf'))
      assert.deepEqual(Object.keys(answer.body), [])
      assert.ok(answer.setCookies.length > 0)
      for (const cookie of answer.setCookies) assert.match(cookie, /=deleted; .*Max-Age=0/)
      assert.equal(await here.whoAmI(), undefined)
      assert.equal(await stolen.whoAmI(), undefined)
      assert.equal(await there.whoAmI(), alice.name)
    })

    it(`ends every session of the account of ${kind}, if asked to`, async () => {
      await using stopped = await stoppedWiki()
      const [here, browser, program] = [stopped.visitor(), stopped.visitor(), stopped.visitor()]
      await here.logIn(name, password)
      await browser.logIn(alice.name, alice.password)
      await program.logIn(alice.botName, alice.botPassword)
      const token = await here.token('csrf')
      await here.ask({ action: 'logout', token, global: '1' })
      for (const visitor of [here, browser, program]) {
        assert.equal(await visitor.whoAmI(), undefined)
      }
    })

    // biome-ignore format: a table
    const refusals: readonly { readonly code: string; readonly headers: Readonly<Record<string, string>> }[] = [
      { code: 'readonly',             headers: { 'x-test-config': '{"ReadOnly": "moving"}' } },
      { code: 'writeapidenied',       headers: { 'x-test-config': '{"GroupPermissions": {"__merge": {"*": {"writeapi": false}, "user": {"writeapi": false}, "bot": {"writeapi": false}}}}' } },
      { code: 'promised-nonwrite-api', headers: { 'promise-non-write-api-action': 'true' } },
    ]
    for (const { code, headers } of refusals) {
      it(`needs the right to write: refuses ${kind} with ${code}, and ends nothing`, async () => {
        await using stopped = await stoppedWiki()
        const visitor = stopped.visitor()
        await visitor.logIn(name, password)
        const token = await visitor.token('csrf')
        const answer = await logOut(visitor, token, headers)
        assert.equal(codeOf(answer), code)
        assert.deepEqual(answer.setCookies, [])
        assert.equal(await visitor.whoAmI(), alice.name)
        assert.equal(await visitor.check('csrf', token), 'valid')
      })
    }

    it(`does not let another site's page log ${kind} out`, async () => {
      await using stopped = await stoppedWiki()
      const visitor = stopped.visitor()
      await visitor.logIn(name, password)
      const own = await visitor.token('csrf')
      for (const token of ['+\\', own]) {
        for (const [form, headers] of [
          [{ origin: '*' }, {}],
          [{ callback: 'x' }, {}],
          [{}, { 'treat-as-untrusted': '1' }],
        ] as const) {
          // What a script is sent is no JSON.
          if ('callback' in form) {
            await visitor.ask({ action: 'logout', token, ...form }).catch(() => undefined)
          } else {
            const answer = await visitor.ask({ action: 'logout', token, ...form }, headers)
            assert.deepEqual(answer.setCookies, [])
            if (token === own) assert.equal(codeOf(answer), 'badtoken')
            else assert.deepEqual(warningsOf(answer), ['notloggedin'])
          }
          assert.equal(await visitor.whoAmI(), alice.name)
        }
      }
    })

    it(`security 12, 13: refuses ${kind} with a token that is not the session's`, async () => {
      await using stopped = await stoppedWiki()
      const [visitor, other] = [stopped.visitor(), stopped.visitor()]
      for (const each of [visitor, other]) await each.logIn(name, password)
      const wrong = [await other.token('csrf'), await visitor.token('watch'), '+\\', 'x']
      for (const token of wrong) {
        assert.equal(codeOf(await logOut(visitor, token)), 'badtoken')
        assert.equal(await visitor.whoAmI(), alice.name)
      }
      assert.equal(codeOf(await logOut(visitor, '')), 'missingparam')
    })
  }

  it('does nothing but warn who is not logged in, whose session goes on', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const token = await visitor.token('login')
    const answer = await logOut(visitor, '+\\')
    assert.deepEqual(warningsOf(answer), ['notloggedin'])
    assert.deepEqual(answer.setCookies, [])
    assert.equal((await visitor.tryLogIn(alice.name, alice.password, token))?.result, 'Success')

    const nobody = stopped.visitor()
    assert.deepEqual(warningsOf(await logOut(nobody, '+\\')), ['notloggedin'])
    assert.equal(nobody.jar.header(), undefined)
  })

  it('security 11: is not done by GET, nor with the token in the address', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const token = encodeURIComponent(await visitor.token('csrf'))
    const cookie = visitor.jar.header() ?? ''
    for (const method of ['GET', 'POST']) {
      const response = await stopped.wiki.fetch(
        new Request(
          `http://127.0.0.1:8080/api.php?action=logout&format=json&formatversion=2&token=${token}`,
          { method, headers: { cookie } },
        ),
      )
      assert.equal(Object(await response.json()).error.code, 'mustpostparams')
    }
    assert.equal(await visitor.whoAmI(), alice.name)
  })
})
