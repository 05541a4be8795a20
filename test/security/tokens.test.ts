import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { modules } from '../../src/modules/index.ts'
import type { Module } from '../../src/modules/module.ts'
import type { ParamSpec, ParamType } from '../../src/params/param-spec.ts'
import { randomHex32, systemRandom } from '../../src/random.ts'
import { tokenTypes } from '../../src/session/token-types.ts'
import { alice, stoppedWiki } from '../stopped-wiki.ts'
import type { Answer } from '../visitor.ts'

function codeOf({ body }: Answer): string | undefined {
  return Object(body).errors?.[0]?.code
}

const values: Readonly<Partial<Record<Exclude<ParamType, readonly string[]>, string>>> = {
  ...{ user: alice.name, integer: '1', limit: '1', namespace: '0', title: 'Page', boolean: '1' },
  ...{ timestamp: '2026-01-01T00:00:00Z', expiry: 'infinite' },
}

/** Something that can be said for a parameter, whatever it means. */
function valueFor({ type }: ParamSpec): string {
  if (typeof type !== 'string') return type[0] ?? ''
  return values[type] ?? 'anything'
}

/** A form with everything that a module cannot do without; whoever it is done to comes before the token. */
function formFor({ name, prefix, params }: Module): Record<string, string> {
  const required = Object.entries(params).filter(
    ([, spec]) => spec.required || spec.type === 'user',
  )
  const said = required.map(([param, spec]): [string, string] => [prefix + param, valueFor(spec)])
  return { action: name, ...Object.fromEntries(said) }
}

describe('the token of', () => {
  for (const module of Object.values(modules)) {
    const { token: own } = module
    if (own === undefined) continue

    it(`security 16: ${module.name} is one of type ${own}, and of no other`, async () => {
      await using made = await stoppedWiki()
      const visitor = made.visitor()
      await visitor.logIn(alice.name, alice.password)
      const form = formFor(module)
      const ask = async (type: (typeof tokenTypes)[number]) => {
        const token = await visitor.token(type)
        return codeOf(await visitor.copy().ask({ ...form, [`${module.prefix}token`]: token }))
      }
      for (const type of tokenTypes) {
        if (type !== own) assert.equal(await ask(type), 'badtoken', type)
      }
      assert.notEqual(await ask(own), 'badtoken')
    })
  }

  it('security 16: login is one of type login, and of no other', async () => {
    await using made = await stoppedWiki()
    for (const type of tokenTypes) {
      const visitor = made.visitor()
      // Else the session would be lost, whatever the token.
      await visitor.token('login')
      const answer = await visitor.tryLogIn(alice.name, alice.password, await visitor.token(type))
      assert.equal(answer?.result, type === 'login' ? 'Success' : 'WrongToken', type)
      assert.equal(await visitor.whoAmI(), type === 'login' ? alice.name : undefined)
    }
  })
})

describe('a token', () => {
  it('security 15: of an attacker’s session does not log a victim in as the attacker', async () => {
    await using made = await stoppedWiki()
    const [attacker, victim] = [made.visitor(), made.visitor()]
    const lgtoken = await attacker.token('login')
    const form = { action: 'login', lgname: alice.name, lgpassword: alice.password, lgtoken }
    for (const expected of ['Failed', 'WrongToken']) {
      const { body, setCookies } = await victim.ask(form)
      assert.equal(body.login?.result, expected)
      assert.ok(setCookies.every((cookie) => cookie.startsWith('wiki_session=')))
      assert.equal(await victim.whoAmI(), undefined)
    }
  })

  it('security 18: ends with the account’s token', async () => {
    await using made = await stoppedWiki()
    for (const [name, password] of [
      [alice.name, alice.password],
      [alice.botName, alice.botPassword],
    ] as const) {
      const visitor = made.visitor()
      await visitor.logIn(name, password)
      const before = visitor.copy()
      const csrf = await visitor.token('csrf')
      await made.wiki.stores.accounts.replaceToken(1, randomHex32(systemRandom))
      assert.equal(await before.check('csrf', csrf), 'invalid')
    }
  })

  it('security 18: ends with the session’s secret', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const csrf = await visitor.token('csrf')
    const { sessions } = made.wiki.stores
    const id = visitor.jar.find('wiki_session') ?? ''
    const other = made.visitor()
    await other.logIn(alice.name, alice.password)
    await other.token('csrf')
    const bytes = await sessions.read(other.jar.find('wiki_session') ?? '')
    assert.ok(bytes)
    await sessions.update(id, inflateRawSync(bytes), new Date('2026-01-01T13:00:00Z'))
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.equal(await visitor.check('csrf', csrf), 'invalid')
  })

  it('security 20: may be as young or as old as numbers go', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const token = await visitor.token('csrf')
    // biome-ignore format: a table
    const ages = [
      ['0', 'valid'], ['-1', 'expired'], ['2147483648', 'valid'], ['-2147483649', 'expired'],
      ['9223372036854775807', 'valid'], ['-9223372036854775808', 'expired'],
      ['9223372036854775808', 'badinteger'], ['1e3', 'badinteger'], ['', 'badinteger'], ['NaN', 'badinteger'],
    ] as const
    for (const [maxtokenage, expected] of ages) {
      const answer = await visitor.ask({ action: 'checktoken', type: 'csrf', token, maxtokenage })
      assert.equal(codeOf(answer) ?? answer.body.checktoken?.result, expected, maxtokenage)
    }
  })
})

describe('logging out', () => {
  it('security 11: is not done by GET or HEAD', async () => {
    await using made = await stoppedWiki()
    const visitor = made.visitor()
    await visitor.logIn(alice.name, alice.password)
    const token = encodeURIComponent(await visitor.token('csrf'))
    const headers = { cookie: visitor.jar.header() ?? '' }
    for (const method of ['GET', 'HEAD']) {
      for (const query of ['action=logout', `action=logout&token=${token}`]) {
        const url = `http://127.0.0.1:8080/api.php?${query}&format=json`
        const response = await made.wiki.fetch(url, { method, headers })
        assert.match(response.headers.get('mediawiki-api-error') ?? '', /^m(issing|ust)/)
        assert.deepEqual(response.headers.getSetCookie(), [])
        assert.equal(await visitor.whoAmI(), alice.name)
      }
    }
  })
})
