import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import { codeOf, periodAt } from '../auth/two-factor/one-time-code.ts'

const title = 'Special:Manage_Two-factor_authentication'

async function aliceIn() {
  const stopped = await stoppedWiki({ settings: { Extensions: ['OATHAuth'] } })
  const visitor = stopped.visitor()
  await visitor.logIn(alice.name, alice.password)
  return { stopped, pages: stopped.pages(visitor) }
}

function codeNow({ clock }: StoppedWiki, secret: string, later = 0): string {
  return codeOf(secret, periodAt(clock.now()) + later)
}

/** Whether a login with the password alone ends there. */
async function isCodeAsked({ visitor }: StoppedWiki): Promise<boolean> {
  const answer = await visitor().tryLogIn(alice.name, alice.password)
  return answer?.result === 'Aborted'
}

const factor = { secret: 'JBSWY3DPEHPK3PXP', recoveryCodes: ['AAAABBBBCCCCDDDD'] }

describe('Special:Manage_Two-factor_authentication', () => {
  it('gives a secret, which counts once a code proves that an app has it', async () => {
    const { stopped, pages } = await aliceIn()
    await using _ = stopped
    const overview = await pages.open(title)
    assert.match(overview.text('#mw-content-text') ?? '', /Second factor: off/)
    const asked = await pages.open(title, { action: 'enable', module: 'totp' })
    assert.match(asked.headers.get('cache-control') ?? '', /no-store/)
    const secret = asked.text('#mw-oathauth-secret')?.replaceAll(' ', '') ?? ''
    assert.match(asked.html, new RegExp(`otpauth://totp/Jeton:Alice\\?[^"]*secret=${secret}`))

    for (const token of ['', '000000', codeNow(stopped, secret, 6)]) {
      const again = await pages.submit(asked, { token })
      assert.equal(again.text('#mw-oathauth-secret')?.replaceAll(' ', ''), secret)
      assert.equal(again.find('#mw-input-token-error').length, 1)
    }
    assert.equal(await isCodeAsked(stopped), false)
    const done = await pages.submit(asked, { token: codeNow(stopped, secret) })
    const codes = done.find('#mw-oathauth-codes code')
    assert.equal(codes.length, 10)
    assert.equal((await stopped.wiki.stores.secondFactors.find(1))?.secret, secret)
    assert.equal(await isCodeAsked(stopped), true)

    const later = await pages.open(title)
    assert.match(later.text('#mw-content-text') ?? '', /on.*10 recovery codes/s)
    const asks = await pages.open(title, { action: 'enable', module: 'totp' })
    for (const page of [later, asks]) assert.equal(page.find('#mw-oathauth-secret').length, 0)
  })

  it('takes it away from who gives a code, or a recovery code', async () => {
    const { stopped, pages } = await aliceIn()
    await using _ = stopped
    for (const token of [codeNow(stopped, factor.secret), 'AAAA BBBB CCCC DDDD']) {
      await stopped.wiki.stores.secondFactors.save(1, factor)
      const asked = await pages.open(title, { action: 'disable', module: 'totp' })
      const wrong = await pages.submit(asked, { token: '000000' })
      assert.match(wrong.text('#mw-input-token-error') ?? '', /not right/)
      const forged = await pages.submit(asked, { token, wpEditToken: '+\\' })
      assert.equal(forged.find('#mw-input-token-error').length, 1)
      assert.notEqual(await stopped.wiki.stores.secondFactors.find(1), undefined)
      const done = await pages.submit(asked, { token })
      assert.equal(done.find('.mw-message-box-success').length, 1)
      assert.equal(await stopped.wiki.stores.secondFactors.find(1), undefined)
    }
  })

  it('lets nobody guess', async () => {
    const { stopped, pages } = await aliceIn()
    await using _ = stopped
    await stopped.wiki.stores.secondFactors.save(1, factor)
    const asked = await pages.open(title, { action: 'disable', module: 'totp' })
    for (let tries = 0; tries < 10; tries += 1) await pages.submit(asked, { token: '000000' })
    const token = codeNow(stopped, factor.secret)
    const refused = await pages.submit(asked, { token })
    assert.match(refused.text('#mw-input-token-error') ?? '', /wait/)
    assert.notEqual(await stopped.wiki.stores.secondFactors.find(1), undefined)
    stopped.clock.pass(120)
    await pages.submit(asked, { token: codeNow(stopped, factor.secret) })
    assert.equal(await stopped.wiki.stores.secondFactors.find(1), undefined)
  })

  it('is there only with the extension, for who has logged in lately and may have one', async () => {
    await using without = await stoppedWiki()
    assert.equal((await without.pages().open(title)).status, 404)
    assert.equal((await without.pages().open('Special:SpecialPages')).html.includes(title), false)

    const { stopped, pages } = await aliceIn()
    await using _ = stopped
    const moved = await pages.open('Special:OATHManage')
    assert.match(moved.location ?? '', new RegExp(`${title}$`))
    const anonymous = await stopped.pages().open(title)
    assert.match(anonymous.location ?? '', /warning=exception-nologin-text/)
    stopped.clock.pass(3601)
    assert.match((await pages.open(title)).location ?? '', /force=OATHManage/)

    const settings = {
      Extensions: ['OATHAuth'],
      GroupPermissions: { user: { 'oathauth-enable': false } },
    }
    await using refusing = await stoppedWiki({ settings })
    const visitor = refusing.visitor()
    await visitor.logIn(alice.name, alice.password)
    assert.equal((await refusing.pages(visitor).open(title)).text('h1'), 'Not permitted')
    // Who has one already may still be rid of it.
    await refusing.wiki.stores.secondFactors.save(1, factor)
    const asked = await refusing.pages(visitor).open(title, { action: 'disable', module: 'totp' })
    assert.equal(asked.find('#mw-input-token').length, 1)
  })
})
