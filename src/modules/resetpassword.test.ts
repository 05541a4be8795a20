import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Mail, WikiOptions } from '../index.ts'

const password = 'velvet-harbour-compass'
const bob = { name: 'Bob', password, email: 'bob@inbox.example' }
const berta = { name: 'Berta', password, email: 'bob@inbox.example' }

/** A wiki where Bob and Berta share a mailbox, and Alice has none. */
async function open(options: WikiOptions = {}): Promise<StoppedWiki> {
  const stopped = await stoppedWiki(options)
  for (const account of [bob, berta]) await stopped.wiki.createAccount(account)
  return stopped
}

/** Asks for passwords, waits for mails, and tells those that came. */
async function reset(
  { wiki, visitor }: StoppedWiki,
  form: Readonly<Record<string, string>>,
  who = visitor(),
): Promise<readonly Mail[]> {
  const before = wiki.mails.length
  const token = await who.token('csrf')
  const { error } = await who.ask({ action: 'resetpassword', token, ...form })
  assert.equal(error, undefined)
  await wiki.settle()
  return wiki.mails.slice(before)
}

function passwordIn(mail: Mail | undefined): string {
  const [, found = ''] = /[Pp]assword: (\S+)/.exec(mail?.text ?? '') ?? []
  return found
}

describe('action=resetpassword', () => {
  it('mails a password that is good for one login', async () => {
    await using stopped = await open({ settings: { Sitename: 'Herbs' } })
    const [mail, ...more] = await reset(stopped, { user: 'bob' })
    assert.equal(more.length, 0)
    assert.deepEqual(mail?.to, { name: 'Bob', address: bob.email })
    assert.equal(mail.subject, 'Your account on Herbs')
    assert.match(
      mail.text,
      /^somebody at the address 127\.0\.0\.1 .* on Herbs \(<http:\/\/127\.0\.0\.1:8080\/wiki\/Main_Page>\) for the account/m,
    )
    assert.match(mail.text, /^Name: Bob$/m)
    assert.match(mail.text, /used for 7 days/)
    assert.match(passwordIn(mail), /^[0-9a-v]{10}$/)
    // Whoever comes with it has to choose another first, which this module cannot ask for.
    const visitor = stopped.visitor()
    assert.equal((await visitor.tryLogIn('Bob', passwordIn(mail)))?.result, 'Aborted')
    assert.equal((await visitor.tryLogIn('Bob', bob.password))?.result, 'Success')
  })

  it('lets who has got it choose a password of his own, which ends it', async () => {
    await using stopped = await open()
    const [mail] = await reset(stopped, { user: 'Bob' })
    const visitor = stopped.visitor()
    const step = async (form: Readonly<Record<string, string>>) => {
      const logintoken = await visitor.token('login')
      const { body } = await visitor.ask({ action: 'clientlogin', logintoken, ...form })
      return Object(body).clientlogin
    }
    const begin = { username: 'Bob', password: passwordIn(mail), loginreturnurl: 'http://x.test/' }
    const asked = await step(begin)
    assert.deepEqual([asked.status, asked.messagecode], ['UI', 'resetpass-temp-emailed'])
    assert.equal(await visitor.whoAmI(), undefined)
    const own = 'copper-meadow-violin'
    const passed = await step({ logincontinue: '1', password: own, retype: own })
    assert.deepEqual([passed.status, passed.username], ['PASS', 'Bob'])
    assert.equal(await visitor.whoAmI(), 'Bob')
    assert.equal((await step(begin)).messagecode, 'wrongpassword')
    await stopped.visitor().logIn('Bob', own)
  })

  it('stores a hash, and leaves bot passwords and the old password alone', async () => {
    await using stopped = await open()
    await stopped.wiki.database
      .updateTable('user')
      .set({ user_email: 'alice@inbox.example' })
      .where('user_name', '=', alice.name)
      .execute()
    const [mail] = await reset(stopped, { user: alice.name })
    const account = await stopped.wiki.database
      .selectFrom('user')
      .selectAll()
      .where('user_name', '=', alice.name)
      .executeTakeFirstOrThrow()
    assert.match(account.user_newpassword, /^:pbkdf2:/)
    assert.doesNotMatch(JSON.stringify(account), new RegExp(passwordIn(mail)))
    await stopped.visitor().logIn(alice.name, alice.password)
    await stopped.visitor().logIn(alice.botName, alice.botPassword)
  })

  it('mails none to who has no address, or is nobody', async () => {
    await using stopped = await open()
    for (const form of [
      { user: alice.name },
      { user: 'Nobody' },
      { email: 'nobody@inbox.example' },
      { email: 'nonsense' },
      { email: 'BOB@inbox.example' },
    ])
      assert.deepEqual(await reset(stopped, form), [])
  })

  it('writes to all accounts with an address', async () => {
    await using stopped = await open()
    const mails = await reset(stopped, { email: bob.email })
    assert.deepEqual(mails.map(({ to }) => to.name).sort(), ['Berta', 'Bob'])
    assert.equal(new Set(mails.map(passwordIn)).size, 2)
  })

  it('mails no second one for a day, be it asked by name or address', async () => {
    await using stopped = await open()
    assert.equal((await reset(stopped, { user: 'Bob' })).length, 1)
    stopped.clock.pass(24 * 3600 - 1)
    assert.equal((await reset(stopped, { user: 'Bob' })).length, 0)
    assert.equal((await reset(stopped, { email: bob.email })).length, 0)
    stopped.clock.pass(1)
    assert.equal((await reset(stopped, { user: 'Bob' })).length, 1)
  })

  it('mails one only, however many ask at once', async () => {
    await using stopped = await open({
      settings: { RateLimits: { mailpassword: { ip: [99, 3600] } } },
    })
    const { wiki, visitor } = stopped
    const form = { action: 'resetpassword', user: 'Bob', token: '+\\' }
    await Promise.all(Array.from({ length: 10 }, () => visitor().ask(form)))
    await wiki.settle()
    assert.equal(wiki.mails.length, 1)
  })

  it('does no more than five times an hour what an address asks for, and answers the same', async () => {
    await using stopped = await open()
    const bodies = new Set<string>()
    const names = ['Bob', ...Array.from({ length: 19 }, (_, at) => `Bob ${at}`)]
    for (const name of names.slice(1)) await stopped.wiki.createAccount({ ...bob, name })
    await Promise.all(
      names.map(async (user) => {
        const form = { action: 'resetpassword', user, token: '+\\' }
        bodies.add(JSON.stringify((await stopped.visitor().ask(form)).body))
      }),
    )
    await stopped.wiki.settle()
    assert.equal(stopped.wiki.mails.length, 5)
    assert.deepEqual([...bodies], ['{"resetpassword":{"status":"success"}}'])
  })

  it('is forgotten after seven days', async () => {
    await using stopped = await open()
    const [mail] = await reset(stopped, { user: 'Bob' })
    stopped.clock.pass(7 * 24 * 3600 - 1)
    assert.equal((await stopped.visitor().tryLogIn('Bob', passwordIn(mail)))?.result, 'Aborted')
    stopped.clock.pass(1)
    const late = await stopped.visitor().tryLogIn('Bob', passwordIn(mail))
    assert.equal(late?.reason?.code, 'wrongpassword')
  })

  it('writes in the language of the account, and says who has asked', async () => {
    await using stopped = await open()
    const owner = stopped.visitor()
    await owner.logIn('Bob', bob.password)
    const token = await owner.token('csrf')
    await owner.ask({ action: 'options', optionname: 'language', optionvalue: 'fr', token })
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const [mail] = await reset(stopped, { user: 'Bob', uselang: 'en' }, visitor)
    assert.equal(mail?.subject, 'Votre compte sur Jeton')
    assert.match(mail.text, /^l’utilisateur Alice a demandé/m)
    assert.match(mail.text, /pendant 7 jours/)
  })

  it('wants the address, too, from who has chosen that', async () => {
    await using stopped = await open({ settings: { AllowRequiringEmailForResets: true } })
    const visitor = stopped.visitor()
    await visitor.logIn('Bob', bob.password)
    const token = await visitor.token('csrf')
    await visitor.ask({ action: 'options', optionname: 'requireemail', optionvalue: '1', token })
    assert.deepEqual(await reset(stopped, { user: 'Bob' }), [])
    assert.deepEqual(await reset(stopped, { user: 'Bob', email: 'other@inbox.example' }), [])
    const byAddress = await reset(stopped, { email: bob.email })
    assert.deepEqual(
      byAddress.map(({ to }) => to.name),
      ['Berta'],
    )
    assert.equal((await reset(stopped, { user: 'Bob', email: bob.email })).length, 1)
  })

  it('is as long as the strictest policy wants', async () => {
    const policies = { bureaucrat: { MinimalPasswordLength: { value: 23 } } }
    await using stopped = await open({ settings: { PasswordPolicy: { policies } } })
    const [mail] = await reset(stopped, { user: 'Bob' })
    assert.match(passwordIn(mail), /^[0-9a-v]{23}$/)
  })

  it('answers before anything is looked up, and survives a mailer that fails', async () => {
    const logged: unknown[] = []
    const { promise, resolve } = Promise.withResolvers<void>()
    await using stopped = await open({
      mailer: { send: () => promise.then(() => Promise.reject(new Error('no way'))) },
      log: (error) => void logged.push(error),
    })
    const form = { action: 'resetpassword', user: 'Bob', token: '+\\' }
    const { body } = await stopped.visitor().ask(form)
    assert.deepEqual(body, { resetpassword: { status: 'success' } })
    assert.equal(stopped.wiki.afterwards.count, 1)
    resolve()
    await stopped.wiki.settle()
    assert.deepEqual(logged, [new Error('no way')])
  })
})
