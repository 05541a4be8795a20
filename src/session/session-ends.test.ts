import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, findStoredSession, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Visitor } from '../../test/visitor.ts'

/** Somebody whose browser is logged in beside a program of hers, with the cookies of both. */
async function comeTwice(made: StoppedWiki) {
  const both = made.visitor()
  await both.logIn(alice.name, alice.password)
  const person = both.copy()
  const program = made.visitor()
  await program.logIn(alice.botName, alice.botPassword)
  program.jar.remove('wiki_session')
  both.jar.put('wiki_BPsession', program.jar.find('wiki_BPsession') ?? '')
  return { both, person, program }
}

const isBot = { action: 'query', assert: 'bot' }
const whoAmI = { action: 'query', meta: 'userinfo' }

const deleted = (setCookies: readonly string[]) =>
  setCookies.filter((one) => one.includes('=deleted;')).map((one) => one.split('=')[0])

describe('logging out', () => {
  it('ends the program’s session first when there is one beside the browser’s', async () => {
    await using made = await stoppedWiki()
    const { both, person, program } = await comeTwice(made)
    const csrf = await both.token('csrf')
    assert.equal(await both.check('csrf', csrf), 'valid')
    assert.equal(await person.check('csrf', csrf), 'invalid')

    const { setCookies } = await both.ask({ action: 'logout', token: csrf })
    assert.deepEqual(deleted(setCookies), ['wiki_BPsession'])
    assert.equal(await program.whoAmI(), undefined)
    assert.equal(await person.whoAmI(), alice.name)
    assert.equal(await both.whoAmI(), alice.name)

    const { setCookies: then } = await both.ask({
      action: 'logout',
      token: await both.token('csrf'),
    })
    assert.deepEqual(deleted(then), ['wiki_session', 'wikiUserID', 'wikiToken'])
    person.jar.remove('wikiToken')
    assert.equal(await person.whoAmI(), undefined)
  })

  it('leaves nothing of the session in the store', async () => {
    await using made = await stoppedWiki()
    const { person, program } = await comeTwice(made)
    const ids = [person.jar.find('wiki_session'), program.jar.find('wiki_BPsession')]
    await person.logOut()
    await program.logOut()
    for (const id of ids) assert.equal(await findStoredSession(made.wiki, id), undefined)
  })

  it('leaves the account’s other sessions alone', async () => {
    await using made = await stoppedWiki()
    const [one, other, program] = [made.visitor(), made.visitor(), made.visitor()]
    for (const visitor of [one, other]) await visitor.logIn(alice.name, alice.password)
    await program.logIn(alice.botName, alice.botPassword)
    await one.logOut()
    assert.equal(await other.whoAmI(), alice.name)
    assert.equal(await program.whoAmI(), alice.name)
  })
})

/** What happens to an account or a bot password, and whose sessions survive it. */
// biome-ignore format: a table
const events: readonly {
  readonly what: string
  readonly happen: (made: StoppedWiki) => Promise<unknown>
  readonly survivors: readonly ('person' | 'program')[]
}[] = [
  { what: 'nothing',                              happen: async () => {},                                     survivors: ['person', 'program'] },
  { what: 'deleting the bot password',            happen: ({ wiki }) => wiki.stores.botPasswords.delete(1, 'sweeper'), survivors: ['person'] },
  { what: 'a new bp_token',                       happen: change({ bp_token: 'f'.repeat(32) }),               survivors: ['person'] },
  { what: 'a restriction to another address',     happen: change({ bp_restrictions: '{"IPAddresses":["192.0.2.0/24"]}' }), survivors: ['person'] },
  { what: 'a restriction to no address',          happen: change({ bp_restrictions: '{"IPAddresses":[]}' }),  survivors: ['person'] },
  { what: 'restrictions that cannot be read',     happen: change({ bp_restrictions: 'none' }),                survivors: ['person'] },
  { what: 'a restriction to this address',        happen: change({ bp_restrictions: '{"IPAddresses":["127.0.0.1"]}' }), survivors: ['person', 'program'] },
  { what: 'emptying the bot password’s hash',     happen: change({ bp_password: '' }),                        survivors: ['person', 'program'] },
  { what: 'a new user_token',                     happen: changeUser({ user_token: 'e'.repeat(32) }),         survivors: [] },
  { what: 'making the account a system user’s',   happen: changeUser({ user_token: '*** INVALID *** system' }), survivors: [] },
  { what: 'a new hash of the account’s password', happen: changeUser({ user_password: '' }),                  survivors: ['person', 'program'] },
  { what: 'deleting the account',                 happen: ({ wiki }) => wiki.database.deleteFrom('user').execute(), survivors: [] },
]

function change(values: Readonly<Record<string, string>>) {
  return ({ wiki }: StoppedWiki) => wiki.database.updateTable('bot_passwords').set(values).execute()
}

function changeUser(values: Readonly<Record<string, string>>) {
  return ({ wiki }: StoppedWiki) => wiki.database.updateTable('user').set(values).execute()
}

describe('the sessions of an account', () => {
  for (const { what, happen, survivors } of events) {
    it(`survive ${what}: ${survivors.join(' and ') || 'none'}`, async () => {
      await using made = await stoppedWiki()
      const { person, program } = await comeTwice(made)
      await happen(made)
      const visitors: Readonly<Record<string, Visitor>> = { person, program }
      for (const [who, visitor] of Object.entries(visitors)) {
        const survives = survivors.some((survivor) => survivor === who)
        const names = visitor.jar
          .header()
          ?.split('; ')
          .map((cookie) => cookie.split('=')[0])
        const { setCookies, body } = await visitor.ask(whoAmI)
        assert.equal(body.query?.userinfo?.anon, survives ? undefined : true, who)
        const expected = survives ? [] : names?.filter((name) => name !== 'wikiUserName')
        assert.deepEqual(deleted(setCookies), expected, who)
      }
    })
  }

  it('get other rights as soon as the grants change', async () => {
    await using made = await stoppedWiki()
    const { program } = await comeTwice(made)
    assert.equal((await program.ask(isBot)).error, undefined)
    await change({ bp_grants: '["basic"]' })(made)
    assert.equal((await program.ask(isBot)).error, 'assertbotfailed')
    assert.equal(await program.whoAmI(), alice.name)
    await change({ bp_grants: '[]' })(made)
    const { error } = await program.ask({ action: 'checktoken', type: 'csrf', token: 'x' })
    assert.equal(error, 'readapidenied')
    await change({ bp_grants: '["basic","highvolume"]' })(made)
    assert.equal((await program.ask(isBot)).error, undefined)
  })

  it('of programs are ignored, cookies included, while there are no bot passwords', async () => {
    await using made = await stoppedWiki()
    const { both, person, program } = await comeTwice(made)
    const without = { 'X-Test-Config': '{"EnableBotPasswords":false}' }
    const { setCookies, body } = await program.ask(whoAmI, without)
    assert.equal(body.query?.userinfo?.anon, true)
    assert.deepEqual(setCookies, [])
    const token = await person.token('csrf')
    const check = { action: 'checktoken', type: 'csrf', token }
    assert.equal((await both.ask(check, without)).body.checktoken?.result, 'valid')
    assert.equal((await both.ask(check)).body.checktoken?.result, 'invalid')
    assert.equal(await program.whoAmI(), alice.name)
  })

  it('end with a new version of the tokens', async () => {
    await using made = await stoppedWiki()
    const { person, program } = await comeTwice(made)
    const next = { 'X-Test-Config': '{"AuthenticationTokenVersion":"2"}' }
    for (const visitor of [person, program])
      assert.equal((await visitor.ask(whoAmI, next)).body.query?.userinfo?.anon, true)
  })

  it('of a browser end when the account gets another name', async () => {
    await using made = await stoppedWiki()
    const { person } = await comeTwice(made)
    for (const name of ['wikiUserName', 'wikiToken']) person.jar.remove(name)
    await changeUser({ user_name: 'Alicia' })(made)
    assert.equal(await person.whoAmI(), undefined)
  })
})
