import assert from 'node:assert/strict'
import { mkdtempDisposable } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, it } from 'node:test'
import { StoppedClock } from '../../test/stopped-clock.ts'
import type { UserName } from '../auth/names/user-name.ts'
import { readSettings } from '../settings/settings.ts'
import type { Stores } from '../wiki.ts'
import { openSqlite, type SqliteStorage } from './sqlite/open-sqlite.ts'
import { makeStores } from './stores.ts'

interface Opened {
  readonly clock: StoppedClock
  readonly storage: SqliteStorage
  readonly stores: Stores
}

/** Two processes of one wiki, as good as: with Alice, her bot password and her session. */
async function twoProcesses() {
  await using opening = new AsyncDisposableStack()
  const folder = opening.use(await mkdtempDisposable(join(tmpdir(), 'jeton-remembered-')))
  const clock = new StoppedClock()
  const settings = readSettings({ Extensions: ['CentralAuth'] })
  const open = (): Opened => {
    const file = join(folder.path, 'wiki.sqlite')
    const storage = opening.use(openSqlite(file, { extensions: settings.Extensions }))
    return { clock, storage, stores: makeStores(storage, { settings, clock }) }
  }
  const [here, there] = [open(), open()]
  // It is canonical as it stands.
  const account = { name: 'Alice' as UserName, passwordHash: '', token: 'a'.repeat(32) }
  await here.stores.accounts.create({ ...account, created: clock.now(), groups: ['bot'] })
  const bot = { userId: 1, appId: 'bot', passwordHash: '', token: 'b', grants: [], addresses: [] }
  await here.stores.botPasswords.create(bot)
  const until = new Date(clock.now().getTime() + 3600_000)
  await here.stores.sessions.create('s', Buffer.from('a:1'), until)
  const rest = opening.move()
  return { here, there, [Symbol.asyncDispose]: () => rest.disposeAsync() }
}

const block = {
  ...{ ipb_address: '', ipb_user: 0, ipb_by_actor: 1, ipb_reason_id: 1, ipb_auto: 0 },
  ...{ ipb_timestamp: '20260101000000', ipb_expiry: 'infinity', ipb_range_start: '' },
  ...{ ipb_range_end: '', ipb_anon_only: 0, ipb_create_account: 1, ipb_enable_autoblock: 1 },
  ...{ ipb_deleted: 0, ipb_block_email: 0, ipb_allow_usertalk: 1, ipb_sitewide: 1 },
  ipb_parent_block_id: null,
}
const revision = {
  ...{ rev_page: 1, rev_comment_id: 1, rev_actor: 1, rev_timestamp: '20250101000000' },
  ...{ rev_minor_edit: 0, rev_deleted: 0, rev_len: 1, rev_parent_id: 0, rev_sha1: '' },
}

/** What is remembered, and what changes it. */
// biome-ignore format: a table
const rows: readonly {
  what: string
  read: (it: Opened) => unknown
  change: (it: Opened) => Promise<unknown>
}[] = [
  { what: 'a session',                   read: ({ stores }) => stores.sessions.read('s'),
    change: ({ stores, clock }) => stores.sessions.update('s', Buffer.from('a:2'), new Date(clock.now().getTime() + 60_000)) },
  { what: 'a session that ends',         read: ({ stores }) => stores.sessions.read('s'),
    change: ({ stores }) => stores.sessions.delete('s') },
  { what: 'a session that moves away',   read: ({ stores }) => stores.sessions.read('s'),
    change: ({ stores, clock }) => stores.sessions.move('s', 't', Buffer.from('a:2'), new Date(clock.now().getTime() + 60_000)) },
  { what: 'a session that comes',        read: ({ stores }) => stores.sessions.read('t'),
    change: ({ stores, clock }) => stores.sessions.create('t', Buffer.from('a:2'), new Date(clock.now().getTime() + 60_000), 's') },
  { what: 'an account, by its number',   read: ({ stores }) => stores.accounts.findById(1),
    change: ({ stores }) => stores.accounts.replaceToken(1, 'c'.repeat(32)) },
  { what: 'an account, by its name',     read: ({ stores }) => stores.accounts.findByName('Alice' as UserName),
    change: ({ stores }) => stores.accounts.replaceToken(1, 'c'.repeat(32)) },
  { what: 'nobody',                      read: ({ stores }) => stores.accounts.findByName('Bob' as UserName),
    change: ({ stores, clock }) => stores.accounts.create({ name: 'Bob' as UserName, passwordHash: '', token: '', created: clock.now() }) },
  { what: 'a bot password',              read: ({ stores }) => stores.botPasswords.find(1, 'bot'),
    change: ({ stores }) => stores.botPasswords.delete(1, 'bot') },
  { what: 'memberships',                 read: ({ stores, clock }) => stores.memberships.of(1, clock.now()),
    change: ({ stores, clock }) => stores.memberships.change(1, clock.now(), () => ({ result: 1, remove: ['bot'], add: [] })) },
  { what: 'preferences',                 read: ({ stores }) => stores.preferences.of(1),
    change: ({ stores, clock }) => stores.preferences.change(1, new Map([['language', 'fr']]), clock.now()) },
  { what: 'blocks',                      read: ({ stores, clock }) => stores.blocks.find(1, '192.0.2.1', clock.now()),
    change: ({ storage }) => storage.database.insertInto('ipblocks').values({ ...block, ipb_address: 'Alice', ipb_user: 1 }).execute() },
  { what: 'news of an account',          read: ({ stores }) => stores.activity.hasNewMessages(1, '192.0.2.1'),
    change: ({ storage }) => storage.database.insertInto('user_newtalk').values({ user_id: 1, user_ip: '', user_last_timestamp: null }).execute() },
  { what: 'news of an address',          read: ({ stores }) => stores.activity.hasNewMessages(0, '192.0.2.1'),
    change: ({ storage }) => storage.database.insertInto('user_newtalk').values({ user_id: 0, user_ip: '192.0.2.1', user_last_timestamp: null }).execute() },
  { what: 'the first contribution',      read: ({ stores }) => stores.activity.firstContribution(1),
    change: ({ storage }) => storage.database.insertInto('revision').values(revision).execute() },
  { what: 'whether an account is locked', read: ({ stores }) => stores.globalAccounts.isLocked('Alice' as UserName),
    change: ({ storage }) => storage.database.withTables<{ globaluser: { gu_name: string; gu_locked: number } }>().insertInto('globaluser').values({ gu_name: 'Alice', gu_locked: 1 }).execute() },
]

describe('what a store remembers', () => {
  for (const { what, read, change } of rows) {
    it(`of ${what} is the same as long as it is unchanged`, async () => {
      await using it = await twoProcesses()
      const first = await read(it.here)
      assert.equal(await read(it.here), first)
      await it.there.storage.database.updateTable('site_stats').set({ ss_users: 7 }).execute()
      assert.equal(await read(it.here), first)
    })

    for (const who of ['here', 'there'] as const) {
      it(`of ${what} is what has been changed ${who}`, async () => {
        await using it = await twoProcesses()
        const before = await read(it.here)
        await change(it[who])
        const after = await read(it.here)
        assert.notDeepEqual(after, before)
        // Nobody has remembered anything there.
        assert.deepEqual(after, await read(it.there))
      })
    }
  }

  it('of a membership or a block holds to its end, and not longer', async () => {
    await using it = await twoProcesses()
    const { stores, storage, clock } = it.here
    const soon = '20260101120010'
    await storage.database.updateTable('user_groups').set({ ug_expiry: soon }).execute()
    const one = { ...block, ipb_address: 'Alice', ipb_user: 1, ipb_expiry: soon }
    await storage.database.insertInto('ipblocks').values(one).execute()
    const held = async () => [
      (await stores.memberships.of(1, clock.now())).length,
      (await stores.blocks.find(1, undefined, clock.now())).length,
    ]
    assert.deepEqual(await held(), [1, 1])
    clock.pass(10)
    assert.deepEqual(await held(), [1, 1])
    clock.pass(1)
    assert.deepEqual(await held(), [0, 0])
  })
})
