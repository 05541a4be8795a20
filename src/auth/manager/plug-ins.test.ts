import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { takeStep } from '../../../test/log-in-steps.ts'
import { alice, stoppedWiki } from '../../../test/stopped-wiki.ts'
import {
  type AuthRequest,
  ownMessage,
  type PrimaryProvider,
  type SecondaryProvider,
  textOf,
} from '../../index.ts'
import { canonicalUserName, type UserName } from '../names/user-name.ts'

/** The name as the wiki spells it. */
function nameOf(given: string): UserName {
  const name = canonicalUserName(given)
  assert.ok(name)
  return name
}

const ticket: AuthRequest = {
  id: 'Ticket',
  required: 'primary-required',
  provider: { text: 'Elsewhere' },
  account: { text: null },
  fields: {
    ticket: {
      type: 'string',
      label: ownMessage('ticket-label', { en: 'Ticket', fr: 'Billet' }),
      help: ownMessage('ticket-help', { en: 'What elsewhere gave you' }),
      sensitive: true,
    },
  },
}

const elsewhere = 'https://elsewhere.example/'

/** Sends people elsewhere, and knows them by the ticket that they bring back. */
const primary: PrimaryProvider = {
  id: 'Elsewhere',
  requests: (action) => (action === 'login' ? [ticket] : []),
  async beginLogin(submission) {
    const given = textOf(submission, ticket.id, 'ticket')
    if (given === '') return { status: 'abstain' }
    if (given !== 'none') {
      const why = ownMessage(
        'ticket-why',
        { en: 'No ticket "$1" yet', fr: 'Pas encore « $1 »' },
        given,
      )
      return { status: 'ui', requests: [ticket], why, keep: { first: given } }
    }
    const data = { site: 'wiki' }
    return { status: 'redirect', requests: [ticket], target: elsewhere, data, keep: 1 }
  },
  async continueLogin(submission, keep) {
    const given = textOf(submission, ticket.id, 'ticket')
    const preserved = { request: 'Ticket', values: { ticket: 'stub' }, username: 'Newcomer' }
    if (given === '' || given === JSON.stringify(keep)) {
      return { status: 'fail', why: ownMessage('no-ticket', { en: 'No ticket' }), preserved }
    }
    return given === 'stranger'
      ? { status: 'pass', preserved }
      : { status: 'pass', username: nameOf(given) }
  },
}

/** Asks twice, one after the other. */
const secondary: SecondaryProvider = {
  id: 'Twice',
  async beginLogin({ account, begun }) {
    if (account.name !== 'Alice') return { status: 'abstain' }
    assert.deepEqual(begun.get('Ticket'), undefined)
    return { status: 'ui', requests: [field('first')], why: ownMessage('one', { en: 'One' }) }
  },
  async continueLogin(_, submission, keep) {
    if (keep === 'second') {
      return textOf(submission, 'second', 'second') === 'yes'
        ? { status: 'pass' }
        : { status: 'fail', why: ownMessage('no', { en: 'No' }) }
    }
    const why = ownMessage('two', { en: 'Two' })
    return { status: 'ui', requests: [field('second')], why, keep: 'second' }
  },
}

function field(name: string): AuthRequest {
  const words = ownMessage('word', { en: 'Word' })
  return {
    id: name,
    required: 'required',
    provider: { text: 'Twice' },
    account: { text: null },
    fields: { [name]: { type: 'string', label: words, help: words } },
  }
}

const goOn = { logincontinue: '1' }

describe('a primary provider of a plug-in', () => {
  const open = (settings = {}) =>
    stoppedWiki({
      providers: { primary: [primary] },
      settings: { PasswordAttemptThrottle: [], ...settings },
    })

  it('is asked after those that every wiki has, with a request of its own', async () => {
    await using made = await open()
    const visitor = made.visitor()
    const { body } = await visitor.ask({
      ...{ action: 'query', meta: 'authmanagerinfo', amirequestsfor: 'login' },
      ...{ amimergerequestfields: '1', uselang: 'fr' },
    })
    const { fields = {} } = body.query?.authmanagerinfo ?? {}
    assert.deepEqual(Object.keys(fields), ['username', 'password', 'ticket', 'rememberMe'])
    // Whoever has the one needs no other.
    assert.deepEqual(fields['username']?.optional, true)
    assert.deepEqual(fields['ticket'], {
      ...{ type: 'string', label: 'Billet', help: 'What elsewhere gave you' },
      ...{ optional: true, sensitive: true },
    })
    const form = { username: alice.name, password: alice.password }
    assert.equal((await takeStep(visitor, form)).status, 'PASS')
  })

  it('can send somebody elsewhere, and goes on with what he brings back', async () => {
    await using made = await open()
    const visitor = made.visitor()
    const sent = await takeStep(visitor, { ticket: 'none', loginmessageformat: 'none' })
    assert.deepEqual(Object.keys(sent), ['status', 'redirecttarget', 'redirectdata', 'requests'])
    assert.deepEqual([sent.status, sent.redirecttarget], ['REDIRECT', elsewhere])
    assert.deepEqual(sent.redirectdata, { site: 'wiki' })
    assert.equal(await visitor.whoAmI(), undefined)
    const done = await takeStep(visitor, { ...goOn, ticket: alice.name })
    assert.deepEqual(done, { status: 'PASS', username: alice.name })
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('can ask for more, in its own words', async () => {
    await using made = await open()
    const visitor = made.visitor()
    const asked = await takeStep(visitor, { ticket: 'x<y', loginmessageformat: 'raw' })
    assert.equal(asked.status, 'UI')
    assert.deepEqual(asked.message, { key: 'ticket-why', params: ['x<y'] })
    assert.equal(asked.messagecode, 'ticket-why')
    const again = await takeStep(visitor, {
      ticket: 'x<y',
      loginmessageformat: 'html',
      uselang: 'fr-ca',
    })
    assert.equal(again.message, 'Pas encore « x&#60;y »')
    const failed = await takeStep(visitor, { ...goOn, ticket: '{"first":"x<y"}' })
    assert.deepEqual([failed.status, failed.message], ['FAIL', 'No ticket'])
  })

  it('can know somebody who has no account here, who may then prove to have one', async () => {
    await using made = await open()
    const visitor = made.visitor()
    await takeStep(visitor, { ticket: 'none' })
    const restart = await takeStep(visitor, { ...goOn, ticket: 'stranger' })
    assert.equal(restart.status, 'RESTART')
    assert.equal(restart.messagecode, 'authmanager-authn-no-local-user')
    assert.equal(restart.canpreservestate, true)
    assert.deepEqual(
      restart.requests?.map(({ id }) => id),
      [
        'MediaWiki\\Auth\\PasswordAuthenticationRequest',
        'Ticket',
        'MediaWiki\\Auth\\RememberMeAuthenticationRequest',
      ],
    )
    const form = { username: alice.name, password: alice.password, rememberMe: '1' }
    assert.equal((await takeStep(visitor, { ...goOn, ...form })).status, 'PASS')
    assert.ok(visitor.jar.find('wikiToken'), 'the second beginning says whether to remember')
  })

  it('counts what follows as an attempt like any other', async () => {
    await using made = await open({ PasswordAttemptThrottle: [{ count: 1, seconds: 300 }] })
    const visitor = made.visitor()
    const form = { username: alice.name, password: 'wrong' }
    assert.equal((await takeStep(visitor, form)).messagecode, 'wrongpassword')
    await takeStep(visitor, { ticket: 'none' })
    await takeStep(visitor, { ...goOn, ticket: 'stranger' })
    assert.equal((await takeStep(visitor, { ...goOn, ...form })).messagecode, 'login-throttled')
  })

  it('can leave what it has found out to whoever makes an account next', async () => {
    await using made = await open()
    const visitor = made.visitor()
    const info = async (action: string) => {
      const form = { action: 'query', meta: 'authmanagerinfo', amirequestsfor: action }
      const { body } = await visitor.ask(form)
      const told = body.query?.authmanagerinfo
      return [told?.haspreservedstate, told?.hasprimarypreservedstate, told?.preservedusername]
    }
    assert.deepEqual(await info('create'), [false, false, ''])
    await takeStep(visitor, { ticket: 'none' })
    const failed = await takeStep(visitor, { ...goOn })
    assert.deepEqual([failed.status, failed.canpreservestate], ['FAIL', true])
    assert.deepEqual(await info('create'), [true, true, 'Newcomer'])
    assert.deepEqual(await info('login'), [false, false, 'Newcomer'])
    await takeStep(visitor, { ticket: 'none' })
    assert.deepEqual(await info('create'), [false, false, ''])
  })

  it('gets an account made for a name that it has proved, and the log tells of it', async () => {
    await using made = await open()
    const visitor = made.visitor()
    await takeStep(visitor, { ticket: 'none' })
    const done = await takeStep(visitor, { ...goOn, ticket: 'Newcomer' })
    assert.deepEqual(done, { status: 'PASS', username: 'Newcomer' })
    assert.equal(await visitor.whoAmI(), 'Newcomer')
    const { database } = made.wiki
    const log = () =>
      database.selectFrom('logging').selectAll().where('log_title', '!=', 'Alice').execute()
    assert.deepEqual(
      (await log()).map((row) => [row.log_type, row.log_action, row.log_title]),
      [['newusers', 'autocreate', 'Newcomer']],
    )
    // Nobody has chosen a password.
    assert.equal(
      (await takeStep(made.visitor(), { username: 'Newcomer', password: 'x' })).status,
      'FAIL',
    )
    // The next time it is there.
    const later = made.visitor()
    await takeStep(later, { ticket: 'none' })
    assert.equal((await takeStep(later, { ...goOn, ticket: 'Newcomer' })).status, 'PASS')
    assert.equal((await log()).length, 1)
  })

  it('gets no account made where nobody may make one', async () => {
    const settings = { GroupPermissions: { '*': { createaccount: false } } }
    await using made = await open(settings)
    const visitor = made.visitor()
    await takeStep(visitor, { ticket: 'none' })
    const failed = await takeStep(visitor, {
      ...goOn,
      ticket: 'Newcomer',
      loginmessageformat: 'raw',
    })
    assert.equal(failed.messagecode, 'authmanager-authn-autocreate-failed')
    assert.equal(await made.wiki.stores.accounts.findByName(nameOf('Newcomer')), undefined)
  })
})

describe('a secondary provider of a plug-in', () => {
  const open = () =>
    stoppedWiki({
      providers: { primary: [primary], secondary: [secondary] },
      settings: { PasswordAttemptThrottle: [] },
    })
  const asAlice = { username: alice.name, password: alice.password }

  it('can ask as often as it wants, and is told what it kept', async () => {
    await using made = await open()
    const visitor = made.visitor()
    const first = await takeStep(visitor, { ...asAlice, loginmessageformat: 'raw' })
    assert.deepEqual([first.status, first.messagecode], ['UI', 'one'])
    // It is asked about the account that was proved.
    assert.deepEqual(first.requests?.[0]?.account, { key: '$1', params: ['Alice'] })
    assert.equal((await takeStep(visitor, { ...goOn, first: 'x' })).messagecode, 'two')
    assert.equal(await visitor.whoAmI(), undefined)
    const done = await takeStep(visitor, { ...goOn, second: 'yes' })
    assert.deepEqual(done, { status: 'PASS', username: alice.name })
  })

  it('can refuse, and all is forgotten', async () => {
    await using made = await open()
    const visitor = made.visitor()
    await takeStep(visitor, asAlice)
    await takeStep(visitor, { ...goOn, first: 'x' })
    assert.equal((await takeStep(visitor, { ...goOn, second: 'no' })).messagecode, 'no')
    const { messagecode } = await takeStep(visitor, { ...goOn, second: 'yes' })
    assert.equal(messagecode, 'authmanager-authn-not-in-progress')
  })

  it('keeps action=login from logging anybody in', async () => {
    await using made = await open()
    const answer = await made.visitor().tryLogIn(alice.name, alice.password)
    assert.equal(answer?.reason?.code, 'api-login-fail-aborted')
  })

  it('that asks and cannot go on is a bug, which lets nobody in', async () => {
    const { continueLogin: _, ...broken } = secondary
    const errors: unknown[] = []
    await using made = await stoppedWiki({
      providers: { secondary: [broken] },
      log: (error) => errors.push(error),
    })
    const visitor = made.visitor()
    await takeStep(visitor, asAlice)
    const form = { action: 'clientlogin', logincontinue: '1', first: 'x' }
    await visitor.ask({ ...form, logintoken: await visitor.token('login') })
    assert.match(String(errors[0]), /no continueLogin/)
    assert.equal(await visitor.whoAmI(), undefined)
  })
})
