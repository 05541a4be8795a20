import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PageVisitor, SeenPage } from '../../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import { canonicalUserName } from '../../auth/names/user-name.ts'
import {
  type AuthRequest,
  ownMessage,
  type PrimaryProvider,
  type SecondaryProvider,
  textOf,
} from '../../index.ts'

const title = 'Special:UserLogin'
const word = (en: string) => ownMessage('word', { en })

function request(id: string, fields: AuthRequest['fields'], more = {}): AuthRequest {
  const known = { provider: { text: 'Elsewhere' }, account: { text: null } }
  return { id, required: 'required', ...known, fields, ...more }
}

const button = { type: 'button', label: word('Elsewhere <b>'), help: word('Go there') } as const
const leave = request('Leave', { leave: button }, { required: 'primary-required' })
const ticket = request('Ticket', {
  ticket: { type: 'string', label: word('Ticket'), help: word('From elsewhere'), sensitive: true },
})

/** Sends people elsewhere, and knows them by the ticket that they bring back. */
const elsewhere: PrimaryProvider = {
  id: 'Elsewhere',
  requests: (action) => (action === 'login' ? [leave] : []),
  async beginLogin(submission, { returnUrl = '' }) {
    if (!submission.has(leave.id)) return { status: 'abstain' }
    const target = `https://elsewhere.example/?back=${encodeURIComponent(returnUrl)}`
    return { status: 'redirect', requests: [ticket], target }
  },
  async continueLogin(submission) {
    const username = canonicalUserName(textOf(submission, ticket.id, 'ticket'))
    if (username === undefined) return { status: 'fail', why: word('No ticket') }
    const values = { proof: 'yes' }
    return username === 'Stranger'
      ? { status: 'pass', preserved: { username, request: 'Proof', values } }
      : { status: 'pass', username }
  },
}

const kinds = { one: word('One <i>'), two: word('Two') }
const questions = request('Questions', {
  which: { type: 'select', label: word('Which'), help: word('x'), options: kinds },
  some: { type: 'multiselect', label: word('Some'), help: word('x'), options: kinds },
  sure: { type: 'checkbox', label: word('Sure'), help: word('x') },
  word: { type: 'string', label: word('Word'), help: word('x'), value: 'abc' },
  seen: { type: 'hidden', label: word('Seen'), help: word('x'), value: '"7"' },
  note: { type: 'null', label: word('A note'), help: word('x') },
})

/** Asks for one of everything. */
const asking: SecondaryProvider = {
  id: 'Asking',
  beginLogin: async () => ({ status: 'ui', requests: [questions], why: word('Tell <u>') }),
  continueLogin: async (_, submission) => {
    const { note: _none, ...values } = submission.get(questions.id) ?? {}
    assert.deepEqual(values, {
      which: 'two',
      some: ['one', 'two'],
      sure: true,
      word: 'x',
      seen: '"7"',
    })
    return { status: 'pass' }
  },
}

function open(more: readonly SecondaryProvider[] = []): Promise<StoppedWiki> {
  return stoppedWiki({ providers: { primary: [elsewhere], secondary: more } })
}

/** Presses the button of the provider, and says where its page leads, and where that is to lead back. */
async function goThere(pages: PageVisitor): Promise<{ there: SeenPage; back: string }> {
  const login = await pages.open(title, { returnto: 'Special:Version' })
  const there = await pages.submit(login, { leave: '1' })
  const target = there.find('main a')[0]?.attributes.get('href') ?? ''
  return { there, back: new URL(target).searchParams.get('back') ?? '' }
}

describe('a provider that sends people elsewhere', () => {
  it('is a button in the form, which shows its words as they are', async () => {
    await using stopped = await open()
    const page = await stopped.pages().open(title)
    assert.equal(page.text('button[name=leave]'), 'Elsewhere <b>')
  })

  it('has them come back to where they are logged in', async () => {
    await using stopped = await open()
    const visitor = stopped.visitor()
    const pages = stopped.pages(visitor)
    const { there, back } = await goThere(pages)
    // A redirect would be stopped by the policy that keeps forms from leading elsewhere.
    assert.equal(there.status, 200)
    assert.equal(there.find('meta[http-equiv=refresh]').length, 1)
    const done = await pages.get(`${back}&ticket=Alice`)
    assert.equal(done.location, 'http://127.0.0.1:8080/wiki/Special:Version')
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('brings nobody back who has not been sent from here', async () => {
    await using stopped = await open()
    const { back } = await goThere(stopped.pages())
    const visitor = stopped.visitor()
    const pages = stopped.pages(visitor)
    await goThere(pages)
    for (const address of [back, '/index.php?title=Special:UserLogin/return']) {
      const page = await pages.get(`${address}&ticket=Alice`)
      assert.equal(page.find('div.mw-message-box-error').length, 1)
    }
    assert.equal(await visitor.whoAmI(), undefined)
  })

  it('can know somebody who has no account, and then gets one', async () => {
    await using stopped = await open()
    const pages = stopped.pages()
    const { back } = await goThere(pages)
    const known = await pages.get(`${back}&ticket=Stranger`)
    assert.match(known.text('div.mw-message-box-warning') ?? '', /no account on this wiki/)
    const create = await pages.open('Special:CreateAccount')
    assert.equal(create.fieldsOf()['wpName']?.[0], 'Stranger')
  })
})

describe('a provider that asks for more', () => {
  it('has its fields in a form, whatever they are, and its words shown as they are', async () => {
    await using stopped = await open([asking])
    const visitor = stopped.visitor()
    const pages = stopped.pages(visitor)
    const own = { wpName: alice.name, wpPassword: alice.password }
    const asked = await pages.submit(await pages.open(title), own)
    assert.equal(asked.text('div.mw-message-box-warning'), 'Tell <u>')
    const values = { which: 'two', 'some[]': ['one', 'two'], sure: '1', word: 'x' }
    const without = await pages.submit(asked, { ...values, 'some[]': [], word: '' })
    assert.equal(without.find('div.mw-message-box-error').length, 1)
    assert.equal((await pages.submit(without, values)).status, 302)
    assert.equal(await visitor.whoAmI(), alice.name)
  })
})
