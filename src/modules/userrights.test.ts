import assert from 'node:assert/strict'
import { createHmac } from 'node:crypto'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { alice, findStoredSession, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import { Visitor } from '../../test/visitor.ts'
import { createWiki, type OpenWiki } from '../index.ts'
import { changes } from './userrights.answers.ts'

const rhea = { name: 'Rhea', password: 'velvet-orchard-compass', groups: ['bureaucrat'] }
const tara = { name: 'Tara', password: 'velvet-orchard-compass' }

type Form = Readonly<Record<string, string>>

async function taraAndRhea(stopped: StoppedWiki): Promise<{ rhea: Visitor; taraId: number }> {
  const { id } = await stopped.wiki.createAccount(tara)
  await stopped.wiki.createAccount(rhea)
  const visitor = stopped.visitor()
  await visitor.logIn(rhea.name, rhea.password)
  return { rhea: visitor, taraId: id }
}

async function change(visitor: Visitor, form: Form, config: object = {}): Promise<unknown> {
  const token = await visitor.token('userrights')
  const { body } = await visitor.ask(
    { action: 'userrights', user: tara.name, token, ...form },
    { 'x-test-config': JSON.stringify(config) },
  )
  return Object(body).userrights ?? Object(body).errors[0].code
}

async function groupsOf({ database }: OpenWiki, id: number): Promise<readonly string[]> {
  const rows = await database
    .selectFrom('user_groups')
    .selectAll()
    .where('ug_user', '=', id)
    .orderBy('ug_group')
    .execute()
  return rows.map(({ ug_group, ug_expiry }) => `${ug_group} ${ug_expiry}`)
}

describe('action=userrights', () => {
  it('writes into the log what MediaWiki writes', async () => {
    await using stopped = await stoppedWiki()
    const { rhea } = await taraAndRhea(stopped)
    for (const { form, config } of changes) await change(rhea, form, config)

    const { database } = stopped.wiki
    const entries = await database
      .selectFrom('logging')
      .selectAll()
      .where('log_type', '=', 'rights')
      .orderBy('log_id')
      .execute()
    const expected = changes.flatMap(({ logged }) => logged ?? [])
    assert.deepEqual(
      entries.map(({ log_params }) => log_params),
      expected,
    )
    const recent = await database
      .selectFrom('recentchanges')
      .selectAll()
      .where('rc_log_type', '=', 'rights')
      .orderBy('rc_id')
      .execute()
    assert.deepEqual(
      recent.map(({ rc_params }) => rc_params),
      expected,
    )
    const { rc_title, rc_namespace, rc_type, rc_log_action, rc_ip, rc_bot } = Object(recent[0])
    assert.deepEqual(
      [rc_title, rc_namespace, rc_type, rc_log_action, rc_ip, rc_bot],
      ['Tara', 2, 3, 'rights', '127.0.0.1', 0],
    )
    const comments = await database.selectFrom('comment').select('comment_text').execute()
    assert.deepEqual(
      comments.map(({ comment_text }) => comment_text),
      ['', 'Enough'],
    )
  })

  it('remembers the groups that somebody was taken out of', async () => {
    await using stopped = await stoppedWiki()
    const { rhea, taraId } = await taraAndRhea(stopped)
    for (const { form, config } of changes) await change(rhea, form, config)

    const former = await stopped.wiki.database
      .selectFrom('user_former_groups')
      .selectAll()
      .orderBy('ufg_group')
      .execute()
    assert.deepEqual(
      former.map(({ ufg_user, ufg_group }) => [ufg_user, ufg_group]),
      ['bot', 'editors', 'interface-admin', 'suppress', 'sysop'].map((group) => [taraId, group]),
    )
    assert.deepEqual(await groupsOf(stopped.wiki, taraId), ['sysop 20980203040506'])
  })

  it('says in the recent changes that a bot did it', async () => {
    await using stopped = await stoppedWiki()
    await stopped.wiki.createAccount(tara)
    const bot = stopped.visitor()
    await bot.logIn(alice.name, alice.password)
    await change(bot, { add: 'sysop' }, { AddGroups: { bot: true } })
    const [row] = await stopped.wiki.database.selectFrom('recentchanges').selectAll().execute()
    assert.equal(row?.rc_bot, 1)
  })

  it('loses no change when several are made at once, by several processes', async () => {
    await using folder = await mkdtempDisposable(join(tmpdir(), 'jeton-'))
    const file = join(folder.path, 'wiki.sqlite')
    await using stopped = await stoppedWiki({ file })
    await using beside = createWiki({ file, clock: stopped.clock })
    const { rhea, taraId } = await taraAndRhea(stopped)
    const there = new Visitor(beside.fetch)
    await there.logIn('Rhea', 'velvet-orchard-compass')
    // From here on, each session has the secret that its tokens are made of.
    for (const visitor of [rhea, there]) await visitor.token('userrights')
    await Promise.all([
      change(rhea, { add: 'bot' }),
      change(there, { add: 'sysop' }),
      change(rhea, { add: 'suppress' }),
      change(there, { add: 'interface-admin|bureaucrat' }),
    ])

    const all = ['bot', 'bureaucrat', 'interface-admin', 'suppress', 'sysop']
    const held = await groupsOf(stopped.wiki, taraId)
    assert.deepEqual(
      held,
      all.map((group) => `${group} null`),
    )
    // Each entry begins where the one before it ended.
    const entries = await stopped.wiki.database
      .selectFrom('logging')
      .select('log_params')
      .where('log_type', '=', 'rights')
      .orderBy('log_id')
      .execute()
    const sizes = entries.map(({ log_params }) =>
      [...log_params.matchAll(/groups";a:(\d):/g)].map(([, size]) => Number(size)),
    )
    assert.equal(sizes.length, 4)
    const ends = sizes.map(([, end]) => end)
    assert.deepEqual(
      sizes.map(([start]) => start),
      [0, ...ends.slice(0, -1)],
    )
  })

  it('accepts a token of the form on the web pages, which is for one user only', async () => {
    await using stopped = await stoppedWiki()
    const { rhea } = await taraAndRhea(stopped)
    const ask = async (user: string, salt: string) => {
      const token = await saltedToken(stopped, rhea, salt)
      const { body } = await rhea.ask({ action: 'userrights', user, add: 'bot', token })
      return Object(body).errors?.[0]?.code ?? Object(body).userrights.added
    }
    assert.equal(await ask('Tara', 'Rhea'), 'badtoken')
    assert.equal(await ask('Tara', 'tara'), 'badtoken')
    assert.equal(await ask('Tara', ''), 'badtoken')
    assert.deepEqual(await ask('tara', 'Tara'), ['bot'])
  })

  it('forgets no membership that ends, and gives it back to who is put into the group again', async () => {
    await using stopped = await stoppedWiki()
    const { rhea, taraId } = await taraAndRhea(stopped)
    await change(rhea, { add: 'bot|sysop', expiry: '2026-01-01T12:01:00Z|infinite' })
    stopped.clock.pass(60)
    assert.deepEqual(
      Object(await change(rhea, { add: 'bot', expiry: '2026-01-01T12:01:00Z' })).added,
      [],
    )
    stopped.clock.pass(1)
    assert.deepEqual(Object(await change(rhea, { remove: 'bot' })).removed, [])
    assert.deepEqual(Object(await change(rhea, { add: 'bot' })).added, ['bot'])
    assert.deepEqual(await groupsOf(stopped.wiki, taraId), ['bot null', 'sysop null'])
  })

  it('lets a membership hold through its last second, whoever asks, and no longer', async () => {
    await using stopped = await stoppedWiki()
    const { rhea } = await taraAndRhea(stopped)
    await change(rhea, { add: 'interface-admin', expiry: '2026-01-01T12:01:00Z' })
    const own = stopped.visitor()
    await own.logIn(tara.name, tara.password)
    const told = async () => {
      const ask = async (form: Form) =>
        Object((await own.ask({ action: 'query', ...form })).body).query
      const { userinfo } = await ask({ meta: 'userinfo', uiprop: 'groups|groupmemberships|rights' })
      const { users } = await ask({ list: 'users', ususers: tara.name, usprop: 'groups|rights' })
      const { allusers } = await ask({ list: 'allusers', augroup: 'interface-admin' })
      const without = await ask({ list: 'allusers', auexcludegroup: 'interface-admin' })
      const siteinfo = await ask({ meta: 'siteinfo', siprop: 'usergroups', sinumberingroup: '1' })
      const group = siteinfo.usergroups.find(
        ({ name }: { name: string }) => name === 'interface-admin',
      )
      return [
        userinfo.groups.includes('interface-admin'),
        userinfo.groupmemberships.length === 1,
        userinfo.rights.includes('editsitejs'),
        users[0].groups.includes('interface-admin'),
        users[0].rights.includes('editsitejs'),
        allusers.length === 1,
        without.allusers.length === 2,
        group.number === 1,
      ]
    }
    stopped.clock.pass(60)
    assert.deepEqual(await told(), Array(8).fill(true))
    stopped.clock.pass(1)
    assert.deepEqual(await told(), Array(8).fill(false))
  })

  it('finds users by the name of the wiki, too, and hides who is hidden', async () => {
    await using stopped = await stoppedWiki()
    const { rhea, taraId } = await taraAndRhea(stopped)
    assert.deepEqual(Object(await change(rhea, { user: 'tara @ wiki', add: 'bot' })).added, ['bot'])
    assert.equal(await change(rhea, { user: '@wiki' }), 'invaliduser')
    assert.equal(await change(rhea, { user: '192.0.2.1@wiki' }), 'nosuchuser')

    await hide(stopped.wiki, taraId)
    assert.equal(await change(rhea, { add: 'sysop' }), 'nosuchuser')
    const seeing = { GroupPermissions: { __merge: { user: { hideuser: true } } } }
    assert.deepEqual(Object(await change(rhea, { add: 'sysop' }, seeing)).added, ['sysop'])
  })
})

/** A token as MediaWiki's form makes it: with a salt that no type of token has. */
async function saltedToken(stopped: StoppedWiki, visitor: Visitor, salt: string): Promise<string> {
  await visitor.token('csrf')
  const id = visitor.jar.find('wiki_session')
  const { text = '' } = (await findStoredSession(stopped.wiki, id)) ?? {}
  const [, secret = ''] = /"wsTokenSecrets";a:1:\{s:7:"default";s:32:"(\w{32})"/.exec(text) ?? []
  const seconds = Math.floor(stopped.clock.now().getTime() / 1000)
  const digest = createHmac('md5', secret).update(`${seconds}${salt}`).digest('hex')
  return `${digest}${seconds.toString(16)}+\\`
}

/** Blocks an account so that nobody is to know of it. */
async function hide({ database }: OpenWiki, id: number): Promise<void> {
  await database
    .insertInto('ipblocks')
    .values({
      ...{ ipb_address: 'Tara', ipb_user: id, ipb_by_actor: 1, ipb_reason_id: 1 },
      ...{ ipb_timestamp: '20260101000000', ipb_expiry: 'infinity', ipb_deleted: 1 },
      ...{ ipb_range_start: '', ipb_range_end: '', ipb_parent_block_id: null },
    })
    .execute()
}
