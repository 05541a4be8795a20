import assert from 'node:assert/strict'
import { randomBytes } from 'node:crypto'
import { describe, it } from 'node:test'
import { PageVisitor, type SeenPage } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Visitor } from '../../test/visitor.ts'
import type { SettingsInput } from '../settings/settings.ts'

const form = '#mw-botpasswords-form'

/** Alice, who has logged in and reads pages. */
async function aliceIn(stopped: StoppedWiki): Promise<{ visitor: Visitor; pages: PageVisitor }> {
  const visitor = stopped.visitor()
  await visitor.logIn(alice.name, alice.password)
  return { visitor, pages: stopped.pages(visitor) }
}

/** What a program would log in with, as the page says. */
function shownLogin(page: SeenPage) {
  return {
    name: page.text('#mw-botpasswords-name') ?? '',
    password: page.text('#mw-botpasswords-password') ?? '',
  }
}

describe('Special:BotPasswords', () => {
  it('makes a bot password, with which a program logs in at once', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const list = await pages.open('Special:BotPasswords')
    assert.equal(list.find(`${form} #mw-botpasswords-table a`).length, 1)
    const named = await pages.submit(list, { wpappId: ' new tool ' }, form)
    assert.equal(named.location, 'http://127.0.0.1:8080/wiki/Special:BotPasswords/new_tool')

    const asked = await pages.follow(named)
    const wpgrants = ['grant-editpage', 'grant-highvolume']
    const changes = {
      wpgrants,
      'wpgrants[]': wpgrants,
      wprestrictions: '127.0.0.1\r\n ::1 \r\n\r\n',
    }
    const made = await pages.submit(asked, { ...changes, op: 'create' }, form)
    assert.equal(made.status, 200)
    assert.match(made.headers.get('cache-control') ?? '', /no-store/)
    const { name, password } = shownLogin(made)
    assert.equal(name, 'Alice@new_tool')
    assert.match(password, /^[0-9a-v]{32}$/)
    const stored = await stopped.wiki.stores.botPasswords.find(1, 'new_tool')
    assert.deepEqual(stored?.grants, ['basic', 'highvolume', 'editpage'])
    assert.deepEqual(stored?.addresses, ['127.0.0.1', '::1'])

    const program = stopped.visitor()
    await program.logIn(name, password)
    await stopped.visitor().logIn(alice.name, `new_tool@${password}`)
    const again = await pages.open('Special:BotPasswords/new_tool')
    assert.equal(again.html.includes(password), false)
    assert.deepEqual(again.fieldsOf(form)['wpgrants[]'], wpgrants)
  })

  it('security 46: changes one without its password, which ends its sessions', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const program = stopped.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    const shown = await pages.open('Special:BotPasswords/sweeper')
    // As MediaWiki reads it, this is a box that is not ticked.
    const changes = { 'wpgrants[]': 'grant-patrol', wpresetPassword: '0' }
    const done = await pages.submit(shown, { ...changes, op: 'update' }, form)
    assert.match(done.text('.mw-message-box-success') ?? '', /sweeper.*changed/)
    assert.equal(done.find('#mw-botpasswords-password').length, 0)
    assert.equal(await program.whoAmI(), undefined)
    await stopped.visitor().logIn(alice.botName, alice.botPassword)
    const stored = await stopped.wiki.stores.botPasswords.find(1, 'sweeper')
    assert.deepEqual(stored?.grants, ['basic', 'patrol'])
  })

  it('makes the password anew when asked to, and asks for it when nothing else helps', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    await stopped.wiki.database.updateTable('bot_passwords').set({ bp_password: '' }).execute()
    const list = await pages.open('Special:BotPasswords')
    assert.match(list.text('#mw-botpasswords-table') ?? '', /needs a new password/)
    const shown = await pages.open('Special:BotPasswords/sweeper')
    assert.equal(shown.fieldsOf(form)['wpresetPassword']?.[0], '1')
    const { name, password } = shownLogin(await pages.submit(shown, { op: 'update' }, form))
    assert.notEqual(password, alice.botPassword)
    await stopped.visitor().logIn(name, password)
  })

  it('security 46: deletes one, which ends its sessions', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const program = stopped.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    const shown = await pages.open('Special:BotPasswords/sweeper')
    const deletion = { op: 'delete', wprestrictions: 'no address' }
    for (const _ of ['now', 'once more']) {
      const done = await pages.submit(shown, deletion, form)
      assert.match(done.text('.mw-message-box-success') ?? '', /deleted/)
    }
    assert.equal(await program.whoAmI(), undefined)
    assert.equal((await stopped.wiki.stores.botPasswords.list(1)).length, 0)
  })

  it('does nothing when cancelled, whatever was typed', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const shown = await pages.open('Special:BotPasswords/sweeper')
    const left = await pages.submit(shown, { op: 'cancel', wprestrictions: '?' }, form)
    assert.equal(left.location, 'http://127.0.0.1:8080/wiki/Special:BotPasswords')
  })

  it('says what is wrong, keeps what was typed, and writes nothing', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const shown = await pages.open('Special:BotPasswords/tool')
    const typed = { 'wpgrants[]': ['grant-editpage'], op: 'create' }
    for (const [wprestrictions, error] of [
      ['192.0.2.7\nnonsense\n<b>', /“nonsense” is no address.*“<b>” is no address/s],
      ['fe80::1%eth0', /is no address/],
      ['192.0.2.0/33', /is no address/],
      ['', /has to be filled/],
      ['192.0.2.7\n'.repeat(6000), /too many/],
    ] as const) {
      const again = await pages.submit(shown, { ...typed, wprestrictions }, form)
      assert.match(again.text('#mw-input-wprestrictions-error') ?? '', error)
      const [link, ...others] = again.find('.mw-message-box-error li a')
      assert.equal(link?.attributes.get('href'), '#mw-input-wprestrictions')
      assert.deepEqual(others, [])
      assert.equal(again.fieldsOf(form)['wprestrictions']?.[0], wprestrictions.trim())
      assert.deepEqual(again.fieldsOf(form)['wpgrants[]'], ['grant-editpage'])
    }
    const unknown = { ...typed, 'wpgrants[]': ['grant-editpage', 'grant-constructor'] }
    const again = await pages.submit(shown, unknown, form)
    assert.match(again.text('#mw-input-wpgrants') ?? '', /none of those/)
    assert.equal(await stopped.wiki.stores.botPasswords.find(1, 'tool'), undefined)
  })

  it('makes none over one that is there, and changes none that is gone', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const shown = await pages.open('Special:BotPasswords/sweeper')
    const there = await pages.submit(shown, { op: 'create' }, form)
    assert.match(there.text('.mw-message-box-error') ?? '', /already/)
    await stopped.visitor().logIn(alice.botName, alice.botPassword)

    await stopped.wiki.stores.botPasswords.delete(1, 'sweeper')
    for (const wpresetPassword of ['', '1']) {
      const gone = await pages.submit(shown, { op: 'update', wpresetPassword }, form)
      assert.match(gone.text('.mw-message-box-error') ?? '', /any more/)
    }
    assert.equal((await stopped.wiki.stores.botPasswords.list(1)).length, 0)
  })

  it('security 46: makes none for who is being thrown out meanwhile', async () => {
    let throwOut: (() => Promise<void>) | undefined
    let thrownOut: Promise<void> | undefined
    // The salt of the hash is made when it is known who asks, and before anything is written.
    const random = (bytes: number): Buffer => {
      if (bytes === 16) thrownOut ??= throwOut?.()
      return randomBytes(bytes)
    }
    await using stopped = await stoppedWiki({ random })
    for (const [appId, op] of [
      ['tool', 'create'],
      ['sweeper', 'update'],
    ] as const) {
      const { pages } = await aliceIn(stopped)
      const shown = await pages.open(`Special:BotPasswords/${appId}`)
      throwOut = () => stopped.wiki.stores.accounts.replaceToken(1, randomBytes(16).toString('hex'))
      const answer = await pages.submit(shown, { op, wpresetPassword: '1' }, form)
      assert.equal(answer.find('.mw-message-box-error').length, 1)
      assert.notEqual(thrownOut, undefined)
      await thrownOut
      throwOut = thrownOut = undefined
    }
    assert.equal(await stopped.wiki.stores.botPasswords.find(1, 'tool'), undefined)
    await stopped.visitor().logIn(alice.botName, alice.botPassword)
  })

  it('does nothing with a token that is not good, and keeps what was typed', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const shown = await pages.open('Special:BotPasswords/sweeper')
    const typed = { op: 'delete', wpEditToken: '+\\', wprestrictions: '192.0.2.7' }
    const again = await pages.submit(shown, typed, form)
    assert.equal(again.fieldsOf(form)['wprestrictions']?.[0], '192.0.2.7')
    assert.equal((await stopped.wiki.stores.botPasswords.list(1)).length, 1)
    const list = await pages.open('Special:BotPasswords')
    const kept = await pages.submit(list, { wpappId: 'x', wpEditToken: '' }, form)
    assert.equal(kept.fieldsOf(form)['wpappId']?.[0], 'x')
  })

  it('refuses names that cannot be', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const list = await pages.open('Special:BotPasswords')
    for (const [wpappId, error] of [
      ['', /has to be filled/],
      ['ä'.repeat(17), /32 bytes/],
      ['a#b', /“a#b” cannot/],
      ['<script>', /cannot/],
      ['..', /cannot/],
    ] as const) {
      const again = await pages.submit(list, { wpappId }, form)
      assert.match(again.text('#mw-input-wpappId-error') ?? '', error)
    }
    const long = await pages.open(`Special:BotPasswords/${'x'.repeat(33)}`)
    assert.match(long.text('#mw-content-text') ?? '', /32 bytes/)
  })

  it('shows every name there is, and leads to those that can be addressed', async () => {
    await using stopped = await stoppedWiki()
    const names = ['a/b', 'c d', 'e#f', '<i>', 'größe', '?x=1&y']
    for (const appId of names) await stopped.wiki.createBotPassword({ user: alice.name, appId })
    const { pages } = await aliceIn(stopped)
    const list = await pages.open('Special:BotPasswords')
    const entries = list.text('#mw-botpasswords-table') ?? ''
    for (const name of names) assert.equal(entries.includes(name), true, name)
    const links = list.find('#mw-botpasswords-table a')
    assert.equal(links.length, names.length - 1)
    for (const link of links) {
      const shown = await pages.get(link.attributes.get('href') ?? '')
      assert.equal(shown.find('button[value=update]').length, 1)
    }
  })

  it('security 47: is for who has logged in lately with an own password', async () => {
    await using stopped = await stoppedWiki()
    const login = 'http://127.0.0.1:8080/index.php?title=Special:UserLogin'
    const anonymous = await stopped.pages().open('Special:BotPasswords')
    const back = '&returnto=Special%3ABotPasswords&returntoquery='
    assert.equal(anonymous.location, `${login}${back}&warning=exception-nologin-text`)

    const program = stopped.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    const refused = await stopped.pages(program).open('Special:BotPasswords')
    assert.equal(refused.location, anonymous.location)

    const { pages } = await aliceIn(stopped)
    stopped.clock.pass(3601)
    const late = await pages.open('Special:BotPasswords')
    assert.equal(late.location, `${login}${back}&force=BotPasswords`)
  })

  it('is for nobody who is blocked, nor while nothing can be changed, nor where there are none', async () => {
    await using stopped = await stoppedWiki()
    const { visitor, pages } = await aliceIn(stopped)
    for (const [settings, heading, text] of [
      [{ ReadOnly: 'moving' }, 'Nothing can be changed now', /moving/],
      [{ EnableBotPasswords: false }, 'Bot passwords', /no bot passwords/],
    ] satisfies [SettingsInput, string, RegExp][]) {
      const page = await openWith(settings, visitor, stopped)
      assert.equal(page.text('h1'), heading)
      assert.match(page.text('#mw-content-text') ?? '', text)
    }

    await stopped.wiki.createAccount({ name: 'Theo', password: alice.password, groups: ['sysop'] })
    const theo = stopped.visitor()
    await theo.logIn('Theo', alice.password)
    const block = { action: 'block', user: alice.name, reason: '<b>Spam</b>' }
    await theo.ask({ ...block, token: await theo.token('csrf') })
    const shown = await pages.open('Special:BotPasswords')
    assert.equal(shown.text('h1'), 'You are blocked')
    assert.match(shown.text('#mw-content-text') ?? '', /Theo.*<b>Spam<\/b>/s)
  })
})

/** The page as it would be if settings were others. */
function openWith(settings: SettingsInput, { jar }: Visitor, { wiki }: StoppedWiki) {
  const ask = (request: Request): Promise<Response> => {
    request.headers.set('x-test-config', JSON.stringify(settings))
    return wiki.fetch(request)
  }
  return new PageVisitor(ask, { jar }).open('Special:BotPasswords')
}
