import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { defaultGrantPermissions } from '../../src/settings/default-permissions.ts'
import { alice, type StoppedWiki, stoppedWiki } from '../stopped-wiki.ts'
import type { Visitor } from '../visitor.ts'

type Values = Readonly<Record<string, string>>

const change = ({ wiki }: StoppedWiki, values: Values) =>
  wiki.database.updateTable('bot_passwords').set(values).execute()

async function rightsOf(visitor: Visitor): Promise<readonly string[]> {
  const { body } = await visitor.ask({ action: 'query', meta: 'userinfo', uiprop: 'rights' })
  return body.query?.userinfo?.rights ?? []
}

async function comeTwice(made: StoppedWiki): Promise<{ person: Visitor; program: Visitor }> {
  const [person, program] = [made.visitor(), made.visitor()]
  await person.logIn(alice.name, alice.password)
  await program.logIn(alice.botName, alice.botPassword)
  return { person, program }
}

/** Addresses and ranges of a bot password, an address that a proxy names, and whether it may be used from there. */
// biome-ignore format: a table
const ranges: readonly (readonly [allowed: readonly string[], from: string, may: boolean])[] = [
  [['192.0.2.0/24'],               '192.0.2.255',             true],
  [['192.0.2.0/24'],               '192.0.3.0',               false],
  [['192.0.2.0/24'],               '::ffff:192.0.2.7',        true],
  [['192.0.2.0/24'],               '::ffff:c000:207',         true],
  [['192.0.2.7'],                  '192.00.002.7',            true],
  [['::ffff:192.0.2.0/120'],       '192.0.2.7',               false],
  [['2001:db8::/32'],              '2001:DB8:0:0:0:0:0:1',    true],
  [['2001:db8::/32'],              '2001:db9::1',             false],
  [['2001:db8::1'],                '2001:db8::1%eth0',        true],
  [['0.0.0.0/0'],                  '2001:db8::1',             false],
  [['::/0'],                       '192.0.2.7',               false],
  [['0.0.0.0/0', '::/0'],          '2001:db8::1',             true],
  [['nonsense', '192.0.2.0/33'],   '192.0.2.7',               false],
  [[],                             '192.0.2.7',               false],
]

describe('bot passwords', () => {
  it('security 46: give no right that the user lacks, whatever is granted', async () => {
    await using made = await stoppedWiki()
    const { person, program } = await comeTwice(made)
    const own = await rightsOf(person)
    const all = Object.keys(defaultGrantPermissions)
    await change(made, { bp_grants: JSON.stringify([...all, 'nonsense', '__proto__', '*']) })
    const rights = await rightsOf(program)
    assert.ok(rights.includes('edit') && rights.length < own.length)
    assert.deepEqual(
      rights.filter((right) => !own.includes(right)),
      [],
    )
    // Not even the user's, when the user loses them.
    await made.wiki.database.deleteFrom('user_groups').execute()
    assert.equal((await rightsOf(program)).includes('bot'), false)
  })

  it('security 46: give no right that is not granted, from the next request on', async () => {
    await using made = await stoppedWiki()
    const { program } = await comeTwice(made)
    for (const [grants, right] of [
      [['basic', 'editpage'], 'edit'],
      [['basic', 'highvolume'], 'bot'],
    ] as const) {
      await change(made, { bp_grants: JSON.stringify(grants) })
      const rights = await rightsOf(program)
      assert.deepEqual(
        ['edit', 'bot'].filter((each) => rights.includes(each)),
        [right],
      )
    }
    for (const unreadable of ['', 'basic', '{"0":"basic"}', '[["basic"]]', '[]', 'null']) {
      await change(made, { bp_grants: unreadable })
      const { error } = await program.ask({ action: 'checktoken', type: 'csrf', token: 'x' })
      assert.equal(error, 'readapidenied', unreadable)
    }
  })

  for (const [allowed, from, may] of ranges) {
    it(`security 46: for ${allowed.join(' and ') || 'nowhere'} may ${may ? '' : 'not '}be used from ${from}`, async () => {
      await using made = await stoppedWiki({ settings: { CdnServersNoPurge: ['127.0.0.1'] } })
      const { program } = await comeTwice(made)
      const stranger = made.visitor()
      await change(made, { bp_restrictions: JSON.stringify({ IPAddresses: allowed }) })
      const headers = { 'x-forwarded-for': from }
      // Its session is no way around that, nor is a login.
      const { body } = await program.ask({ action: 'query', meta: 'userinfo' }, headers)
      assert.equal(body.query?.userinfo?.anon, may ? undefined : true)

      const lgtoken = await stranger.token('login')
      const form = { lgname: alice.botName, lgpassword: alice.botPassword, lgtoken }
      const answer = await stranger.ask({ action: 'login', ...form }, headers)
      assert.equal(answer.body.login?.result, may ? 'Success' : 'Failed')
    })
  }

  it('security 46: are worth nothing once they have to be made anew', async () => {
    await using made = await stoppedWiki()
    await change(made, { bp_password: '' })
    for (const secret of [alice.botPassword, '0'.repeat(32)]) {
      const answer = await made.visitor().tryLogIn(alice.botName, secret)
      assert.deepEqual(
        [answer?.result, answer?.reason?.code],
        ['Failed', 'botpasswords-needs-reset'],
      )
    }
  })

  it('security 46: end their sessions when they are deleted or made anew, and no others', async () => {
    for (const end of [
      (made: StoppedWiki) => made.wiki.stores.botPasswords.delete(1, 'sweeper'),
      (made: StoppedWiki) => change(made, { bp_token: 'f'.repeat(32) }),
    ]) {
      await using made = await stoppedWiki()
      const { person, program } = await comeTwice(made)
      assert.equal(await program.whoAmI(), alice.name)
      await end(made)
      assert.equal(await program.whoAmI(), undefined)
      assert.equal(await person.whoAmI(), alice.name)
    }
  })

  it('security 46: of who is locked out end their sessions, and begin none', async () => {
    await using made = await stoppedWiki({ settings: { Extensions: ['CentralAuth'] } })
    const { program } = await comeTwice(made)
    const steward = { name: 'Steward', password: 'quiet-copper-harbour' }
    await made.wiki.createAccount({ ...steward, groups: ['steward'] })
    const locker = made.visitor()
    await locker.logIn(steward.name, steward.password)
    const token = await locker.token('setglobalaccountstatus')
    const lock = { action: 'setglobalaccountstatus', user: alice.name, locked: 'lock' }
    await locker.ask({ ...lock, token })
    assert.equal(await program.whoAmI(), undefined)
    const answer = await program.tryLogIn(alice.botName, alice.botPassword)
    assert.deepEqual([answer?.result, answer?.reason?.code], ['Failed', 'botpasswords-locked'])
  })

  it('security 46: of who is blocked from logging in allow what anybody may, as in MediaWiki', async () => {
    await using made = await stoppedWiki({ settings: { BlockDisablesLogin: true } })
    const { program } = await comeTwice(made)
    await change(made, { bp_grants: '["basic","editpage","highvolume"]' })
    const sysop = { name: 'Sysop', password: 'quiet-copper-harbour' }
    await made.wiki.createAccount({ ...sysop, groups: ['sysop'] })
    const blocker = made.visitor()
    await blocker.logIn(sysop.name, sysop.password)
    await blocker.ask({ action: 'block', user: alice.name, token: await blocker.token('csrf') })
    // The block has ended the session; another one is worth no more than what anybody may do.
    assert.equal(await program.whoAmI(), undefined)
    await program.logIn(alice.botName, alice.botPassword)
    const rights = await rightsOf(program)
    assert.deepEqual([...rights].sort(), ['edit', 'read', 'writeapi'])
  })
})
