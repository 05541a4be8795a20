import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { createWiki, type OpenWiki, type SettingsInput } from '../../index.ts'
import type { Account } from '../accounts/account-store.ts'
import { askForConfirmation, makeConfirmation } from './email-confirmation.ts'
import { makeTemporaryPassword, type PasswordMailing, welcomeByMail } from './temporary-password.ts'

const noon = new Date('2026-01-01T12:00:00Z')

interface Opened extends AsyncDisposable {
  readonly wiki: OpenWiki
  readonly bob: Account
  readonly sources: PasswordMailing & { readonly address: string }
}

/** A wiki with Bob, and what writing to him takes. */
async function open(email: string, settings: SettingsInput = {}): Promise<Opened> {
  const wiki = createWiki({ settings, clock: { now: () => noon } })
  const { id } = await wiki.createAccount({ name: 'Bob', password: 'velvet-harbour' })
  // What a database holds, nobody may have looked at.
  await wiki.database.updateTable('user').set({ user_email: email }).execute()
  const bob = await wiki.stores.accounts.findById(id)
  assert.ok(bob)
  const { mailer, random, afterwards } = wiki
  const start = (task: () => Promise<void>) => afterwards.start(task)
  const parts = { mailer, random, afterwards: start, address: '192.0.2.7', now: noon }
  const sources = { ...wiki.stores, settings: wiki.settings, ...parts }
  return { wiki, bob, sources, [Symbol.asyncDispose]: () => wiki.close() }
}

describe('the mail about a new account', () => {
  it('brings a password of which only the hash is stored', async () => {
    await using opened = await open('bob@inbox.example')
    const { password, stored } = await makeTemporaryPassword(opened.sources)
    assert.match(stored.hash, /^:pbkdf2:/)
    assert.deepEqual(stored.made, noon)
    welcomeByMail(opened.bob, { by: 'Alice', password }, opened.sources)
    assert.equal(opened.wiki.mails.length, 0)
    await opened.wiki.settle()
    const [mail] = opened.wiki.mails
    assert.equal(mail?.subject, 'Your new account on Jeton')
    assert.match(mail.text, /^Alice has made an account for you on Jeton/m)
    assert.match(mail.text, /^Temporary password: [0-9a-v]{10}$/m)
    assert.ok(mail.text.includes(password))
  })

  it('says what was typed, not what it would mean as markup', async () => {
    await using opened = await open('bob@inbox.example')
    const words = { by: "O'Brien & $1 <b>&#39;</b>", password: 'secret' }
    welcomeByMail(opened.bob, words, opened.sources)
    await opened.wiki.settle()
    assert.match(opened.wiki.mails[0]?.text ?? '', /^O'Brien & \$1 <b>&#39;<\/b> has made/m)
  })
})

describe('the mail that asks to confirm an address', () => {
  it('brings a token of which only the hash is stored', async () => {
    await using opened = await open('bob@inbox.example')
    const confirmation = makeConfirmation(opened.sources)
    askForConfirmation(opened.bob, confirmation, opened.sources)
    await opened.wiki.settle()
    const [mail] = opened.wiki.mails
    assert.equal(mail?.subject, 'Confirm your e-mail address on Jeton')
    const [, token = ''] = /\/Special:ConfirmEmail\/([0-9a-f]{32})$/m.exec(mail.text) ?? []
    assert.match(mail.text, new RegExp(`/Special:InvalidateEmail/${token}$`, 'm'))
    assert.match(mail.text, /until 2026-01-08 12:00 UTC\./)
    assert.match(mail.text, /from the address 192\.0\.2\.7\./)
    const hash = createHash('md5').update(token).digest('hex')
    const expires = new Date('2026-01-08T12:00:00Z')
    assert.deepEqual(confirmation, { token, stored: { hash, expires } })
  })

  it('is not sent where mails are switched off, or to what is no address', async () => {
    const odd = 'bob@inbox.example\r\nBcc: eve@evil.example'
    for (const [email, settings] of [
      ['bob@inbox.example', { EnableEmail: false }],
      ['', {}],
      [odd, {}],
    ] as const) {
      await using opened = await open(email, settings)
      askForConfirmation(opened.bob, makeConfirmation(opened.sources), opened.sources)
      welcomeByMail(opened.bob, { by: 'Alice', password: 'secret' }, opened.sources)
      await opened.wiki.settle()
      assert.deepEqual(opened.wiki.mails, [])
    }
  })
})
