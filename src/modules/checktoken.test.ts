import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import fc from 'fast-check'
import { alice, stoppedWiki } from '../../test/stopped-wiki.ts'
import { Visitor } from '../../test/visitor.ts'
import { createWiki } from '../index.ts'
import { systemRandom } from '../random.ts'
import { Session } from '../session/session.ts'
import { makeToken, tokenMatches } from '../session/token.ts'
import { tokenKinds, tokenTypes } from '../session/token-types.ts'

async function check(
  visitor: Visitor,
  asked: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, unknown>>> {
  const { body } = await visitor.ask({ action: 'checktoken', type: 'csrf', ...asked })
  return { ...body.checktoken }
}

const now = Date.parse('2026-01-01T12:00:00Z') / 1000
const digest = 'a'.repeat(32)

/** Tokens that nobody was given, and the time that they claim to be from. */
// biome-ignore format: a table
const claims: readonly (readonly [token: string, generated: string | undefined])[] = [
  [`${digest}0+\\`,                  '1970-01-01T00:00:00Z'],
  [`${digest}1+\\`,                  '1970-01-01T00:00:01Z'],
  [`${digest}00000000000000001+\\`,  '1970-01-01T00:00:01Z'],
  [`${digest}${now.toString(16)}+\\`, '2026-01-01T12:00:00Z'],
  [`${digest}ffffffff+\\`,           '2106-02-07T06:28:15Z'],
  [`${digest}3afff4417f+\\`,         '9999-12-31T23:59:59Z'],
  [`${digest}3afff44180+\\`,         '10000-01-01T00:00:00Z'],
  [`${digest}ffffffffff+\\`,         '36812-02-20T00:36:15Z'],
  [`${digest}7fffffffffffffff+\\`,   '292277026596-12-04T15:30:07Z'],
  [`${digest}8000000000000000+\\`,   undefined],
  [`${digest}ffffffffffffffff+\\`,   undefined],
  [`${digest}${'f'.repeat(17)}+\\`,  undefined],
  [`${digest}${'f'.repeat(100_000)}+\\`, undefined],
  [`${digest}${'0'.repeat(255)}+\\`, '1970-01-01T00:00:00Z'],
  [`${digest}+\\`,                   undefined],
  [`${digest}FF+\\`,                 undefined],
  [`${digest.toUpperCase()}ff+\\`,   undefined],
  [`${digest}-1+\\`,                 undefined],
  [`${digest}1+`,                    undefined],
  [`${digest}1+\\\n`,                undefined],
  ['+\\',                            undefined],
  ['\\',                             undefined],
  ['0',                              undefined],
]

describe('action=checktoken', () => {
  it('security 20: finds a token expired once it is older than maxtokenage, to the second', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const token = await visitor.token('csrf')
    const generated = '2026-01-01T12:00:00Z'
    // biome-ignore format: a table
    const rows = [
      { passed: 0,  maxtokenage: '-1',                   result: 'expired' },
      { passed: 0,  maxtokenage: '0',                    result: 'valid' },
      { passed: 10, maxtokenage: '9',                    result: 'expired' },
      { passed: 0,  maxtokenage: '10',                   result: 'valid' },
      { passed: 1,  maxtokenage: '10',                   result: 'expired' },
      { passed: 0,  maxtokenage: '11',                   result: 'valid' },
      { passed: 0,  maxtokenage: '9223372036854775807',  result: 'valid' },
      { passed: 0,  maxtokenage: '-9223372036854775808', result: 'expired' },
    ]
    for (const { passed, maxtokenage, result } of rows) {
      stopped.clock.pass(passed)
      assert.deepEqual(await check(visitor, { token, maxtokenage }), { result, generated })
    }
    assert.deepEqual(await check(visitor, { token }), { result: 'valid', generated })
  })

  it('finds a token valid that is older than the clock, however young it has to be', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const token = await visitor.token('login')
    stopped.clock.pass(-3600)
    const checked = await check(visitor, { type: 'login', token, maxtokenage: '0' })
    assert.deepEqual(checked, { result: 'valid', generated: '2026-01-01T12:00:00Z' })
  })

  it('security 20: says when a token claims to have been made, though nobody was given it', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    for (const [token, generated] of claims) {
      const said = { result: 'invalid', ...(generated !== undefined && { generated }) }
      const shown = token.slice(0, 80)
      assert.deepEqual(await check(visitor, { token }), said, shown)
      assert.deepEqual(await check(visitor, { token, maxtokenage: '1' }), said, shown)
    }
  })

  it('security 16: takes a token for its own type only, of who is logged in', async () => {
    await using stopped = await stoppedWiki()
    for (const [name, password] of [
      [alice.name, alice.password],
      [alice.botName, alice.botPassword],
    ] as const) {
      const visitor = stopped.visitor()
      await visitor.logIn(name, password)
      for (const given of tokenTypes) {
        const token = await visitor.token(given)
        for (const type of tokenTypes) {
          assert.equal(
            await visitor.check(type, token),
            type === given ? 'valid' : 'invalid',
            `${given} as ${type}`,
          )
        }
      }
    }
  })

  it('takes the token of nobody for every type but those of a form that nobody else must send', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    for (const given of tokenTypes) {
      const token = await visitor.token(given)
      assert.equal(token === '+\\', tokenKinds[given].secret === 'default')
      for (const type of tokenTypes) {
        const same = given === type || (token === '+\\' && tokenKinds[type].secret === 'default')
        assert.equal(
          await visitor.check(type, token),
          same ? 'valid' : 'invalid',
          `${given} as ${type}`,
        )
      }
    }
  })

  it('security 13: finds a token invalid that another visitor was given', async () => {
    await using stopped = await stoppedWiki()
    const [one, other] = [stopped.visitor(), stopped.visitor()]
    for (const visitor of [one, other]) await visitor.logIn(alice.name, alice.password)
    for (const type of tokenTypes) {
      assert.equal(await other.check(type, await one.token(type)), 'invalid', type)
    }
  })

  it('security 18: finds tokens invalid after a login, and after a logout', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const before = await visitor.token('createaccount')
    const login = await visitor.token('login')
    assert.equal((await visitor.tryLogIn(alice.name, alice.password, login))?.result, 'Success')
    assert.equal(await visitor.check('createaccount', before), 'invalid')
    assert.equal(await visitor.check('login', login), 'invalid')

    const first = await visitor.token('csrf')
    await visitor.logIn(alice.name, alice.password)
    assert.equal(await visitor.check('csrf', first), 'invalid')

    const second = await visitor.token('csrf')
    await visitor.logOut()
    assert.equal(await visitor.check('csrf', second), 'invalid')
    await visitor.logIn(alice.name, alice.password)
    assert.equal(await visitor.check('csrf', second), 'invalid')
  })

  it('security 19: warns of a plus sign that became a space', async () => {
    await using stopped = await stoppedWiki()
    const warningsOf = async (token: string): Promise<string[]> => {
      const { body } = await stopped.visitor().ask({ action: 'checktoken', type: 'csrf', token })
      const { warnings = [] } = Object(body)
      return warnings.map(({ code }: { code: string }) => code)
    }
    assert.deepEqual(await warningsOf(`${digest}1 \\`), ['checktoken-percentencoding'])
    assert.deepEqual(await warningsOf(`${digest}1+\\`), [])
  })

  it('security 17: finds 100,000 tokens invalid that are nearly the right one', () => {
    const session = new Session(
      { id: 'x'.repeat(32), kind: 'cookie' },
      { random: systemRandom, now: new Date(now * 1000) },
    )
    const owner = { session, isRegistered: true }
    const token = makeToken(owner, 'csrf', now)
    // The right one is known from now on, which must not help the others.
    assert.ok(tokenMatches(owner, 'csrf', token))
    for (const type of tokenTypes) {
      const isOfItsKind = tokenKinds[type].salt === '' && tokenKinds[type].secret === 'default'
      assert.equal(tokenMatches(owner, type, token), isOfItsKind, type)
    }
    assert.ok(tokenMatches(owner, 'csrf', token))
    const place = fc.nat(token.length - 1)
    const sign = fc.oneof(
      fc.constantFrom(...'0123456789abcdefABCDEF+\\ \n\0%é'),
      fc.string({ unit: 'binary', minLength: 1, maxLength: 3 }),
    )
    const edit = (from: number, to: number, put: string): string =>
      token.slice(0, from) + put + token.slice(to)
    const nearly = fc.oneof(
      fc.tuple(place, sign).map(([at, put]) => edit(at, at + 1, put)),
      fc.tuple(place, sign).map(([at, put]) => edit(at, at, put)),
      fc.tuple(place, place).map(([from, to]) => edit(Math.min(from, to), Math.max(from, to), '')),
      fc.tuple(place, place).map(([from, to]) => edit(from, to, '')),
      fc.tuple(sign, sign).map(([before, after]) => before + token + after),
      fc.nat().map((seconds) => token.slice(0, 32) + seconds.toString(16) + token.slice(-2)),
      fc.constantFrom(
        ...[token.toUpperCase(), token.slice(0, -2), token.repeat(2), `${token}+\\`, `${token} `],
        ...[edit(32, 32, '0'), edit(32, 32, '0'.repeat(200)), token.replace('+', ' '), '', '+\\'],
        ...[token.slice(0, 32), token.slice(32), token.replace('+\\', '+\\\\')],
      ),
    )
    fc.assert(
      fc.property(nearly, (other) => {
        assert.equal(tokenMatches(owner, 'csrf', other), other === token)
      }),
      { numRuns: 100_000 },
    )
    assert.ok(tokenMatches(owner, 'csrf', token))
  })
})

/** MediaWiki up to 1.34 had other codes for what is missing or unknown. */
// biome-ignore format: a table
const mistakes = [
  { asked: { type: 'csrf' },                       code: 'missingparam', legacy: 'notoken' },
  { asked: { token: 'x' },                         code: 'missingparam', legacy: 'notype' },
  { asked: { type: 'cookie', token: 'x' },         code: 'badvalue',     legacy: 'unknown_type' },
  { asked: { type: 'csrf|login', token: 'x' },     code: 'badvalue',     legacy: 'unknown_type' },
  { asked: { type: 'csrf', token: '\x1fx' },       code: 'badvalue',     legacy: undefined },
  { asked: { type: 'csrf', token: 'x', maxtokenage: 'y' }, code: 'badinteger', legacy: undefined },
] as const

describe('an error of checktoken', () => {
  for (const { asked, code, legacy } of mistakes) {
    for (const LegacyErrorCodes of [false, true]) {
      const swapped = LegacyErrorCodes && legacy !== undefined
      const [says, besides] = swapped ? [legacy, code] : [code, legacy]
      const config = JSON.stringify({ LegacyErrorCodes })
      it(`is ${says} and ${besides ?? 'nothing'} for ${JSON.stringify(asked)} with ${config}`, async () => {
        await using wiki = createWiki({ testMode: true })
        const visitor = new Visitor(wiki.fetch)
        for (const errorformat of ['bc', 'plaintext', 'html', 'raw', 'none']) {
          const { body, headers } = await visitor.ask(
            { action: 'checktoken', ...asked, errorformat },
            { 'x-test-config': config },
          )
          const { error, errors } = Object(body)
          const read =
            errorformat === 'bc'
              ? [error.code, error.legacycode]
              : [errors[0].code, errors[0].data?.legacycode]
          assert.deepEqual(read, [says, besides], errorformat)
          assert.equal(headers.get('mediawiki-api-error'), says)
        }
      })
    }
  }
})
