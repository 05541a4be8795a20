import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Updateable } from 'kysely'
import { takeStep } from '../../../test/log-in-steps.ts'
import {
  alice,
  findStoredSession,
  type StoppedWiki,
  stoppedWiki,
} from '../../../test/stopped-wiki.ts'
import type { Visitor } from '../../../test/visitor.ts'
import { ownMessage } from '../../messages/message.ts'
import type { MediaWikiTables } from '../../storage/schema.ts'
import type { PrimaryProvider } from '../manager/auth-provider.ts'
import { hashPassword, verifyPassword } from '../passwords/passwords.ts'
import { passwordRequestId } from './password-request.ts'

const asAlice = { username: alice.name, password: alice.password }
const chosen = 'another-lantern-quarry'
const answer = { logincontinue: '1', password: chosen, retype: chosen }
const skip = { logincontinue: '1', skipReset: '1' }
const expired = { user_password_expires: '20260101115959' }
const insists = { PasswordExpireGrace: 0 }
const [mailed, changedHash] = await Promise.all([hashPassword('mailed-word'), hashPassword('x')])

async function change(made: StoppedWiki, row: Updateable<MediaWikiTables['user']>): Promise<void> {
  await made.wiki.database.updateTable('user').set(row).where('user_id', '=', 1).execute()
}

/** A wiki where Alice, whose password has expired, has begun to log in. */
async function begun(): Promise<StoppedWiki & { readonly asked: Visitor }> {
  const made = await stoppedWiki({ settings: { PasswordAttemptThrottle: [] } })
  await change(made, expired)
  const asked = made.visitor()
  assert.equal((await takeStep(asked, asAlice)).messagecode, 'resetpass-expired-soft')
  return { ...made, asked }
}

describe('a login that waits for another password', () => {
  it('stores the one that is chosen, with all that hangs on it, and completes', async () => {
    await using made = await stoppedWiki()
    await change(made, {
      ...expired,
      user_newpassword: mailed,
      user_newpass_time: '20260101115900',
    })
    const visitor = made.visitor()
    const first = await takeStep(visitor, { ...asAlice, password: 'mailed-word', rememberMe: '' })
    assert.equal(first.messagecode, 'resetpass-temp-emailed')
    assert.equal((await takeStep(visitor, skip)).status, 'UI')
    assert.equal(await visitor.whoAmI(), undefined)
    const done = await takeStep(visitor, answer, { PasswordExpirationDays: 2 })
    assert.deepEqual(done, { status: 'PASS', username: alice.name })
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.ok(visitor.jar.find('wikiToken'))

    const account = await made.wiki.stores.accounts.findById(1)
    assert.ok(account && (await verifyPassword(chosen, account.passwordHash, 1)))
    assert.equal(account.passwordExpires?.toISOString(), '2026-01-03T12:00:00.000Z')
    assert.deepEqual(
      [account.temporaryPasswordHash, account.temporaryPasswordMade],
      ['', undefined],
    )
    const bots = await made.wiki.database.selectFrom('bot_passwords').selectAll().execute()
    assert.deepEqual(
      bots.map(({ bp_password }) => bp_password),
      [''],
    )
    assert.equal((await takeStep(made.visitor(), asAlice)).messagecode, 'wrongpassword')
  })

  it('asks other providers what they think of the new one, and tells them of it', async () => {
    const told: string[] = []
    const other: PrimaryProvider = {
      id: 'Elsewhere',
      beginLogin: async () => ({ status: 'abstain' }),
      checkChange: async ({ request, values }) => {
        if (request.id !== passwordRequestId) return undefined
        const why = ownMessage('known-elsewhere', { en: 'Somebody else has that.' })
        return values['password'] === chosen ? [] : [why]
      },
      makeChange: async ({ account }) => {
        told.push(account.name)
        return {}
      },
    }
    await using made = await stoppedWiki({ providers: { primary: [other] } })
    await change(made, expired)
    const visitor = made.visitor()
    await takeStep(visitor, asAlice)
    const refused = { ...answer, password: 'a-third-quarry', retype: 'a-third-quarry' }
    const { status, messagecode } = await takeStep(visitor, refused)
    assert.deepEqual([status, messagecode, told], ['UI', 'known-elsewhere', []])
    assert.equal((await takeStep(visitor, answer)).status, 'PASS')
    assert.deepEqual(told, [alice.name])
  })

  it('keeps everything as it was when its owner says no', async () => {
    await using made = await begun()
    const { accounts } = made.wiki.stores
    const before = await accounts.findById(1)
    assert.equal((await takeStep(made.asked, skip)).status, 'PASS')
    assert.deepEqual(await accounts.findById(1), before)
  })

  it('cannot be put off once the time for that is over', async () => {
    await using made = await begun()
    // What was asked stays asked as it was: a new beginning insists.
    const visitor = made.visitor()
    assert.equal((await takeStep(visitor, asAlice, insists)).messagecode, 'resetpass-expired')
    assert.equal((await takeStep(visitor, skip)).messagecode, 'resetpass-expired')
    made.clock.pass(604_800)
    assert.equal((await takeStep(made.visitor(), asAlice)).messagecode, 'resetpass-expired')
  })

  for (const [what, row] of [
    ['password', { user_password: changedHash }],
    ['token', { user_token: 'f'.repeat(32) }],
    ['mailed password', { user_newpassword: mailed }],
  ] as const) {
    it(`ends when the account gets another ${what} meanwhile`, async () => {
      await using made = await begun()
      await change(made, row)
      const { messagecode } = await takeStep(made.asked, answer)
      assert.equal(messagecode, 'authmanager-authn-not-in-progress')
      assert.equal((await takeStep(made.asked, skip)).status, 'FAIL')
      assert.equal(await made.asked.whoAmI(), undefined)
    })
  }

  it('lets only one of two choose, who both knew the old password', async () => {
    await using made = await begun()
    const other = made.visitor()
    await takeStep(other, asAlice)
    const answers = await Promise.all([
      takeStep(made.asked, answer),
      takeStep(other, { ...answer, password: 'a-third-quarry', retype: 'a-third-quarry' }),
    ])
    assert.deepEqual(answers.map(({ status }) => status).sort(), ['FAIL', 'PASS'])
  })

  it('refuses who is blocked meanwhile, where blocks are for logins', async () => {
    await using made = await begun()
    const blocker = { name: 'Blocker', password: 'unguessable-blocking-word', groups: ['sysop'] }
    await made.wiki.createAccount(blocker)
    const sysop = made.visitor()
    await sysop.logIn(blocker.name, blocker.password)
    const token = await sysop.token('csrf')
    const { error } = await sysop.ask({ action: 'block', user: alice.name, token })
    assert.equal(error, undefined)
    const { messagecode } = await takeStep(made.asked, skip, { BlockDisablesLogin: true })
    assert.equal(messagecode, 'login-userblocked')
    assert.equal(await made.asked.whoAmI(), undefined)
  })

  it('ends with the session', async () => {
    await using made = await begun()
    made.clock.pass(3601)
    const { messagecode } = await takeStep(made.asked, skip)
    assert.equal(messagecode, 'authmanager-authn-not-in-progress')
  })

  it('belongs to its session alone', async () => {
    await using made = await begun()
    const others = [made.visitor(), made.visitor()]
    await others[1]?.logIn(alice.botName, alice.botPassword)
    for (const other of others) {
      assert.equal((await takeStep(other, skip)).status, 'FAIL')
    }
    // Not even who has the token gets further without the session.
    const stolen = await made.asked.token('login')
    const { error } = await made
      .visitor()
      .ask({ action: 'clientlogin', ...skip, logintoken: stolen })
    assert.equal(error, 'badtoken')
    assert.equal((await takeStep(made.asked, skip)).status, 'PASS')
    // It is over, also for who copied the cookies before.
    assert.equal((await takeStep(made.asked, skip)).status, 'FAIL')
  })

  it('gets a session of another id, and tokens of before are good no more', async () => {
    await using made = await begun()
    const { asked } = made
    const [thief, token] = [asked.copy(), await asked.token('login')]
    assert.equal((await takeStep(asked, skip)).status, 'PASS')
    assert.notEqual(asked.jar.find('wiki_session'), thief.jar.find('wiki_session'))
    assert.equal(await thief.whoAmI(), undefined)
    assert.equal(await asked.check('login', token), 'invalid')
  })

  it('leaves no secret in the store of sessions', async () => {
    await using made = await begun()
    const stored = await findStoredSession(made.wiki, made.asked.jar.find('wiki_session'))
    const account = await made.wiki.stores.accounts.findById(1)
    assert.match(stored?.text ?? '', /resetpass-expired-soft/)
    for (const secret of [alice.password, account?.passwordHash, account?.token]) {
      assert.ok(secret && !stored?.text.includes(secret))
    }
  })
})
