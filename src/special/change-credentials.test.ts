import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { exampleProvider } from '../../test/example-provider.ts'
import type { PageVisitor } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Visitor } from '../../test/visitor.ts'
import { defaultProviders } from '../auth/providers/default-providers.ts'
import { textOf } from '../compare/read-markup.ts'

const id = 'MediaWiki\\Auth\\PasswordAuthenticationRequest'
const title = `Special:ChangeCredentials/${id}`
const next = 'velvet-anchor-thicket'
const wanted = { password: next, retype: next }

async function loggedIn(stopped: StoppedWiki): Promise<{ visitor: Visitor; pages: PageVisitor }> {
  const visitor = stopped.visitor()
  await visitor.logIn(alice.name, alice.password)
  return { visitor, pages: stopped.pages(visitor) }
}

describe('Special:ChangeCredentials', () => {
  it('lists what can be changed, and leads to it', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await loggedIn(stopped)
    const [link] = (await pages.open('Special:ChangeCredentials')).find('main li a')
    assert.equal(
      link?.attributes.get('href'),
      `/wiki/Special:ChangeCredentials/${id.replaceAll('\\', '%5C')}`,
    )
    const old = await pages.open('Special:ChangePassword', { returnto: 'X' })
    assert.match(
      old.location ?? '',
      /title=Special:ChangeCredentials\/MediaWiki%5CAuth.*&returnto=X$/,
    )
    const unknown = await pages.open('Special:ChangeCredentials/Foo')
    assert.match(unknown.text('main') ?? '', /no way to log in of that name/)
  })

  it('changes the password, ends all other sessions, and goes on under another id with other tokens', async () => {
    await using stopped = await stoppedWiki()
    const { visitor, pages } = await loggedIn(stopped)
    const elsewhere = (await loggedIn(stopped)).visitor
    const program = stopped.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    const thief = visitor.copy()
    const token = await visitor.token('csrf')
    const form = await pages.open(title)
    assert.equal(form.text('h1'), 'Change password')
    assert.deepEqual(Object.keys(form.fieldsOf()).sort(), [
      ...['authAction', 'password', 'retype', 'title', 'wpAuthToken', 'wpEditToken', 'wpusername'],
    ])
    const labels = form.find('main label').map((label) => textOf(label).trim())
    assert.deepEqual(labels, ['User name', 'New password', 'New password once more'])
    assert.match(form.text('.mw-message-box-notice') ?? '', /your bot passwords stop working/)
    const done = await pages.submit(form, wanted)
    assert.equal(done.find('div.mw-message-box-success').length, 1)
    assert.match(done.text('.mw-message-box-success') ?? '', /Your bot passwords have stopped/)
    // They have stopped already: there is nothing more to say of them.
    assert.equal((await pages.open(title)).find('.mw-message-box-notice').length, 0)
    assert.equal(await visitor.whoAmI(), alice.name)
    assert.equal(await visitor.check('csrf', token), 'invalid')
    for (const other of [elsewhere, program, thief]) assert.equal(await other.whoAmI(), undefined)

    await stopped.visitor().logIn(alice.name, next)
    const bot = await stopped.visitor().tryLogIn(alice.botName, alice.botPassword)
    assert.notEqual(bot?.result, 'Success')
  })

  it('leads back to where its visitor came from, which says once that it is done', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await loggedIn(stopped)
    const form = await pages.open(title, { returnto: 'Special:Preferences' })
    const done = await pages.submit(form, wanted)
    assert.equal(done.location, 'http://127.0.0.1:8080/wiki/Special:Preferences')
    const back = await pages.follow(done)
    assert.match(back.text('.mw-message-box-success') ?? '', /has been changed.*have stopped/)
    const again = await pages.open('Special:Preferences')
    assert.equal(again.find('.mw-message-box-success').length, 0)
  })

  it('changes nothing when something is wrong', async () => {
    await using stopped = await stoppedWiki()
    const { visitor, pages } = await loggedIn(stopped)
    const form = await pages.open(title)
    // biome-ignore format: a table
    const wrong = [
      {},
      { ...wanted, retype: 'another' },
      { password: 'alice', retype: 'alice' },
      { ...wanted, wpAuthToken: '' },
      { ...wanted, wpAuthToken: await visitor.token('csrf') },
    ]
    for (const fields of wrong) {
      const page = await pages.submit(form, fields)
      assert.equal(page.status, 200)
      assert.ok(page.find('div.mw-message-box-error').length > 0)
    }
    await stopped.visitor().logIn(alice.name, alice.password)
  })

  it('security 47: is for who has logged in a short while ago', async () => {
    await using stopped = await stoppedWiki({ settings: { ReauthenticateTime: { default: 3600 } } })
    const nobody = await stopped.pages().open(title, { a: 'b' })
    assert.match(nobody.location ?? '', /title=Special:UserLogin&.*&force=ChangeCredentials$/)
    const { pages } = await loggedIn(stopped)
    const form = await pages.open(title)
    stopped.clock.pass(3601)
    const late = await pages.submit(form, wanted)
    assert.match(
      late.location ?? '',
      /&returntoquery=&force=ChangeCredentials&warning=pages-login-unsaved$/,
    )
    await stopped.visitor().logIn(alice.name, alice.password)
    // Coming back from there, it can be done.
    const login = await pages.follow(late)
    assert.match(login.html, /nothing was saved/)
    const back = await pages.submit(login, { wpPassword: alice.password })
    assert.equal((await pages.follow(back)).find('input[name=password]').length, 1)
  })
})

describe('the pages of other ways to log in', () => {
  it('remove what can be removed', async () => {
    await using stopped = await stoppedWiki()
    const { visitor, pages } = await loggedIn(stopped)
    const list = await pages.open('Special:RemoveCredentials')
    const [link] = list.find('main li a')
    const form = await pages.get(link?.attributes.get('href') ?? '')
    const done = await pages.submit(form)
    assert.equal(done.find('div.mw-message-box-success').length, 1)
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('link and unlink accounts, where the wiki knows of others', async () => {
    const { pre, primary, secondary } = defaultProviders
    const providers = { pre, primary: [...primary, exampleProvider], secondary }
    await using stopped = await stoppedWiki({ providers })
    const { pages } = await loggedIn(stopped)
    const form = await pages.open('Special:LinkAccounts')
    const empty = await pages.submit(form)
    assert.equal(empty.find('input[aria-invalid=true]').length, 1)
    const linked = await pages.submit(form, { provider: 'Example' })
    assert.equal(linked.find('div.mw-message-box-success').length, 1)
    const unlink = await pages.open('Special:UnlinkAccounts/FooAuthenticationRequest')
    const unlinked = await pages.submit(unlink)
    assert.equal(unlinked.find('div.mw-message-box-success').length, 1)
  })

  it('say so where there is nothing to link', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await loggedIn(stopped)
    const page = await pages.open('Special:LinkAccounts')
    assert.equal(page.find('main form').length, 0)
  })
})
