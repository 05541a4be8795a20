import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { inflateRawSync } from 'node:zlib'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { codeOf, periodAt } from '../../auth/two-factor/one-time-code.ts'

const factor = {
  secret: 'JBSWY3DPEHPK3PXP',
  recoveryCodes: ['LOSTAPP222222222', 'LOSTAPP333333333'],
}
const settings = {
  Extensions: ['OATHAuth'],
  GroupPermissions: { bot: { 'oathauth-api-all': true } },
} as const

/** A wiki where Alice has a second factor. */
async function withFactor(more: object = {}): Promise<StoppedWiki> {
  const made = await stoppedWiki({ settings: { ...settings, ...more } })
  await made.wiki.stores.secondFactors.save(1, factor)
  return made
}

/** What a client sees of one step of a login. */
interface Step {
  readonly status: string
  readonly messagecode?: string
  readonly requests?: readonly { readonly id: string; readonly fields: object }[]
}

async function step(visitor: Visitor, form: Readonly<Record<string, string>>): Promise<Step> {
  const logintoken = await visitor.token('login')
  const answer = await visitor.ask({ action: 'clientlogin', ...form, logintoken })
  // Whatever else it is, the test finds out by looking.
  return (answer.body as unknown as { clientlogin: Step }).clientlogin
}

function begin(visitor: Visitor, more: Readonly<Record<string, string>> = {}): Promise<Step> {
  const { name: username, password } = alice
  return step(visitor, { username, password, loginreturnurl: 'http://wiki.example/', ...more })
}

const answer = (visitor: Visitor, OATHToken: string) =>
  step(visitor, { logincontinue: '1', OATHToken })

const current = ({ clock }: StoppedWiki, later = 0) =>
  codeOf(factor.secret, periodAt(clock.now()) + later)

describe('a login with a second factor', () => {
  it('asks for a code once the password was right, and is nobody until then', async () => {
    await using made = await withFactor()
    const visitor = made.visitor()
    const asked = await begin(visitor)
    assert.deepEqual([asked.status, asked.messagecode], ['UI', 'oathauth-auth-ui'])
    assert.deepEqual(
      asked.requests?.map(({ id, fields }) => [id, Object.keys(fields)]),
      [['MediaWiki\\Extension\\OATHAuth\\Auth\\TOTPAuthenticationRequest', ['OATHToken']]],
    )
    assert.equal(await visitor.whoAmI(), undefined)
    assert.equal((await answer(visitor, current(made))).status, 'PASS')
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('remembers who asked for it with the password', async () => {
    await using made = await withFactor()
    const visitor = made.visitor()
    await begin(visitor, { rememberMe: '1' })
    await answer(visitor, current(made))
    assert.notEqual(visitor.jar.find('wikiToken'), undefined)
  })

  it('says nothing of the second factor to who does not know the password', async () => {
    await using made = await withFactor()
    const { status, messagecode } = await begin(made.visitor(), { password: 'wrong' })
    assert.deepEqual([status, messagecode], ['FAIL', 'wrongpassword'])
  })

  it('asks again for a wrong code, none, and one of another time', async () => {
    await using made = await withFactor()
    const visitor = made.visitor()
    await begin(visitor)
    for (const code of [
      '000000',
      '',
      ' ',
      'LOSTAPP444444444',
      current(made, 5),
      current(made, -5),
    ]) {
      const again = await answer(visitor, code)
      assert.deepEqual([again.status, again.messagecode], ['UI', 'oathauth-login-failed'], code)
    }
    assert.equal((await answer(visitor, current(made, -4))).status, 'PASS')
  })

  it('takes a code in groups, as apps show it', async () => {
    await using made = await withFactor()
    const visitor = made.visitor()
    await begin(visitor)
    const code = current(made)
    assert.equal((await answer(visitor, ` ${code.slice(0, 3)} ${code.slice(3)}\n`)).status, 'PASS')
  })

  it('takes each code and each recovery code once, and no code before one that was used', async () => {
    await using made = await withFactor()
    const enter = async (code: string) => {
      const visitor = made.visitor()
      await begin(visitor)
      return (await answer(visitor, code)).status
    }
    assert.deepEqual([await enter(current(made)), await enter(current(made))], ['PASS', 'UI'])
    assert.equal(await enter(current(made, -1)), 'UI')
    assert.equal(await enter(current(made, 1)), 'PASS')
    const [lost = ''] = factor.recoveryCodes
    assert.deepEqual([await enter(lost), await enter(lost)], ['PASS', 'UI'])
  })

  it('lets in one of many who enter the same code at once', async () => {
    await using made = await withFactor({ RateLimits: { badoath: {} } })
    const visitors = Array.from({ length: 4 }, () => made.visitor())
    for (const visitor of visitors) await begin(visitor)
    const code = current(made)
    const steps = await Promise.all(visitors.map((visitor) => answer(visitor, code)))
    assert.equal(steps.filter(({ status }) => status === 'PASS').length, 1)
  })

  it('looks at no more than ten codes a minute, even at the right one', async () => {
    await using made = await withFactor()
    const visitor = made.visitor()
    await begin(visitor)
    for (let tries = 0; tries < 10; tries += 1) await answer(visitor, '000000')
    const stopped = await answer(visitor, current(made))
    assert.deepEqual([stopped.status, stopped.messagecode], ['UI', 'oathauth-throttled'])
    made.clock.pass(120)
    assert.equal((await answer(visitor, current(made))).status, 'PASS')
  })

  it('comes before anybody may choose another password', async () => {
    await using made = await withFactor()
    await made.wiki.database
      .updateTable('user')
      .set({ user_password_expires: '20251231000000' })
      .execute()
    const visitor = made.visitor()
    assert.equal((await begin(visitor)).messagecode, 'oathauth-auth-ui')
    const chosen = await step(visitor, { logincontinue: '1', password: 'x', retype: 'x' })
    assert.equal(chosen.messagecode, 'oathauth-login-failed')
    assert.match((await answer(visitor, current(made))).messagecode ?? '', /^resetpass-expired/)
  })

  it('goes on without a code once the second factor has been taken away', async () => {
    await using made = await withFactor()
    const visitor = made.visitor()
    await begin(visitor)
    await made.wiki.stores.secondFactors.remove(1)
    assert.equal((await answer(visitor, '000000')).status, 'PASS')
  })

  it('is not possible with action=login, but with a bot password', async () => {
    await using made = await withFactor()
    const refused = await made.visitor().tryLogIn(alice.name, alice.password)
    assert.deepEqual(
      [refused?.result, refused?.reason?.code],
      ['Aborted', 'api-login-fail-aborted'],
    )
    assert.equal(
      (await made.visitor().tryLogIn(alice.botName, alice.botPassword))?.result,
      'Success',
    )
  })

  it('asks nobody who has none, and nobody where second factors are not switched on', async () => {
    await using made = await withFactor()
    await made.wiki.createAccount({ name: 'Bob', password: alice.password })
    const { status } = await begin(made.visitor(), { username: 'Bob' })
    assert.equal(status, 'PASS')

    await using plain = await stoppedWiki()
    assert.equal((await begin(plain.visitor())).status, 'PASS')
  })

  it('keeps no password and no secret with the session that waits', async () => {
    await using made = await withFactor()
    await begin(made.visitor())
    const rows = await made.wiki.database.selectFrom('objectcache').selectAll().execute()
    const texts = rows.map(({ keyname, value }) =>
      keyname.includes('MWSession') && value ? inflateRawSync(value).toString() : '',
    )
    assert.match(texts.join(), /Jeton:login/)
    for (const secret of [alice.password, factor.secret, ...factor.recoveryCodes])
      assert.equal(texts.join().includes(secret), false)
  })
})

describe('programs with the right for it', () => {
  const ask = async (visitor: Visitor, form: Readonly<Record<string, string>>) => {
    const { body, error } = await visitor.ask(form)
    return { error, body: body as unknown as Readonly<Record<string, unknown>> }
  }

  it('ask whether an account has a second factor', async () => {
    await using made = await withFactor()
    await made.wiki.createAccount({ name: 'Bob', password: alice.password })
    const visitor = made.visitor()
    const oath = { action: 'query', meta: 'oath' }
    assert.equal((await ask(visitor, oath)).error, 'permissiondenied')
    await begin(visitor)
    await answer(visitor, current(made))
    for (const [oathuser, enabled] of [
      [alice.name, true],
      ['Bob', false],
      ['Nobody', false],
    ] as const) {
      const { body } = await ask(visitor, { ...oath, oathuser })
      assert.deepEqual(body['query'], { oath: { enabled } })
    }
  })

  it('ask with a bot password, too, if it was granted', async () => {
    await using made = await withFactor()
    for (const [grant, error] of [
      ['oath', undefined],
      ['basic', 'permissiondenied'],
    ] as const) {
      const grants = ['basic', grant]
      const bot = await made.wiki.createBotPassword({ user: alice.name, appId: grant, grants })
      const program = made.visitor()
      await program.logIn(bot.user, bot.password)
      assert.equal((await ask(program, { action: 'query', meta: 'oath' })).error, error)
    }
  })

  it('have a code checked, which uses it up', async () => {
    await using made = await withFactor()
    const visitor = made.visitor()
    await begin(visitor)
    await answer(visitor, current(made))
    const check = async (form: Readonly<Record<string, string>>) => {
      const token = await visitor.token('csrf')
      return ask(visitor, { action: 'oathvalidate', token, ...form })
    }
    const data = JSON.stringify({ token: current(made, 1) })
    for (const valid of [true, false]) {
      const { body } = await check({ data })
      assert.deepEqual(body['oathvalidate'], { enabled: true, valid, module: 'totp' })
    }
    for (const odd of ['', 'no JSON', '[]', '{"token":7}']) {
      const { body } = await check({ data: odd })
      assert.deepEqual(body['oathvalidate'], { enabled: true, valid: false, module: 'totp' }, odd)
    }
    const { body } = await check({ totp: current(made, 2) })
    assert.deepEqual(body['oathvalidate'], { enabled: true, valid: true, module: 'totp' })
    assert.equal((await check({})).error, 'missingparam')
    const nobody = await check({ user: 'Nobody', data })
    assert.deepEqual(nobody.body['oathvalidate'], { enabled: false, valid: false, module: '' })
    for (let tries = 0; tries < 10; tries += 1) await check({ data })
    assert.equal((await check({ totp: current(made, 3) })).error, 'ratelimited')
  })
})
