import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import type { Insertable } from 'kysely'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { MediaWikiTables } from '../schema.ts'
import { addressToHex } from './address-hex.ts'

type BlockRow = Insertable<MediaWikiTables['ipblocks']>

const range = (first: string, last: string) => ({
  ipb_range_start: addressToHex(first),
  ipb_range_end: addressToHex(last),
})

/** A row of `ipblocks` as MediaWiki writes it, for an address unless told otherwise. */
function blockRow(row: Partial<BlockRow>): BlockRow {
  return {
    ipb_address: '',
    ipb_user: 0,
    ipb_by_actor: 1,
    ipb_reason_id: 1,
    ipb_timestamp: '20260101000000',
    ipb_auto: 0,
    ipb_anon_only: 0,
    ipb_create_account: 1,
    ipb_enable_autoblock: 1,
    ipb_expiry: 'infinity',
    ipb_range_start: '',
    ipb_range_end: '',
    ipb_deleted: 0,
    ipb_block_email: 0,
    ipb_allow_usertalk: 1,
    ipb_parent_block_id: null,
    ipb_sitewide: 1,
    ...row,
  }
}

const block = ({ wiki }: StoppedWiki, row: Partial<BlockRow>) =>
  wiki.database.insertInto('ipblocks').values(blockRow(row)).execute()

const here = { ipb_address: '127.0.0.1', ...range('127.0.0.1', '127.0.0.1') }
const her = { ipb_address: alice.name, ipb_user: 1 }

/** Blocks, and the addresses and accounts (0: nobody's) for which they hold. */
// biome-ignore format: a table
const targets: readonly { row: Partial<BlockRow>; holds: readonly string[]; not: readonly string[] }[] = [
  { row: { ipb_address: '192.0.2.7', ...range('192.0.2.7', '192.0.2.7') },           holds: ['192.0.2.7'],                      not: ['192.0.2.8', '::', '2001:db8::7'] },
  { row: { ipb_address: '192.0.2.0/24', ...range('192.0.2.0', '192.0.2.255') },      holds: ['192.0.2.0', '192.0.2.255'],       not: ['192.0.1.255', '192.0.3.0'] },
  { row: { ipb_address: '192.0.0.0/16', ...range('192.0.0.0', '192.0.255.255') },    holds: ['192.0.0.0', '192.0.255.255'],     not: ['192.1.0.0', '191.255.255.255'] },
  // Larger than may be blocked: MediaWiki, too, looks for ranges only from the start of the largest that may.
  { row: { ipb_address: '192.0.0.0/15', ...range('192.0.0.0', '192.1.255.255') },    holds: ['192.0.0.0', '192.0.255.255'],     not: ['192.1.0.0', '191.255.255.255'] },
  { row: { ipb_address: '2001:DB8:0:0:0:0:0:7', ...range('2001:db8::7', '2001:db8::7') }, holds: ['2001:db8::7'],               not: ['2001:db8::8', '0.0.0.7'] },
  { row: { ipb_address: '2001:DB8:0:0:0:0:0:0/32', ...range('2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff') }, holds: ['2001:db8::', '2001:db8:ffff::1'], not: ['2001:db9::', '2001:db7::', '32.1.13.184'] },
]

describe('a block', () => {
  for (const { row, holds, not } of targets) {
    it(`of ${row.ipb_address} holds for ${holds} and not for ${not}`, async () => {
      await using made = await stoppedWiki()
      await block(made, row)
      const { blocks } = made.wiki.stores
      const found = async (address: string) => {
        return (await blocks.find(0, address, made.clock.now())).length
      }
      for (const address of holds) assert.equal(await found(address), 1, address)
      for (const address of not) assert.equal(await found(address), 0, address)
    })
  }

  it('of an account holds for it wherever it comes from, and for nobody else', async () => {
    await using made = await stoppedWiki()
    await block(made, her)
    const { blocks } = made.wiki.stores
    const now = made.clock.now()
    assert.equal((await blocks.find(1, '192.0.2.1', now)).length, 1)
    for (const userId of [0, 2])
      assert.equal((await blocks.find(userId, '192.0.2.1', now)).length, 0)
  })

  it('holds to the end of its last second', async () => {
    await using made = await stoppedWiki()
    await block(made, { ...her, ipb_expiry: '20260101120010' })
    const found = () => made.wiki.stores.blocks.find(1, '192.0.2.1', made.clock.now())
    made.clock.pass(10)
    assert.deepEqual((await found())[0]?.expires, new Date('2026-01-01T12:00:10Z'))
    made.clock.pass(1)
    assert.deepEqual(await found(), [])
  })

  it('says who made it, and why', async () => {
    await using made = await stoppedWiki()
    const { database, stores } = made.wiki
    const reason = { comment_id: 7, comment_hash: 0, comment_text: 'Why', comment_data: null }
    await database.insertInto('comment').values(reason).execute()
    await block(made, { ...her, ipb_reason_id: 7, ipb_create_account: 0, ipb_sitewide: 0 })
    await block(made, { ...here, ipb_by_actor: 99, ipb_reason_id: 99, ipb_anon_only: 1 })
    const found = await stores.blocks.find(1, '127.0.0.1', made.clock.now())
    const common = {
      ...{ made: new Date('2026-01-01T00:00:00Z'), expires: undefined },
      ...{ parentId: undefined, hidden: false },
    }
    assert.deepEqual(found, [
      {
        ...{ kind: 'account', target: 'Alice', targetId: 1, autoblock: true },
        ...{ id: 1, ofAddress: false, byName: 'Alice', byId: 1, reason: 'Why', ...common },
        ...{ sitewide: false, createAccount: false, anonymousOnly: false },
      },
      {
        ...{ kind: 'address', target: '127.0.0.1', targetId: 0, autoblock: false },
        ...{ id: 2, ofAddress: true, byName: '', byId: 0, reason: '', ...common },
        ...{ sitewide: true, createAccount: true, anonymousOnly: true },
      },
    ])
  })

  it('of an address is left out beside the block of the account that it comes from', async () => {
    await using made = await stoppedWiki()
    await block(made, her)
    await block(made, { ...here, ipb_auto: 1, ipb_parent_block_id: 1 })
    const found = (userId: number) =>
      made.wiki.stores.blocks.find(userId, '127.0.0.1', made.clock.now())
    assert.deepEqual(
      (await found(1)).map(({ id }) => id),
      [1],
    )
    assert.deepEqual(
      (await found(0)).map(({ id }) => id),
      [2],
    )
  })
})

/** Who is told of which blocks, as recorded from MediaWiki 1.39. */
// biome-ignore format: a table
const told: readonly { what: string; rows: readonly Partial<BlockRow>[]; group?: string; account: number | null | undefined; nobody: number | null | undefined }[] = [
  { what: 'no block',                              rows: [],                                     account: undefined, nobody: undefined },
  { what: 'a block of the account',                rows: [her],                                  account: 1,         nobody: undefined },
  { what: 'a block of a page for the account',     rows: [{ ...her, ipb_sitewide: 0 }],          account: 1,         nobody: undefined },
  { what: 'a block of the address',                rows: [here],                                 account: 1,         nobody: 1 },
  { what: 'one of the address for nobody logged in', rows: [{ ...here, ipb_anon_only: 1 }],      account: undefined, nobody: 1 },
  { what: 'a block of the address, being exempt',  rows: [here], group: 'sysop',                 account: undefined, nobody: 1 },
  { what: 'a block of the account, being exempt from others', rows: [her], group: 'sysop',       account: 1,         nobody: undefined },
  { what: 'blocks of the account and the address', rows: [her, here],                            account: null,      nobody: 2 },
  { what: 'those, being exempt',                   rows: [her, here], group: 'sysop',            account: 1,         nobody: 2 },
  { what: 'blocks of the address and a range',     rows: [here, { ipb_address: '127.0.0.0/16', ...range('127.0.0.0', '127.0.255.255') }], account: null, nobody: null },
]

describe('userinfo tells', () => {
  for (const { what, rows, group, account, nobody } of told) {
    it(`of ${what}: the account ${account}, nobody ${nobody}`, async () => {
      await using made = await stoppedWiki()
      for (const row of rows) await block(made, row)
      if (group !== undefined) {
        const row = { ug_user: 1, ug_group: group, ug_expiry: null }
        await made.wiki.database.insertInto('user_groups').values(row).execute()
      }
      const person = made.visitor()
      await person.logIn(alice.name, alice.password)
      for (const [visitor, id] of [
        [person, account],
        [made.visitor(), nobody],
      ] as const) {
        const { body } = await visitor.ask({
          ...{ action: 'query', meta: 'userinfo', uiprop: 'blockinfo', formatversion: '2' },
        })
        assert.equal(body.query?.userinfo?.blockid, id)
      }
    })
  }
})

/** Where blocks keep from logging in, which do, and what they leave of the rights; as MediaWiki 1.39 answered. */
// biome-ignore format: a table
const keptOut: readonly { what: string; row: Partial<BlockRow>; result: string; keepsRights: boolean }[] = [
  { what: 'of the account',                  row: her,                             result: 'Failed',  keepsRights: false },
  { what: 'of the account for a page',       row: { ...her, ipb_sitewide: 0 },     result: 'Failed',  keepsRights: false },
  { what: 'of the address',                  row: here,                            result: 'Success', keepsRights: false },
  { what: 'of the address for nobody logged in', row: { ...here, ipb_anon_only: 1 }, result: 'Success', keepsRights: true },
  { what: 'that has expired',                row: { ...her, ipb_expiry: '20260101115959' }, result: 'Success', keepsRights: true },
]

describe('where blocks keep from logging in, one', () => {
  for (const { what, row, result, keepsRights } of keptOut) {
    it(`${what} is answered by ${result}`, async () => {
      await using made = await stoppedWiki()
      const before = made.visitor()
      await before.logIn(alice.name, alice.password)
      await block(made, row)
      const setting = { 'X-Test-Config': '{"BlockDisablesLogin":true}' }
      const visitor = made.visitor()
      const lgtoken = await visitor.token('login')
      const form = { action: 'login', lgname: alice.name, lgpassword: alice.password, lgtoken }
      const { body } = await visitor.ask(form, setting)
      assert.equal(body.login?.result, result)
      if (result === 'Failed') assert.equal(body.login?.reason?.code, 'login-userblocked')

      const rights = { action: 'query', meta: 'userinfo', uiprop: 'rights' }
      const { body: now } = await before.ask(rights, setting)
      assert.equal(now.query?.userinfo?.rights?.includes('bot'), keepsRights)
      assert.equal(now.query?.userinfo?.rights?.includes('read'), true)
    })
  }
})
