import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { create, newPassword, withPassword } from '../../../test/creation-steps.ts'
import { takeStep } from '../../../test/log-in-steps.ts'
import { alice, findStoredSession, stoppedWiki } from '../../../test/stopped-wiki.ts'
import {
  type AuthProviders,
  type AuthRequest,
  ownMessage,
  type PrimaryProvider,
  type SecondaryProvider,
  textOf,
} from '../../index.ts'

const word = ownMessage('word', { en: 'Word' })

/** A request for one word. */
function asking(id: string): AuthRequest {
  const field = { type: 'string', label: word, help: word } as const
  const about = { provider: { text: id }, account: { text: null } }
  return { id, required: 'required', ...about, fields: { [id]: field } }
}

/** Asks who has a new account for a colour, once it is there. */
const colour: SecondaryProvider = {
  id: 'Colour',
  checkCreation: async ({ name }) =>
    name === 'Grey' ? [ownMessage('no-colour', { en: 'No colour' })] : [],
  beginCreation: async () => ({ status: 'ui', requests: [asking('colour')], why: word }),
  continueCreation: async ({ account }, submission, keep) => {
    assert.equal(keep, null)
    assert.ok(account.id > 0)
    return textOf(submission, 'colour', 'colour') === 'blue'
      ? { status: 'pass' }
      : { status: 'ui', requests: [asking('colour')], why: word }
  },
}

/** Lets accounts log in elsewhere, and sends people there first. */
const elsewhere: PrimaryProvider = {
  id: 'Elsewhere',
  beginLogin: async () => ({ status: 'abstain' }),
  beginCreation: async ({ name }) => ({
    ...{ status: 'redirect', requests: [asking('ticket')], target: 'https://elsewhere.example/' },
    keep: { name },
  }),
  async continueCreation({ name }, submission, keep) {
    assert.deepEqual(keep, { name })
    return textOf(submission, 'ticket', 'ticket') === 'good'
      ? { status: 'pass', logAction: 'byemail' }
      : { status: 'fail', why: word }
  },
}

const goOn = { createcontinue: '1' }

describe('making an account in several steps', () => {
  const open = (providers: Partial<AuthProviders>) => stoppedWiki({ providers })

  it('waits for what a provider asks once the account is there', async () => {
    await using made = await open({ secondary: [colour] })
    const visitor = made.visitor()
    const asked = await create(visitor, withPassword('Newt'))
    assert.equal(asked.status, 'UI')
    assert.deepEqual(
      asked.requests?.map(({ id }) => id),
      ['colour'],
    )
    assert.equal((await create(visitor, { ...goOn, colour: 'red' })).status, 'UI')
    const done = await create(visitor, { ...goOn, colour: 'blue' })
    assert.deepEqual(done, { status: 'PASS', username: 'Newt' })
    assert.equal(await visitor.whoAmI(), undefined)
    await made.visitor().logIn('Newt', newPassword)
  })

  it('security 48: goes on once, and only where it began', async () => {
    await using made = await open({ secondary: [colour] })
    const visitor = made.visitor()
    await create(visitor, withPassword('Newt'))
    const code = 'authmanager-create-not-in-progress'
    const other = await create(made.visitor(), { ...goOn, colour: 'blue' })
    assert.equal(other.messagecode, code)
    assert.equal((await create(visitor, { ...goOn, colour: 'blue' })).status, 'PASS')
    assert.equal((await create(visitor, { ...goOn, colour: 'blue' })).messagecode, code)
  })

  it('keeps no password with the session', async () => {
    await using made = await open({ secondary: [colour] })
    const visitor = made.visitor()
    await create(visitor, { ...withPassword('Newt'), email: 'newt@inbox.example', realname: '' })
    const { text = '' } =
      (await findStoredSession(made.wiki, visitor.jar.find('wiki_session'))) ?? {}
    assert.match(text, /newt@inbox\.example/)
    assert.doesNotMatch(text, new RegExp(newPassword))
  })

  it('sends people elsewhere before there is an account, which then needs no password', async () => {
    await using made = await open({ primary: [elsewhere] })
    const visitor = made.visitor()
    const sent = await create(visitor, { username: 'Newt' })
    assert.equal(sent.status, 'REDIRECT')
    assert.equal(sent.redirecttarget, 'https://elsewhere.example/')
    const { accounts } = made.wiki.stores
    assert.equal((await accounts.list()).length, 1)
    const done = await create(visitor, { ...goOn, ticket: 'good' })
    assert.deepEqual(done, { status: 'PASS', username: 'Newt' })
    const newt = (await accounts.list()).find(({ name }) => name === 'Newt')
    assert.equal(newt?.passwordHash, '')
  })

  it('begins anew when it has failed', async () => {
    await using made = await open({ primary: [elsewhere] })
    const visitor = made.visitor()
    await create(visitor, { username: 'Newt' })
    assert.equal((await create(visitor, { ...goOn, ticket: 'bad' })).status, 'FAIL')
    const late = await create(visitor, { ...goOn, ticket: 'good' })
    assert.equal(late.messagecode, 'authmanager-create-not-in-progress')
    assert.equal((await create(visitor, withPassword('Newt'))).status, 'PASS')
  })

  it('looks again whether it may, and whether the name is free', async () => {
    await using made = await open({ primary: [elsewhere] })
    const visitor = made.visitor()
    await create(visitor, { username: 'Newt' })
    await made.wiki.createAccount({ name: 'Newt', password: newPassword })
    const taken = await create(visitor, { ...goOn, ticket: 'good' })
    assert.equal(taken.messagecode, 'userexists')

    await create(visitor, { username: 'Other' })
    const config = { GroupPermissions: { '*': { writeapi: true, createaccount: false } } }
    const { body } = await visitor.ask(
      {
        ...{ action: 'createaccount', createcontinue: '1', ticket: 'good' },
        createtoken: await visitor.token('createaccount'),
      },
      { 'x-test-config': JSON.stringify(config) },
    )
    assert.equal(body.createaccount?.messagecode, 'permissiondenied')
  })

  it('knows what a login before has found out, if the client wants that', async () => {
    const stranger: PrimaryProvider = {
      ...elsewhere,
      beginLogin: async () => ({
        status: 'fail',
        why: word,
        preserved: { request: 'Ticket', values: { ticket: 'stub' }, username: 'Newt' },
      }),
      beginCreation: async (_, submission) =>
        textOf(submission, 'Ticket', 'ticket') === 'stub'
          ? { status: 'pass' }
          : { status: 'abstain' },
    }
    await using made = await open({ primary: [stranger] })
    const visitor = made.visitor()
    const failed = await takeStep(visitor, { username: '' })
    assert.equal(failed.canpreservestate, true)
    const done = await create(visitor, { username: 'Newt', createpreservestate: '1' })
    assert.equal(done.status, 'PASS')
    await takeStep(visitor, { username: '' })
    const without = await create(visitor, { username: 'Other' })
    assert.equal(without.messagecode, 'authmanager-create-no-primary')
  })

  it('makes nothing that a provider is against', async () => {
    await using made = await open({ secondary: [colour] })
    const refused = await create(made.visitor(), withPassword('Grey'))
    assert.equal(refused.messagecode, 'no-colour')
    assert.equal((await made.wiki.stores.accounts.list()).length, 1)
  })
})

describe('making one account at once', () => {
  it('gives it to one of those who want it, whole', async () => {
    await using made = await stoppedWiki()
    const visitors = Array.from({ length: 8 }, () => made.visitor())
    const tokens = await Promise.all(visitors.map((each) => each.token('createaccount')))
    const answers = await Promise.all(
      visitors.map((visitor, index) =>
        visitor.ask({
          ...{ action: 'createaccount', createreturnurl: 'http://x/', ...withPassword('Newt') },
          createtoken: tokens[index] ?? '',
        }),
      ),
    )
    const results = answers.map(({ body }) => body.createaccount)
    assert.equal(results.filter((result) => result?.status === 'PASS').length, 1)
    for (const result of results.filter((each) => each?.status !== 'PASS')) {
      assert.ok(['userexists', 'usernameinprogress'].includes(result?.messagecode ?? ''))
    }
    const { database } = made.wiki
    const count = async (table: 'user' | 'logging' | 'watchlist' | 'actor') =>
      (await database.selectFrom(table).selectAll().execute()).length
    assert.deepEqual(
      [await count('user'), await count('actor'), await count('logging'), await count('watchlist')],
      [2, 2, 2, 4],
    )
    // Whoever was too fast may try again at once.
    const again = await create(made.visitor(), withPassword('Newt'))
    assert.equal(again.messagecode, 'userexists')
  })

  it('leaves nothing of an account whose last row cannot be written', async () => {
    const errors: unknown[] = []
    await using made = await stoppedWiki({ log: (error) => errors.push(error) })
    const { database } = made.wiki
    await database.schema.dropTable('recentchanges').execute()
    await assert.rejects(create(made.visitor(), withPassword('Newt')))
    assert.match(String(errors), /recentchanges/)
    assert.equal((await database.selectFrom('user').selectAll().execute()).length, 1)
    assert.equal((await database.selectFrom('actor').selectAll().execute()).length, 1)
    const { ss_users: users } = await database
      .selectFrom('site_stats')
      .selectAll()
      .executeTakeFirstOrThrow()
    assert.equal(users, 1)
  })
})

describe('the limit of new accounts', () => {
  it('is exact, however many ask at once, and counts apart from logins', async () => {
    const settings = {
      AccountCreationThrottle: [{ count: 2, seconds: 60 }],
      PasswordAttemptThrottle: [{ count: 1, seconds: 60 }],
    }
    await using made = await stoppedWiki({ settings })
    const names = ['One', 'Two', 'Three', 'Four', 'Five']
    const answers = await Promise.all(
      names.map((name) => create(made.visitor(), withPassword(name))),
    )
    const codes = answers.map(({ status, messagecode }) => messagecode ?? status).toSorted()
    const limit = 'acct_creation_throttle_hit'
    assert.deepEqual(codes, ['PASS', 'PASS', limit, limit, limit])
    await made.visitor().logIn(alice.name, alice.password)
    made.clock.pass(61)
    assert.equal((await create(made.visitor(), withPassword('Six'))).status, 'PASS')
  })
})
