import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { type FormFields, PageVisitor, type SeenPage } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'

const title = 'Special:CreateAccount'
const password = 'velvet-anchor-thicket'
const bella = { wpName: 'Bella', wpPassword: password, retype: password }

/** Sends the form for a new account with other values in some of its fields. */
async function create(
  pages: PageVisitor,
  changes: FormFields = bella,
  query: Readonly<Record<string, string>> = {},
): Promise<SeenPage> {
  return pages.submit(await pages.open(title, query), changes)
}

/** The fields of a page below which something is said to be wrong. */
function wrongFields(page: SeenPage): readonly (string | undefined)[] {
  const wrong = page.find('input[aria-invalid=true]')
  return wrong.map(({ attributes }) => attributes.get('name'))
}

/** Who has an account besides Alice. */
async function others({ wiki }: StoppedWiki): Promise<readonly string[]> {
  const rows = await wiki.database.selectFrom('user').select('user_name').execute()
  return rows.map(({ user_name }) => String(user_name)).filter((name) => name !== alice.name)
}

describe('Special:CreateAccount', () => {
  it('has the fields that programs know from MediaWiki', async () => {
    await using stopped = await stoppedWiki()
    const page = await stopped.pages().open(title)
    assert.deepEqual(Object.keys(page.fieldsOf('form#userlogin2')), [
      ...['title', 'wpName', 'wpPassword', 'retype', 'email', 'realname'],
      ...['wpEditToken', 'authAction', 'force', 'wpCreateaccountToken'],
    ])
    for (const id of ['wpName2', 'wpPassword2', 'wpRetype', 'wpEmail', 'wpCreateaccount']) {
      assert.equal(page.find(`#${id}`).length, 1, id)
    }
    assert.match(page.text('#wpName2-help') ?? '', /capital letter.*235 bytes.*# < > \[ \]/)
  })

  it('logs in who makes an account for himself, under a new session', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const pages = stopped.pages(visitor)
    const page = await pages.open(title, { returnto: 'Special:Version' })
    const before = visitor.copy()
    const done = await pages.submit(page, { ...bella, email: 'bella@example.org', realname: 'B' })
    assert.equal(done.status, 200)
    assert.equal(done.text('h1'), 'Welcome, Bella!')
    assert.equal(done.find('#pt-logout').length, 1)
    assert.equal(done.find('#mw-returnto a')[0]?.attributes.get('href'), '/wiki/Special:Version')
    assert.equal(await visitor.whoAmI(), 'Bella')
    assert.equal(await before.whoAmI(), undefined)
    await visitor.logOut()
    await visitor.logIn('Bella', password)
  })

  it('leaves who makes an account for somebody else logged in as before', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = stopped.pages(visitor)
    const page = await pages.open(title)
    assert.ok('reason' in page.fieldsOf())
    assert.equal(page.find('#wpCreateaccountMail').length, 1)
    const done = await pages.submit(page, { ...bella, reason: 'asked for it' })
    assert.equal(done.text('h1'), 'Account created')
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.deepEqual(await others(stopped), ['Bella'])
  })

  it('asks again whether an e-mail address is to stand in the log', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = stopped.pages(visitor)
    const asked = await create(pages, { ...bella, reason: 'bella@example.org' })
    assert.deepEqual(wrongFields(asked), ['reason'])
    const { wpPassword, retype } = bella
    assert.equal((await pages.submit(asked, { wpPassword, retype })).text('h1'), 'Account created')
  })

  it('mails a password to who is to have the account', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = stopped.pages(visitor)
    const wanted = { wpName: 'Bella', wpCreateaccountMail: '1' }
    assert.deepEqual(wrongFields(await create(pages, wanted)), ['email'])
    await create(pages, { ...wanted, email: 'bella@example.org' })
    assert.deepEqual(await others(stopped), ['Bella'])
  })

  // biome-ignore format: a table
  const wrong: readonly { what: string; sent: FormFields; fields: readonly string[] }[] = [
    { what: 'nothing',                  sent: {},                                fields: ['wpName', 'wpPassword', 'retype'] },
    { what: 'two passwords',            sent: { ...bella, retype: 'another' },   fields: ['retype'] },
    { what: 'no e-mail address',        sent: { ...bella, email: 'nonsense' },   fields: ['email'] },
    { what: 'too long an address',      sent: { ...bella, email: `${'x'.repeat(250)}@example.org` }, fields: ['email'] },
    { what: 'a name that is taken',     sent: { ...bella, wpName: 'Alice' },     fields: [] },
    { what: 'what can be no name',      sent: { ...bella, wpName: 'A#b' },       fields: [] },
    { what: 'a password like the name', sent: { wpName: 'Bella', wpPassword: 'Bella', retype: 'Bella' }, fields: [] },
    { what: 'a token of nobody',        sent: { ...bella, wpCreateaccountToken: '+\\' }, fields: [] },
    { what: 'an answer to no question', sent: { ...bella, authAction: 'create-continue' }, fields: [] },
  ]
  it('makes nothing out of what is not right, and says where it is not', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    for (const { what, sent, fields } of wrong) {
      const page = await create(pages, sent)
      assert.equal(page.status, 200)
      assert.ok(page.find('div.mw-message-box-error').length > 0, what)
      assert.deepEqual(wrongFields(page), fields, what)
      const listed = page.find('.mw-message-box-error li a').length
      assert.equal(listed, fields.length, what)
      assert.doesNotMatch(page.html, new RegExp(password))
    }
    assert.deepEqual(await others(stopped), [])
  })

  it('security 15: does nothing without a token of the same session', async () => {
    await using stopped = await stoppedWiki()
    const other = await stopped.pages().open(title)
    await stopped.pages().submit(other, bella)
    assert.deepEqual(await others(stopped), [])
  })

  it('says why somebody may make none', async () => {
    for (const settings of [
      { ReadOnly: 'moving' },
      { GroupPermissions: { '*': { read: true } } },
    ]) {
      await using stopped = await stoppedWiki()
      const pages = new PageVisitor((request) => {
        request.headers.set('x-test-config', JSON.stringify(settings))
        return stopped.wiki.fetch(request)
      })
      const page = await pages.open(title)
      assert.equal(page.find('form#userlogin2').length, 0)
      assert.ok(['No account can be made', 'Not permitted'].includes(page.text('h1') ?? ''))
    }
  })
})
