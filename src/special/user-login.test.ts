import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { PageVisitor, SeenPage } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import { codeOf, periodAt } from '../auth/two-factor/one-time-code.ts'

const title = 'Special:UserLogin'
const own = { wpName: alice.name, wpPassword: alice.password }
const anHour = { ReauthenticateTime: { default: 3600 } }

/** Sends the login's form with other values in some of its fields. */
async function logIn(
  pages: PageVisitor,
  changes: Readonly<Record<string, string>> = own,
  query: Readonly<Record<string, string>> = {},
): Promise<SeenPage> {
  return pages.submit(await pages.open(title, query), changes)
}

function namesOf({ setCookies }: SeenPage): readonly (string | undefined)[] {
  return setCookies.map((cookie) => cookie.split('=', 1)[0])
}

/** Whether the visitor of some pages is logged in, as the header of a page says. */
async function isLoggedIn(pages: PageVisitor): Promise<boolean> {
  return (await pages.open('Special:Version')).find('#pt-logout').length === 1
}

function errorOf(page: SeenPage): string | undefined {
  return page.text('div.mw-message-box-error')
}

describe('Special:UserLogin', () => {
  it('has the fields that programs know from MediaWiki, hidden ones spelled as there', async () => {
    await using stopped = await stoppedWiki()
    const page = await stopped.pages().open(title, { returnto: 'Special:Version', uselang: 'fr' })
    const fields = page.fieldsOf('form[name=userlogin]')
    assert.deepEqual(Object.keys(fields), [
      ...['title', 'wpName', 'wpPassword', 'wpEditToken', 'authAction', 'uselang', 'force'],
      'wpLoginToken',
    ])
    assert.match(
      page.html,
      /<input id="wpEditToken" type="hidden" value="\+\\" name="wpEditToken"\/>/,
    )
    assert.match(page.html, /<input name="wpLoginToken" type="hidden" value="[\da-f]{40}\+\\"\/>/)
    assert.match(page.html, /<input name="force" type="hidden"\/>/)
    for (const id of ['wpName1', 'wpPassword1', 'wpRemember', 'wpLoginAttempt']) {
      assert.equal(page.find(`#${id}`).length, 1, id)
    }
    assert.match(page.headers.get('cache-control') ?? '', /no-store/)
  })

  it('takes the login token of the API, which makes its own', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const pages = stopped.pages(visitor)
    const page = await pages.open(title)
    const token = String(page.fieldsOf()['wpLoginToken'])
    assert.equal(await visitor.check('login', token), 'valid')
    const done = await pages.submit(page, { ...own, wpLoginToken: await visitor.token('login') })
    assert.equal(done.status, 302)
  })

  it('security 1: logs in under a new session, for as long as was asked, and leads back', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    const pages = stopped.pages(visitor)
    const page = await pages.open(title, { returnto: 'Special:Version', returntoquery: 'a=b' })
    const before = visitor.copy()
    const done = await pages.submit(page, own)
    assert.equal(done.status, 302)
    assert.equal(done.location, 'http://127.0.0.1:8080/index.php?title=Special:Version&a=b')
    assert.deepEqual(namesOf(done), ['wiki_session', 'wikiUserID', 'wikiUserName'])
    assert.equal(await visitor.whoAmI(), alice.name)
    // Who planted the session, or saw its tokens, is nobody.
    assert.equal(await before.whoAmI(), undefined)
    const old = String(page.fieldsOf()['wpLoginToken'])
    assert.equal(await visitor.check('login', old), 'invalid')

    const remembered = await logIn(stopped.pages(), { ...own, wpRemember: '1' })
    assert.deepEqual(namesOf(remembered), [
      'wiki_session',
      'wikiUserID',
      'wikiUserName',
      'wikiToken',
    ])
    assert.match(remembered.setCookies[3] ?? '', /Max-Age=15552000/)
  })

  it('shows the form again when something is wrong, without the password', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    const wrong = await logIn(pages, { ...own, wpPassword: 'a-wrong-one' })
    assert.equal(wrong.status, 200)
    assert.equal(errorOf(wrong), 'Incorrect user name or password.')
    assert.equal(wrong.fieldsOf()['wpName']?.[0], alice.name)
    assert.doesNotMatch(wrong.html, /a-wrong-one/)
    const nobody = await logIn(pages, { wpName: 'Nobody here', wpPassword: 'a-wrong-one' })
    assert.equal(errorOf(nobody), errorOf(wrong))
    const impossible = await logIn(pages, { ...own, wpName: 'A#b' })
    assert.match(errorOf(impossible) ?? '', /the name cannot be that of a user/)

    const empty = await logIn(pages, {})
    assert.equal(empty.find('#wpName1-error').length, 1)
    assert.equal(empty.find('#wpPassword1-error').length, 1)
    assert.equal(await isLoggedIn(pages), false)
  })

  it('security 15: does nothing without a token of the same session', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    const other = await stopped.pages().open(title)
    for (const wpLoginToken of ['', '+\\', String(other.fieldsOf()['wpLoginToken'])]) {
      const page = await logIn(pages, { ...own, wpLoginToken })
      assert.equal(page.status, 200)
      assert.match(errorOf(page) ?? '', /did not come from your session/)
    }
    // No session at all: a page elsewhere has sent the form.
    assert.match(errorOf(await stopped.pages().submit(other, own)) ?? '', /did not come/)
    assert.equal(await isLoggedIn(pages), false)
  })

  it('goes on where a form does not say that it begins, and says that there is nothing to go on with', async () => {
    await using stopped = await stoppedWiki()
    const page = await logIn(stopped.pages(), { ...own, authAction: '' })
    assert.equal(page.status, 200)
    assert.match(errorOf(page) ?? '', /cannot go on/)
  })

  it('security 36: leads only to pages of this wiki', async () => {
    await using stopped = await stoppedWiki()
    const targets = [
      ...['//evil.example', '/\\evil.example', '\\\\evil.example', 'https:evil.example'],
      ...['http://good\\@evil.example', 'javascript:alert(1)', 'data:text/html,x', 'a\r\nb: c'],
      ...['wikipedia:Main Page', 'x'.repeat(8000), 'Special:UserLogout', 'Special:PasswordReset'],
    ]
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = stopped.pages(visitor)
    for (const returnto of targets) {
      const page = await pages.open(title, { returnto, returntoquery: '//evil.example' })
      const { origin } = new URL(page.location ?? 'http://127.0.0.1:8080/')
      assert.equal(origin, 'http://127.0.0.1:8080', returnto)
    }
  })

  it('lets who has logged in meanwhile pass, and asks who came by intention', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = stopped.pages(visitor)
    const led = await pages.open(title, { returnto: 'Special:Version' })
    assert.equal(led.location, 'http://127.0.0.1:8080/wiki/Special:Version')
    const came = await pages.open(title)
    assert.match(came.text('div.mw-message-box-warning') ?? '', /logged in as Alice already/)
    assert.equal(came.fieldsOf()['wpName']?.[0], alice.name)
  })

  it('asks anew for what a thief of the session would like to do', async () => {
    await using stopped = await stoppedWiki({ settings: anHour })
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const pages = stopped.pages(visitor)
    stopped.clock.pass(3601)
    const query = { force: 'ChangeCredentials', returnto: 'Special:Version' }
    const page = await pages.open(title, query)
    assert.equal(page.text('h1'), 'Prove who you are')
    assert.equal(page.fieldsOf()['force']?.[0], 'ChangeCredentials')
    const wrong = await pages.submit(page, { wpPassword: 'a-wrong-one' })
    assert.equal(wrong.text('h1'), 'Prove who you are')
    const done = await pages.submit(wrong, { wpPassword: alice.password })
    assert.equal(done.status, 302)
    // It is recent now: the page lets pass.
    assert.equal((await pages.open(title, query)).status, 302)
  })

  it('has another password chosen where the one there is does not do any more', async () => {
    await using stopped = await stoppedWiki()
    await expirePassword(stopped)
    const visitor = stopped.visitor()
    const pages = stopped.pages(visitor)
    const asked = await logIn(pages, { ...own, wpRemember: '1' }, { returnto: 'Special:Version' })
    assert.equal(asked.status, 200)
    assert.equal(asked.find('div.mw-message-box-warning').length, 1)
    assert.deepEqual(Object.keys(asked.fieldsOf()), [
      ...['title', 'wpName', 'wpPassword', 'retype', 'wpEditToken', 'authAction', 'force'],
      'wpLoginToken',
    ])
    assert.equal(asked.fieldsOf()['authAction']?.[0], 'login-continue')
    assert.equal(await visitor.whoAmI(), undefined)

    const other = await pages.submit(asked, { wpPassword: 'one', retype: 'two' })
    assert.match(errorOf(other) ?? '', /not the same/)
    const skipped = await pages.submit(other, { skipReset: '1' })
    assert.equal(skipped.location, 'http://127.0.0.1:8080/wiki/Special:Version')
    assert.ok(namesOf(skipped).includes('wikiToken'))
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('logs in while nothing can be changed, and changes no password then', async () => {
    await using stopped = await stoppedWiki({ settings: { ReadOnly: 'moving' } })
    assert.equal((await logIn(stopped.pages())).status, 302)
    await expirePassword(stopped)
    const pages = stopped.pages()
    const asked = await logIn(pages)
    const next = 'velvet-anchor-thicket'
    const refused = await pages.submit(asked, { wpPassword: next, retype: next })
    assert.equal(errorOf(refused), 'The wiki is read-only for now.')
    assert.equal((await pages.submit(refused, { skipReset: '1' })).status, 302)
  })

  it('asks who has a second factor for a code, and logs nobody in before', async () => {
    await using stopped = await stoppedWiki({ settings: { Extensions: ['OATHAuth'] } })
    const secret = 'JBSWY3DPEHPK3PXP'
    await stopped.wiki.stores.secondFactors.save(1, { secret, recoveryCodes: [] })
    const visitor = stopped.visitor()
    const pages = stopped.pages(visitor)
    const asked = await logIn(pages, { ...own, wpRemember: '1' }, { returnto: 'Special:Version' })
    assert.equal(asked.find('div.mw-message-box-warning').length, 1)
    const [field] = asked.find('input[name=OATHToken]')
    assert.equal(field?.attributes.get('autocomplete'), 'one-time-code')
    assert.doesNotMatch(asked.html, new RegExp(alice.password))
    const wrong = await pages.submit(asked, { OATHToken: '000000' })
    assert.equal(wrong.find('div.mw-message-box-error').length, 1)
    assert.equal(await visitor.whoAmI(), undefined)
    const code = codeOf(secret, periodAt(stopped.clock.now()))
    const done = await pages.submit(wrong, { OATHToken: code })
    assert.equal(done.location, 'http://127.0.0.1:8080/wiki/Special:Version')
    assert.ok(namesOf(done).includes('wikiToken'))
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('says how long to wait who has tried too often, also with the right password', async () => {
    const settings = { PasswordAttemptThrottle: [{ count: 1, seconds: 300 }] }
    await using stopped = await stoppedWiki({ settings })
    const pages = stopped.pages()
    await logIn(pages, { ...own, wpPassword: 'a-wrong-one' })
    assert.match(errorOf(await logIn(pages)) ?? '', /Wait 5 minutes/)
    stopped.clock.pass(301)
    assert.equal((await logIn(pages)).status, 302)
  })

  it('is nothing that a program with a bot password can use', async () => {
    await using stopped = await stoppedWiki()
    const visitor = stopped.visitor()
    await visitor.logIn(alice.botName, alice.botPassword)
    const page = await stopped.pages(visitor).open('Special:Version')
    assert.equal(page.find('#pt-login').length, 1)
  })

  it('says above the form why somebody was sent there, if it is one of the reasons', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    const warned = await pages.open(title, { warning: 'exception-nologin-text' })
    assert.equal(warned.text('div.mw-message-box-warning'), 'Log in to use this page.')
    const other = await pages.open(title, { warning: 'mainpage', error: '<b>x</b>' })
    assert.equal(other.find('div.mw-message-box').length, 0)
  })

  it('leads who wants an account to where they are made', async () => {
    await using stopped = await stoppedWiki()
    const pages = stopped.pages()
    const led = await pages.open(title, { type: 'signup', returnto: 'X' })
    assert.match(led.location ?? '', /title=Special:CreateAccount&returnto=X$/)
  })
})

/** Lets Alice's password expire, a short while ago. */
async function expirePassword({ wiki, clock }: StoppedWiki): Promise<void> {
  const expired = new Date(clock.now().getTime() - 1000)
    .toISOString()
    .replace(/\D/g, '')
    .slice(0, 14)
  await wiki.database
    .updateTable('user')
    .set({ user_password_expires: expired })
    .where('user_name', '=', alice.name)
    .execute()
}
