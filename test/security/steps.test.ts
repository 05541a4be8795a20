import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, findStoredSession, type StoppedWiki, stoppedWiki } from '../stopped-wiki.ts'
import type { Visitor } from '../visitor.ts'

const chosen = 'granite-whisper-lamp'

/** A wiki where Alice has to choose another password before she is in: her logins take two steps. */
async function comeBackLate(): Promise<StoppedWiki> {
  const made = await stoppedWiki({ settings: { PasswordAttemptThrottle: [] } })
  const expired = { user_password_expires: '20260101000000' }
  await made.wiki.database.updateTable('user').set(expired).execute()
  return made
}

interface Step {
  readonly status?: string
  readonly messagecode?: string
}

async function takeStep(
  visitor: Visitor,
  form: Readonly<Record<string, string>>,
  token?: string,
): Promise<Step> {
  const logintoken = token ?? (await visitor.token('login'))
  const { body, error } = await visitor.ask({ action: 'clientlogin', logintoken, ...form })
  return Object(body).clientlogin ?? { messagecode: error }
}

const begin = (visitor: Visitor, password: string = alice.password) =>
  takeStep(visitor, { username: alice.name, password, loginreturnurl: 'http://127.0.0.1/' })

const goOn = (visitor: Visitor, token?: string) =>
  takeStep(visitor, { logincontinue: '1', password: chosen, retype: chosen }, token)

const notBegun = { status: 'FAIL', messagecode: 'authmanager-authn-not-in-progress' }

function told({ status, messagecode }: Step): Step {
  return { ...(status !== undefined && { status }), ...(messagecode && { messagecode }) }
}

describe('a login of two steps', () => {
  it('security 48: makes nobody anybody before the last', async () => {
    await using made = await comeBackLate()
    const visitor = made.visitor()
    const before = visitor.jar.find('wiki_session')
    assert.equal((await begin(visitor)).status, 'UI')
    assert.equal(await visitor.whoAmI(), undefined)
    assert.equal(visitor.jar.find('wikiUserID'), undefined)
    assert.equal((await goOn(visitor)).status, 'PASS')
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.notEqual(visitor.jar.find('wiki_session'), before)
  })

  it('security 48: does not go on where none has begun, nor after its end', async () => {
    await using made = await comeBackLate()
    const visitor = made.visitor()
    assert.deepEqual(told(await goOn(visitor)), notBegun)
    assert.equal((await begin(visitor)).status, 'UI')
    assert.equal((await goOn(visitor)).status, 'PASS')
    assert.deepEqual(told(await goOn(visitor)), notBegun)
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('security 48: goes on in its own session only', async () => {
    await using made = await comeBackLate()
    const [visitor, other] = [made.visitor(), made.visitor()]
    assert.equal((await begin(visitor)).status, 'UI')
    assert.deepEqual(told(await goOn(other)), notBegun)
    const token = await visitor.token('login')
    assert.equal((await goOn(other, token)).messagecode, 'badtoken')
    assert.equal(await other.whoAmI(), undefined)
  })

  it('security 48: is forgotten when another begins, though that fails', async () => {
    await using made = await comeBackLate()
    const visitor = made.visitor()
    assert.equal((await begin(visitor)).status, 'UI')
    assert.equal((await begin(visitor, 'wrong')).status, 'FAIL')
    assert.deepEqual(told(await goOn(visitor)), notBegun)
    assert.equal(await visitor.whoAmI(), undefined)
  })

  it('security 48: ends with its session', async () => {
    await using made = await comeBackLate()
    const visitor = made.visitor()
    const token = await visitor.token('login')
    assert.equal((await begin(visitor)).status, 'UI')
    made.clock.pass(3601)
    assert.equal((await goOn(visitor, token)).messagecode, 'badtoken')
    assert.deepEqual(told(await goOn(visitor)), notBegun)
  })

  it('security 48: ends when the account’s sessions do', async () => {
    await using made = await comeBackLate()
    const visitor = made.visitor()
    assert.equal((await begin(visitor)).status, 'UI')
    await made.wiki.stores.accounts.replaceToken(1, 'f'.repeat(32))
    assert.equal((await goOn(visitor)).status, 'FAIL')
    assert.equal(await visitor.whoAmI(), undefined)
  })

  it('security 48: keeps no password between them', async () => {
    await using made = await comeBackLate()
    const visitor = made.visitor()
    assert.equal((await begin(visitor)).status, 'UI')
    const stored = await findStoredSession(made.wiki, visitor.jar.find('wiki_session'))
    assert.match(stored?.text ?? '', /Jeton:login/)
    assert.ok(!stored?.text.includes(alice.password))
  })
})
