import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PageVisitor, SeenPage } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'

const address = 'alice@inbox.example'

async function loggedIn(stopped: StoppedWiki): Promise<PageVisitor> {
  const visitor = stopped.visitor()
  await visitor.logIn(alice.name, alice.password)
  return stopped.pages(visitor)
}

async function changeEmail(pages: PageVisitor, wpNewEmail = address): Promise<SeenPage> {
  return pages.submit(await pages.open('Special:ChangeEmail'), { wpNewEmail })
}

/** What the table says of Alice's address. */
async function stored({ wiki }: StoppedWiki): Promise<{ email: string; isConfirmed: boolean }> {
  const row = await wiki.database
    .selectFrom('user')
    .select(['user_email', 'user_email_authenticated'])
    .where('user_name', '=', alice.name)
    .executeTakeFirstOrThrow()
  return { email: row.user_email, isConfirmed: row.user_email_authenticated !== null }
}

/** The links of the last mail: to confirm, and to deny. */
async function linksOfMail({ wiki }: StoppedWiki): Promise<readonly string[]> {
  await wiki.settle()
  const { text = '' } = wiki.mails.at(-1) ?? {}
  return text.match(/https?:\S+Email\/\w+/g) ?? []
}

async function openLink(stopped: StoppedWiki, at: 0 | 1): Promise<SeenPage> {
  const links = await linksOfMail(stopped)
  return stopped.pages().get(links[at] ?? '')
}

describe('Special:ChangeEmail', () => {
  it('gives an account another address, which a link of a mail confirms', async () => {
    await using stopped = await stoppedWiki()
    const pages = await loggedIn(stopped)
    const done = await changeEmail(pages)
    assert.equal(done.find('div.mw-message-box-warning').length, 1)
    assert.deepEqual(await stored(stopped), { email: address, isConfirmed: false })
    await stopped.wiki.settle()
    assert.equal(stopped.wiki.mails.at(-1)?.to.address, address)
    // Nobody has to be logged in: the mail may be read elsewhere.
    assert.match((await openLink(stopped, 0)).text('main') ?? '', /The address is confirmed/)
    assert.deepEqual(await stored(stopped), { email: address, isConfirmed: true })
  })

  it('tells the old address, if it was confirmed', async () => {
    await using stopped = await stoppedWiki()
    const pages = await loggedIn(stopped)
    await changeEmail(pages)
    await openLink(stopped, 0)
    await changeEmail(pages, 'thief@inbox.example')
    await stopped.wiki.settle()
    const receivers = stopped.wiki.mails.map(({ to }) => to.address)
    assert.deepEqual(receivers.sort(), [address, address, 'thief@inbox.example'])
    const removed = await changeEmail(pages, '')
    assert.equal(removed.status, 302)
    assert.deepEqual(await stored(stopped), { email: '', isConfirmed: false })
  })

  it('takes nothing that is no address, nor the same again, nor too many', async () => {
    await using stopped = await stoppedWiki({
      settings: { RateLimits: { changeemail: { user: [2, 86_400] } } },
    })
    const pages = await loggedIn(stopped)
    const wrong = [
      'nonsense',
      '',
      `${'x'.repeat(250)}@inbox.example`,
      'a@b.example\r\nBcc: c@d.example',
    ]
    for (const email of wrong) {
      assert.equal((await changeEmail(pages, email)).find('div.mw-message-box-error').length, 1)
    }
    const form = await pages.open('Special:ChangeEmail')
    const stale = await pages.submit(form, { wpNewEmail: address, wpEditToken: '+\\' })
    assert.equal(stale.find('div.mw-message-box-error').length, 1)
    assert.deepEqual(await stored(stopped), { email: '', isConfirmed: false })
    for (const email of ['a@b.example', 'c@d.example', 'e@f.example'])
      await changeEmail(pages, email)
    assert.equal((await stored(stopped)).email, 'c@d.example')
  })

  it('security 47: is for who has logged in a short while ago', async () => {
    await using stopped = await stoppedWiki()
    const nobody = await stopped.pages().open('Special:ChangeEmail')
    assert.match(nobody.location ?? '', /&warning=changeemail-no-info$/)
    const pages = await loggedIn(stopped)
    stopped.clock.pass(3601)
    const late = await pages.open('Special:ChangeEmail')
    assert.match(late.location ?? '', /&force=ChangeEmail$/)
  })
})

describe('Special:ConfirmEmail and Special:InvalidateEmail', () => {
  it('take no link that is old, denied, or made up', async () => {
    await using stopped = await stoppedWiki()
    const pages = await loggedIn(stopped)
    await changeEmail(pages)
    const made = await stopped.pages().open(`Special:ConfirmEmail/${'0'.repeat(32)}`)
    assert.match(made.text('main') ?? '', /not good/)
    const [confirm = ''] = await linksOfMail(stopped)
    assert.match((await openLink(stopped, 1)).text('main') ?? '', /not confirmed any more/)
    assert.match((await pages.get(confirm)).text('main') ?? '', /not good/)

    await changeEmail(pages, 'other@inbox.example')
    stopped.clock.pass(7 * 86_400)
    assert.match((await openLink(stopped, 0)).text('main') ?? '', /not good/)
    assert.equal((await stored(stopped)).isConfirmed, false)
  })

  it('take an address back that has been confirmed by mistake', async () => {
    await using stopped = await stoppedWiki()
    await changeEmail(await loggedIn(stopped))
    await openLink(stopped, 0)
    await openLink(stopped, 1)
    assert.deepEqual(await stored(stopped), { email: address, isConfirmed: false })
  })

  it('send another link, and only the last one is good', async () => {
    await using stopped = await stoppedWiki()
    const pages = await loggedIn(stopped)
    const none = await pages.open('Special:ConfirmEmail')
    assert.equal(none.find('main form').length, 0)
    await changeEmail(pages)
    const [first = ''] = await linksOfMail(stopped)
    const asked = await pages.open('Special:ConfirmEmail')
    assert.equal(asked.find('div.mw-message-box-notice').length, 1)
    const sent = await pages.submit(asked)
    assert.equal(sent.find('div.mw-message-box-success').length, 1)
    assert.match((await pages.get(first)).text('main') ?? '', /not good/)
    assert.match((await openLink(stopped, 0)).text('main') ?? '', /is confirmed/)
    assert.match((await pages.open('Special:ConfirmEmail')).text('main') ?? '', /Confirmed at/)
  })

  it('lead who is nobody to the login', async () => {
    await using stopped = await stoppedWiki()
    const page = await stopped.pages().open('Special:ConfirmEmail')
    assert.match(page.location ?? '', /&warning=confirmemail_needlogin$/)
  })
})

describe('Special:PasswordReset', () => {
  it('security 38: answers alike whether or not there is such an account, and mails a password that is good for one login', async () => {
    await using stopped = await stoppedWiki()
    const owner = await loggedIn(stopped)
    await changeEmail(owner)
    await stopped.wiki.settle()
    const pages = stopped.pages()
    const form = await pages.open('Special:PasswordReset')
    const said = async (wpUsername: string) =>
      (await pages.submit(form, { wpUsername })).text('main')?.replaceAll(wpUsername, '…')
    assert.equal(await said(alice.name), await said('Nobody'))
    await stopped.wiki.settle()
    assert.equal(stopped.wiki.mails.length, 2)

    const password = /: (\S{10,})\n/.exec(stopped.wiki.mails[1]?.text ?? '')?.[1] ?? ''
    const login = await pages.open('Special:UserLogin')
    const asked = await pages.submit(login, { wpName: alice.name, wpPassword: password })
    assert.equal(asked.fieldsOf()['authAction']?.[0], 'login-continue')
    assert.equal(asked.find('button[name=skipReset]').length, 0)
    const chosen = { wpPassword: 'velvet-anchor-thicket', retype: 'velvet-anchor-thicket' }
    assert.equal((await pages.submit(asked, chosen)).status, 302)
  })

  it('says what is wrong with a form, as far as that tells nothing', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    const form = await pages.open('Special:PasswordReset')
    for (const fields of [{}, { wpUsername: '127.0.0.1' }, { wpEditToken: 'x', wpUsername: 'A' }]) {
      const page = await pages.submit(form, fields)
      assert.equal(page.find('div.mw-message-box-error').length, 1)
    }
  })
})
