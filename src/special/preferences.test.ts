import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { FormFields } from '../../test/page-visitor.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'

const form = '#mw-prefs-form'
const title = 'Special:Preferences'

async function aliceIn(stopped: StoppedWiki) {
  const visitor = stopped.visitor()
  await visitor.logIn(alice.name, alice.password)
  const pages = stopped.pages(visitor)
  const send = async (fields: FormFields) => pages.submit(await pages.open(title), fields, form)
  return { visitor, pages, send }
}

async function kept({ wiki }: StoppedWiki) {
  return Object.fromEntries(await wiki.stores.preferences.of(1))
}

describe('Special:Preferences', () => {
  it('saves what was chosen, says so once, and speaks the new language at once', async () => {
    await using stopped = await stoppedWiki()
    const { pages, send } = await aliceIn(stopped)
    const sent = {
      wplanguage: 'fr',
      wpgender: 'female',
      wpdate: 'ISO 8601',
      wprealname: ' Alice <b> ',
    }
    const saved = await send(sent)
    assert.equal(saved.location, 'http://127.0.0.1:8080/wiki/Special:Preferences')
    const back = await pages.follow(saved)
    assert.match(back.text('.mw-message-box-success') ?? '', /enregistrées/)
    assert.equal(back.text('h1'), 'Préférences')
    const again = await pages.open(title)
    assert.equal(again.find('.mw-message-box-success').length, 0)
    const { wplanguage, wpgender, wpdate, wprealname } = again.fieldsOf(form)
    assert.deepEqual([wplanguage, wpgender, wpdate].flat(), ['fr', 'female', 'ISO 8601'])
    assert.equal(wprealname?.[0], 'Alice <b>')
    assert.deepEqual(await kept(stopped), { date: 'ISO 8601', gender: 'female', language: 'fr' })
    await send({ wplanguage: 'en', wpgender: 'unknown', wpdate: 'default', wprealname: '' })
    assert.deepEqual(await kept(stopped), {})
  })

  it('saves nothing when something is wrong, and keeps what was typed', async () => {
    await using stopped = await stoppedWiki()
    const { send } = await aliceIn(stopped)
    for (const [wrong, where] of [
      [{ wplanguage: 'zz' }, 'language'],
      [{ wpdate: 'never' }, 'date'],
      [{ wprealname: 'ä'.repeat(128) }, 'realname'],
    ] as const) {
      const again = await send({ wpgender: 'male', ...wrong })
      assert.equal(again.find(`#mw-input-wp${where}-error`).length, 1, where)
      assert.equal(again.find('.mw-message-box-error').length, 1)
      const [link] = again.find('.mw-message-box-error[role=alert] li a')
      assert.equal(link?.attributes.get('href'), `#mw-input-wp${where}`)
      assert.deepEqual(again.fieldsOf(form)['wpgender'], ['male'])
    }
    const forged = await send({ wpgender: 'male', wpEditToken: '+\\' })
    assert.equal(forged.find('.mw-message-box-error').length, 1)
    assert.deepEqual(await kept(stopped), {})
  })

  it('takes a time zone from the list, or as it is typed', async () => {
    await using stopped = await stoppedWiki()
    const { send, pages } = await aliceIn(stopped)
    for (const [chosen, typed, timecorrection] of [
      ['Offset|120', '', 'Offset|120'],
      ['other', 'Europe/Paris', 'ZoneInfo|60|Europe/Paris'],
      ['other', '+05:30', 'Offset|330'],
      ['ZoneInfo|0|Asia/Kolkata', '', 'ZoneInfo|0|Asia/Kolkata'],
    ] as const) {
      await send({ wptimecorrection: chosen, 'wptimecorrection-other': typed })
      assert.deepEqual(await kept(stopped), { timecorrection })
    }
    const shown = await pages.open(title)
    assert.deepEqual(shown.fieldsOf(form)['wptimecorrection'], ['ZoneInfo|330|Asia/Kolkata'])
    await send({ wptimecorrection: 'System|0' })
    assert.deepEqual(await kept(stopped), {})
  })

  it('changes nothing that a program did not send, nor what it has no field for', async () => {
    await using stopped = await stoppedWiki()
    const { visitor, pages, send } = await aliceIn(stopped)
    await send({ wpgender: 'male', wprealname: 'Alice A.' })
    const { jar } = visitor
    const { html } = await pages.open(title)
    const [, wpEditToken = ''] = /value="([0-9a-f]{32,}\+\\)"/.exec(html) ?? []
    const response = await stopped.wiki.fetch(
      new Request(`http://127.0.0.1:8080/index.php?title=${title}`, {
        method: 'POST',
        headers: { cookie: jar.header() ?? '' },
        body: new URLSearchParams({ wpEditToken, wpdate: 'dmy', wpskin: 'monobook' }),
        redirect: 'manual',
      }),
    )
    assert.equal(response.status, 302)
    assert.deepEqual(await kept(stopped), { date: 'dmy', gender: 'male' })
    assert.equal((await stopped.wiki.stores.accounts.findById(1))?.realName, 'Alice A.')
  })

  it('forgets everything once that is confirmed', async () => {
    await using stopped = await stoppedWiki()
    const { visitor, pages, send } = await aliceIn(stopped)
    await send({ wpgender: 'male' })
    const token = await visitor.token('csrf')
    await visitor.ask({ action: 'options', change: 'userjs-note=1', token })
    const asked = await pages.open(`${title}/reset`)
    const again = await pages.submit(asked)
    assert.equal(again.find('#mw-input-wpconfirm-error').length, 1)
    assert.notDeepEqual(await kept(stopped), {})
    const done = await pages.submit(again, { wpconfirm: '1' })
    assert.equal(done.location, 'http://127.0.0.1:8080/wiki/Special:Preferences')
    assert.deepEqual(await kept(stopped), {})
  })

  it('leads to everything else, and tells how it stands', async () => {
    await using stopped = await stoppedWiki({ settings: { Extensions: ['OATHAuth'] } })
    const { pages } = await aliceIn(stopped)
    const database = stopped.wiki.database.updateTable('user')
    const states = [
      [{ user_email: '' }, /Add an address/],
      [
        { user_email: 'alice@inbox.example' },
        /alice@inbox.example Change.*Not confirmed.*Confirm it/s,
      ],
      [{ user_email_authenticated: '20260101000000' }, /alice@inbox.example Change.*Confirmed at/s],
    ] as const
    for (const [columns, text] of states) {
      await database.set(columns).execute()
      assert.match((await pages.open(title)).text('#mw-input-wpemailaddress') ?? '', text)
    }
    const page = await pages.open(title)
    for (const name of ['ChangeEmail', 'ChangePassword', 'BotPasswords', 'Sessions'])
      assert.ok(
        page.html.includes(`title=Special:${name}&#38;returnto=Special%3APreferences`),
        name,
      )
    assert.match(page.text(form) ?? '', /Second factor: off/)
  })

  it('lists the languages that its pages speak before the others', async () => {
    await using stopped = await stoppedWiki()
    const { pages } = await aliceIn(stopped)
    const list = '#mw-input-wplanguage'
    const page = await pages.open(title)
    const first = page.find(`${list} > option`).map(({ attributes }) => attributes.get('value'))
    assert.ok(first.includes('en') && first.includes('fr') && !first.includes('de'))
    const [group] = page.find(`${list} optgroup`)
    assert.match(group?.attributes.get('label') ?? '', /pages like this one are in English/)
    assert.equal(page.find(`${list} optgroup option[value=de]`).length, 1)
  })

  it('says that nothing was saved to who sends it when the session has ended', async () => {
    await using stopped = await stoppedWiki()
    const { visitor, pages } = await aliceIn(stopped)
    const asked = await pages.open(title)
    await visitor.logOut()
    const late = await pages.submit(asked, { wpgender: 'male' }, form)
    assert.match(late.location ?? '', /Special:UserLogin&.*&warning=pages-login-unsaved$/)
    const login = await pages.follow(late)
    assert.match(login.text('.mw-message-box-warning') ?? '', /nothing was saved: log in, and fill/)
    assert.deepEqual(await kept(stopped), {})
  })

  it('is for who is logged in', async () => {
    await using stopped = await stoppedWiki()
    const anonymous = await stopped.pages().open(title)
    assert.match(anonymous.location ?? '', /Special:UserLogin&.*warning=prefsnologintext2$/)
  })
})
