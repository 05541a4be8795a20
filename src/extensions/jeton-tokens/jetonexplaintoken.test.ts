import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { ExplainedToken, Visitor } from '../../../test/visitor.ts'
import { tokenTypes } from '../../session/token-types.ts'

const wikiWithTokens = () => stoppedWiki({ settings: { Extensions: ['JetonTokens'] } })

async function person(made: StoppedWiki): Promise<Visitor> {
  const visitor = made.visitor()
  await visitor.logIn(alice.name, alice.password)
  return visitor
}

async function program(made: StoppedWiki): Promise<Visitor> {
  const visitor = made.visitor()
  await visitor.logIn(alice.botName, alice.botPassword)
  return visitor
}

async function bob(made: StoppedWiki): Promise<Visitor> {
  const visitor = made.visitor()
  await made.wiki.createAccount({ name: 'Bob', password: 'granite-whisper-lamp' })
  await visitor.logIn('Bob', 'granite-whisper-lamp')
  return visitor
}

async function explain(
  visitor: Visitor,
  token: string,
  more: Readonly<Record<string, string>> = {},
): Promise<ExplainedToken> {
  const { body, error } = await visitor.ask({ action: 'jetonexplaintoken', token, ...more })
  if (body.jetonexplaintoken === undefined) throw new Error(`Cannot explain: ${error}`)
  return body.jetonexplaintoken
}

async function codesFor(visitor: Visitor, token: string): Promise<readonly string[]> {
  return (await explain(visitor, token)).reasons.map(({ code }) => code)
}

const foreign = `${'a'.repeat(32)}695661c0+\\`

/** What is said of tokens, to whom. */
// biome-ignore format: a table
const reasons: readonly { it: string; who: (made: StoppedWiki) => Promise<{ visitor: Visitor; token: string }>; hears: readonly string[] }[] = [
  { it: 'was given to another session of the same user', hears: ['other-session'],
    who: async (made) => ({ visitor: await person(made), token: await (await person(made)).token('csrf') }) },
  { it: 'was given to another session, to a program that may not know of it', hears: ['no-secret'],
    who: async (made) => ({ visitor: await program(made), token: await (await person(made)).token('csrf') }) },
  { it: 'was given to somebody else', hears: ['other-secret'],
    who: async (made) => {
      const visitor = await bob(made)
      await visitor.token('csrf')
      return { visitor, token: await (await person(made)).token('csrf') }
    } },
  { it: 'comes from elsewhere, to a session that has given none', hears: ['no-secret'],
    who: async (made) => ({ visitor: await person(made), token: foreign }) },
  { it: 'was made before the login', hears: ['no-secret', 'made-before-log-in'],
    who: async (made) => {
      const visitor = made.visitor()
      const token = await visitor.token('login')
      made.clock.pass(60)
      await visitor.tryLogIn(alice.name, alice.password, token)
      return { visitor, token }
    } },
  { it: 'was made before a program logged in', hears: ['made-before-log-in', 'other-secret'],
    who: async (made) => {
      const token = await made.visitor().token('login')
      made.clock.pass(60)
      const visitor = await program(made)
      await visitor.token('csrf')
      return { visitor, token }
    } },
  { it: 'is nobody’s, to who is logged in', hears: ['anonymous'],
    who: async (made) => ({ visitor: await person(made), token: '+\\' }) },
  { it: 'comes without cookies', hears: ['no-session', 'not-logged-in'],
    who: async (made) => ({ visitor: made.visitor(), token: await (await person(made)).token('csrf') }) },
  { it: 'outlived a logout', hears: ['no-session', 'not-logged-in'],
    who: async (made) => {
      const visitor = await person(made)
      const token = await visitor.token('csrf')
      await visitor.logOut()
      return { visitor, token }
    } },
  { it: 'outlived a logout that the client did not hear of', hears: ['session-lost', 'not-logged-in'],
    who: async (made) => {
      const visitor = await program(made)
      const copy = visitor.copy()
      const token = await visitor.token('csrf')
      await visitor.logOut()
      return { visitor: copy, token }
    } },
  { it: 'outlived a session that ran out', hears: ['session-lost', 'not-logged-in'],
    who: async (made) => {
      const visitor = await program(made)
      const token = await visitor.token('csrf')
      made.clock.pass(3601)
      return { visitor, token }
    } },
  { it: 'outlived the session of a browser that is remembered', hears: ['session-new'],
    who: async (made) => {
      const visitor = await person(made)
      const token = await visitor.token('csrf')
      visitor.jar.remove('wiki_session')
      return { visitor, token }
    } },
  { it: 'is not that of the anonymous session', hears: ['not-logged-in', 'other-secret'],
    who: async (made) => {
      const visitor = made.visitor()
      await visitor.token('login')
      return { visitor, token: foreign }
    } },
  { it: 'is from the future', hears: ['made-in-future', 'other-secret'],
    who: async (made) => {
      const visitor = await person(made)
      await visitor.token('csrf')
      return { visitor, token: `${'a'.repeat(32)}7fffffff+\\` }
    } },
]

describe('action=jetonexplaintoken', () => {
  it('tells for each type of token what it is good for, and since when', async () => {
    await using made = await wikiWithTokens()
    for (const [who, session] of [
      [person, 'browser'],
      [program, 'botpassword'],
    ] as const) {
      const visitor = await who(made)
      made.clock.pass(10)
      const generated = `${made.clock.now().toISOString().slice(0, 19)}Z`
      for (const type of tokenTypes) {
        const { loggedin, ...said } = await explain(visitor, await visitor.token(type))
        const expected = { valid: true, types: [type], forms: [], generated, reasons: [], session }
        assert.deepEqual(said, expected)
        assert.equal(Date.parse(loggedin ?? ''), made.clock.now().getTime() - 10_000)
      }
    }
  })

  it('names the session of the same user that a token was given to', async () => {
    await using made = await stoppedWiki({
      settings: { Extensions: ['JetonSessions', 'JetonTokens'] },
    })
    const [asking, other] = [await person(made), await program(made)]
    const { othersession } = await explain(asking, await other.token('csrf'))
    const listed = (await asking.sessions()).find(({ type }) => type === 'botpassword')
    const { id, type, appid } = listed ?? {}
    assert.deepEqual(othersession, { id, type, appid })
  })

  it('takes the token of nobody for what it is', async () => {
    await using made = await wikiWithTokens()
    const said = await explain(made.visitor(), '+\\')
    assert.deepEqual(said, {
      valid: true,
      types: tokenTypes.filter((type) => type !== 'login' && type !== 'createaccount'),
      forms: ['UserLogout'],
      reasons: [],
      session: 'none',
    })
  })

  for (const { it: what, who, hears } of reasons) {
    it(`says why a token is not good that ${what}`, async () => {
      await using made = await wikiWithTokens()
      const { visitor, token } = await who(made)
      const { valid, types, forms, reasons } = await explain(visitor, token)
      assert.deepEqual(
        reasons.map(({ code }) => code),
        hears,
      )
      assert.deepEqual({ valid, types, forms }, { valid: false, types: [], forms: [] })
    })
  }

  it('security 19: says what spoiled a token, and what the one is good for that was meant', async () => {
    await using made = await wikiWithTokens()
    const visitor = await person(made)
    const token = await visitor.token('csrf')
    for (const [spoiled, code] of [
      [token.replace('+', ' '), 'plus-became-space'],
      [token.replace('+\\', '%2B%5C'), 'percent-encoded'],
      [token.toUpperCase(), 'upper-case'],
    ] as const) {
      const said = await explain(visitor, spoiled)
      assert.deepEqual([said.valid, said.meant, said.types], [false, token, ['csrf']])
      assert.deepEqual(
        said.reasons.map((each) => each.code),
        [code],
      )
      assert.equal(await visitor.check('csrf', spoiled), 'invalid')
    }
    const other = await codesFor(visitor, foreign.replace('+', ' '))
    assert.deepEqual(other, ['plus-became-space', 'other-secret'])
    assert.deepEqual(await codesFor(visitor, 'mellow'), ['unlike'])
  })

  it('security 22: tells nothing of a session to a request whose credentials do not count', async () => {
    await using made = await wikiWithTokens()
    const visitor = await person(made)
    const token = await visitor.token('csrf')
    const said = await explain(visitor, token, { origin: '*' })
    assert.deepEqual(
      { ...said, reasons: said.reasons.map(({ code }) => code) },
      {
        valid: false,
        types: [],
        forms: [],
        generated: '2026-01-01T12:00:00Z',
        reasons: ['credentials-ignored'],
        session: 'ignored',
      },
    )
  })

  it('security 9: begins no session, and changes none', async () => {
    await using made = await wikiWithTokens()
    const rows = () => made.wiki.database.selectFrom('objectcache').selectAll().execute()
    const before = await rows()
    const { setCookies } = await made.visitor().ask({ action: 'jetonexplaintoken', token: foreign })
    assert.deepEqual(setCookies, [])
    assert.deepEqual(await rows(), before)

    const visitor = await person(made)
    const here = await rows()
    const answer = await visitor.ask({ action: 'jetonexplaintoken', token: foreign })
    assert.deepEqual(answer.setCookies, [])
    assert.deepEqual(await rows(), here)
    const token = await visitor.token('csrf')
    for (let time = 0; time < 3; time++) assert.equal((await explain(visitor, token)).valid, true)
    assert.equal(await visitor.check('csrf', token), 'valid')
  })

  it('says why in every format of errors, with the same codes, in English and French', async () => {
    await using made = await wikiWithTokens()
    const visitor = await program(made)
    const token = await made.visitor().token('login')
    made.clock.pass(-60)
    const asked = { action: 'jetonexplaintoken', token }
    for (const errorformat of ['bc', 'plaintext', 'wikitext', 'html', 'raw', 'none']) {
      for (const formatversion of ['1', '2']) {
        const { body } = await visitor.ask({ ...asked, errorformat, formatversion })
        const [reason] = body.jetonexplaintoken?.reasons ?? []
        assert.equal(reason?.code, 'no-secret', errorformat)
        if (errorformat === 'raw' || errorformat === 'none') continue
        assert.match(String(Object.values(reason)), /not been given any token/)
      }
    }
    const french = { ...asked, errorformat: 'plaintext', uselang: 'fr' }
    const { body } = await visitor.ask(french)
    assert.match(body.jetonexplaintoken?.reasons[0]?.text ?? '', /n’a reçu aucun jeton/)
  })

  it('security 14: takes the token in a body only, and no longer text than it needs', async () => {
    await using made = await wikiWithTokens()
    const address = 'http://127.0.0.1:8080/api.php?action=jetonexplaintoken&format=json'
    const inAddress = await made.wiki.fetch(`${address}&token=${foreign}`, { method: 'POST' })
    assert.equal(inAddress.headers.get('mediawiki-api-error'), 'mustpostparams')
    const got = await made.wiki.fetch(address)
    assert.equal(got.headers.get('mediawiki-api-error'), 'missingparam')
    const long = { action: 'jetonexplaintoken', token: 'a'.repeat(2001) }
    assert.equal((await made.visitor().ask(long)).error, 'maxbytes')
  })

  it('is there only where it is switched on', async () => {
    await using made = await stoppedWiki()
    const { error } = await made.visitor().ask({ action: 'jetonexplaintoken', token: '+\\' })
    assert.equal(error, 'badvalue')
  })
})
