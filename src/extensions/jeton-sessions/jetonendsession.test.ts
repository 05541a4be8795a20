import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import { type Answer, Visitor } from '../../../test/visitor.ts'
import { fetchWiki } from '../../http/fetch.ts'

const wikiWithSessions = () => stoppedWiki({ settings: { Extensions: ['JetonSessions'] } })

/** Somebody whose browser is remembered, one who is not, and a program; and who asks. */
async function comeIn(made: StoppedWiki) {
  const [asking, remembered, passing, program] = Array.from({ length: 4 }, () => made.visitor())
  if (!asking || !remembered || !passing || !program) throw new Error('Cannot come in')
  for (const visitor of [asking, remembered]) await visitor.logIn(alice.name, alice.password)
  const forget = { 'X-Test-Config': '{"ExtendedLoginCookieExpiration":0}' }
  const lgtoken = await passing.token('login')
  const form = { action: 'login', lgname: alice.name, lgpassword: alice.password, lgtoken }
  await passing.ask(form, forget)
  await program.logIn(alice.botName, alice.botPassword)
  return { asking, remembered, passing, program }
}

async function handleOf(asking: Visitor, visitor: Visitor): Promise<string> {
  const before = (await asking.sessions()).find(({ current }) => current)?.id
  assert.ok(before)
  if (asking === visitor) return before
  const other = await visitor.ask({ action: 'query', list: 'jetonsessions' })
  const own = other.body.query?.jetonsessions?.find(({ current }) => current)?.id
  // A program may not look itself: it is the only one of its kind.
  const program = (await asking.sessions()).find(({ type }) => type === 'botpassword')?.id
  return own ?? program ?? ''
}

async function end(asking: Visitor, form: Readonly<Record<string, string>>): Promise<Answer> {
  return asking.ask({ action: 'jetonendsession', ...form, token: await asking.token('csrf') })
}

const isHere = async (visitor: Visitor) => (await visitor.whoAmI()) === alice.name

/** Whose session is ended, and who is still there afterwards. */
// biome-ignore format: a table
const endings: readonly { target: keyof Awaited<ReturnType<typeof comeIn>>; here: Readonly<Record<string, boolean>>; ended: number }[] = [
  { target: 'passing',    here: { asking: true,  remembered: true,  passing: false, program: true  }, ended: 1 },
  { target: 'program',    here: { asking: true,  remembered: true,  passing: true,  program: false }, ended: 1 },
  { target: 'remembered', here: { asking: true,  remembered: false, passing: true,  program: true  }, ended: 1 },
  { target: 'asking',     here: { asking: false, remembered: true,  passing: true,  program: true  }, ended: 1 },
]

describe('action=jetonendsession', () => {
  for (const target of ['others', 'remembered'] as const) {
    it(`brings nobody back who was ended while it ended ${target}`, async () => {
      await using made = await wikiWithSessions()
      const visitors = await comeIn(made)
      const form =
        target === 'others'
          ? { others: '1' }
          : { id: await handleOf(visitors.asking, visitors.remembered) }
      const token = await visitors.asking.token('csrf')
      const { accounts } = made.wiki.stores
      const late: typeof accounts = {
        ...accounts,
        async exchangeToken(id, from, to) {
          // Somebody logs out everywhere, just now.
          await accounts.replaceToken(id, 'f'.repeat(32))
          return accounts.exchangeToken(id, from, to)
        },
      }
      const wiki = { ...made.wiki, stores: { ...made.wiki.stores, accounts: late } }
      const asking = new Visitor((request) => fetchWiki(wiki, request))
      for (const cookie of visitors.asking.jar.header()?.split('; ') ?? []) asking.jar.obey(cookie)
      const { setCookies } = await asking.ask({ action: 'jetonendsession', ...form, token })
      assert.deepEqual(setCookies, [])
      for (const visitor of Object.values(visitors)) assert.equal(await isHere(visitor), false)
    })
  }

  for (const { target, here, ended } of endings) {
    it(`ends the session of ${target}`, async () => {
      await using made = await wikiWithSessions()
      const visitors = await comeIn(made)
      const id = await handleOf(visitors.asking, visitors[target])
      const { body, error } = await end(visitors.asking, { id })
      assert.equal(error, undefined)
      assert.deepEqual(body.jetonendsession?.ended, [id])
      assert.equal(body.jetonendsession?.ended.length, ended)
      for (const [who, visitor] of Object.entries(visitors)) {
        assert.equal(await isHere(visitor), here[who], who)
        // Whatever its cookies are now, it stays so.
        assert.equal(await isHere(visitor), here[who], who)
      }
    })
  }

  it('forgets every other browser when one that is remembered is to be gone', async () => {
    await using made = await wikiWithSessions()
    const { asking, remembered } = await comeIn(made)
    const third = made.visitor()
    await third.logIn(alice.name, alice.password)
    const id = await handleOf(asking, remembered)
    const also = await handleOf(asking, third)
    const { body } = await end(asking, { id })
    assert.deepEqual(body.jetonendsession?.ended, [id, also])
    for (const visitor of [remembered, third]) assert.equal(await isHere(visitor), false)
    const listed = (await asking.sessions()).map(({ type, current }) => [type, current])
    assert.deepEqual(listed.length, 3)
  })

  it('lets no remembered browser come back by its cookies alone', async () => {
    await using made = await wikiWithSessions()
    const { asking, remembered } = await comeIn(made)
    await end(asking, { id: await handleOf(asking, remembered) })
    remembered.jar.remove('wiki_session')
    assert.equal(await isHere(remembered), false)
    asking.jar.remove('wiki_session')
    assert.equal(await isHere(asking), true, 'who asks got the new token')
  })

  it('ends all others, whatever they are, and goes on under another id', async () => {
    await using made = await wikiWithSessions()
    const { asking, ...others } = await comeIn(made)
    const copy = asking.copy()
    const csrf = await asking.token('csrf')
    const { body } = await end(asking, { others: '1' })
    assert.equal(body.jetonendsession?.ended.length, 3)
    for (const visitor of [...Object.values(others), copy])
      assert.equal(await isHere(visitor), false)
    assert.equal(await isHere(asking), true)
    assert.equal(await asking.check('csrf', csrf), 'valid')
    assert.equal((await asking.sessions()).length, 1)
    asking.jar.remove('wiki_session')
    assert.equal(await isHere(asking), true)
  })

  it('clears the cookies of who ends the own session', async () => {
    await using made = await wikiWithSessions()
    const { asking } = await comeIn(made)
    const { setCookies } = await end(asking, { id: await handleOf(asking, asking) })
    const deleted = setCookies.filter((line) => line.includes('=deleted;'))
    assert.deepEqual(
      deleted.map((line) => line.split('=')[0]),
      ['wiki_session', 'wikiUserID', 'wikiToken'],
    )
  })

  it('refuses what it cannot do, and does nothing then', async () => {
    await using made = await wikiWithSessions()
    await made.wiki.createAccount({ name: 'Bob', password: 'granite-whisper-lamp' })
    const bob = made.visitor()
    await bob.logIn('Bob', 'granite-whisper-lamp')
    const { asking, passing, program } = await comeIn(made)
    const bobs = await handleOf(bob, bob)
    const id = await handleOf(asking, passing)
    // biome-ignore format: a table
    const refusals: readonly (readonly [who: Visitor, form: Readonly<Record<string, string>>, hears: string])[] = [
      [made.visitor(), { id },                 'notloggedin'],
      [program,        { id },                 'permissiondenied'],
      [bob,            { id },                 'nosuchsession'],
      [asking,         { id: bobs },           'nosuchsession'],
      [asking,         { id: id.slice(1) },    'nosuchsession'],
      [asking,         { id: '' },             'nosuchsession'],
      [asking,         {},                     'missingparam'],
      [asking,         { id, others: '1' },    'invalidparammix'],
    ]
    for (const [who, form, hears] of refusals)
      assert.equal((await end(who, form)).error, hears, JSON.stringify(form))
    const { error } = await asking.ask({ action: 'jetonendsession', id, token: 'x+\\' })
    assert.equal(error, 'badtoken')
    const readOnly = { 'X-Test-Config': '{"ReadOnly":"moving"}' }
    const token = await asking.token('csrf')
    const late = await asking.ask({ action: 'jetonendsession', id, token }, readOnly)
    assert.equal(late.error, 'readonly')
    for (const visitor of [asking, passing, program]) assert.equal(await isHere(visitor), true)
  })

  it('ends a session only once', async () => {
    await using made = await wikiWithSessions()
    const { asking, passing } = await comeIn(made)
    const id = await handleOf(asking, passing)
    assert.equal((await end(asking, { id })).error, undefined)
    assert.equal((await end(asking, { id })).error, 'nosuchsession')
  })
})
