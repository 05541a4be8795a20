import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../test/stopped-wiki.ts'
import type { Visitor } from '../../test/visitor.ts'
import { type LogEntry, userPage } from '../auth/log-entry.ts'
import { blockRecords } from './block.answers.ts'

const sid = { name: 'Sid', password: 'velvet-orchard-compass', groups: ['sysop'] }
const sue = { name: 'Sue', password: 'velvet-orchard-compass', groups: ['sysop'] }

type Form = Readonly<Record<string, string>>

async function logIn(made: StoppedWiki, who: typeof sid): Promise<Visitor> {
  await made.wiki.createAccount(who)
  const visitor = made.visitor()
  await visitor.logIn(who.name, who.password)
  return visitor
}

async function ask(visitor: Visitor, form: Form, config: object = {}): Promise<string> {
  const token = await visitor.token('csrf')
  const header = { 'x-test-config': JSON.stringify(config) }
  const { error } = await visitor.ask({ ...form, token }, header)
  return error ?? 'done'
}

/** Something that Alice did. */
async function doSomething({ wiki, clock }: StoppedWiki, rc_ip: string): Promise<void> {
  const rc_timestamp = clock.now().toISOString().replace(/\D/g, '').slice(0, 14)
  const { actor_id } = await wiki.database
    .selectFrom('actor')
    .select('actor_id')
    .where('actor_name', '=', alice.name)
    .executeTakeFirstOrThrow()
  await wiki.database
    .insertInto('recentchanges')
    .values({ rc_timestamp, rc_actor: actor_id, rc_comment_id: 1, rc_ip, rc_logid: 0 })
    .execute()
}

const blocks = ({ wiki }: StoppedWiki) =>
  wiki.database.selectFrom('ipblocks').selectAll().orderBy('ipb_id').execute()

const log = ({ wiki }: StoppedWiki) =>
  wiki.database
    .selectFrom('logging')
    .selectAll()
    .where('log_type', 'in', ['block', 'suppress'])
    .orderBy('log_id')
    .execute()

describe('action=block', () => {
  it('leaves in the tables what MediaWiki leaves there', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    await doSomething(made, '203.0.113.90')
    for (const { form, config, rows, restrictions = [], logged } of blockRecords) {
      const before = (await log(made)).length
      assert.equal(await ask(visitor, { action: 'block', ...form }, config), 'done')

      const addresses = rows.map((row) => row['ipb_address'])
      const found = (await blocks(made)).filter((row) => addresses.includes(row.ipb_address))
      assert.equal(found.length, rows.length)
      for (const [at, row] of rows.entries()) assert.partialDeepStrictEqual(found[at], row)
      const entries = (await log(made)).slice(before)
      assert.deepEqual(
        entries.map((entry) => [entry.log_type, entry.log_action, entry.log_params]),
        [logged],
      )
      const parts = await made.wiki.database
        .selectFrom('ipblocks_restrictions')
        .selectAll()
        .execute()
      assert.deepEqual(
        parts.map((part) => [part.ir_ipb_id, part.ir_type, part.ir_value]),
        restrictions,
      )
      made.clock.pass(10)
    }
  })

  it('blocks for longer the address that is blocked for an account already', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    await doSomething(made, '203.0.113.90')
    await ask(visitor, { action: 'block', user: alice.name, autoblock: '1' })
    made.clock.pass(3600)
    await ask(visitor, {
      action: 'block',
      user: alice.name,
      autoblock: '1',
      reblock: '1',
      nocreate: '1',
    })
    const [, address] = await blocks(made)
    assert.equal(address?.ipb_expiry, '20260102130000')
    assert.equal(address.ipb_create_account, 1)
  })

  it('never blocks an address for longer than its account', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    await doSomething(made, '203.0.113.90')
    await ask(visitor, { action: 'block', user: alice.name, autoblock: '1', expiry: '1 hour' })
    const [, address] = await blocks(made)
    assert.equal(address?.ipb_expiry, '20260101130000')
  })

  it('leaves an address alone that is blocked for itself', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    await doSomething(made, '203.0.113.90')
    await ask(visitor, { action: 'block', user: '203.0.113.90' })
    await ask(visitor, { action: 'block', user: alice.name, autoblock: '1' })
    assert.deepEqual(
      (await blocks(made)).map(({ ipb_address, ipb_auto }) => [ipb_address, ipb_auto]),
      [
        ['203.0.113.90', 0],
        [alice.name, 0],
      ],
    )
  })

  it('lets an address be blocked for itself that is blocked for an account', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    await doSomething(made, '203.0.113.90')
    await ask(visitor, { action: 'block', user: alice.name, autoblock: '1' })
    assert.equal(await ask(visitor, { action: 'block', user: '203.0.113.90' }), 'done')
    assert.equal(await ask(visitor, { action: 'unblock', user: '203.0.113.90' }), 'done')
    assert.equal(await ask(visitor, { action: 'unblock', user: alice.name }), 'done')
    assert.deepEqual(await blocks(made), [])
  })

  it('lets one of two who block at once win, and tells the other', async () => {
    await using made = await stoppedWiki()
    const [one, other] = [await logIn(made, sid), await logIn(made, sue)]
    const form = { action: 'block', user: alice.name, reblock: '1', expiry: '2099-01-01' }
    const answers = await Promise.all([ask(one, form), ask(other, form)])
    assert.deepEqual(answers.sort(), ['alreadyblocked', 'done'])
    assert.equal((await log(made)).length, 1)

    const lift = { action: 'unblock', user: alice.name }
    const lifted = await Promise.all([ask(one, lift), ask(other, lift)])
    assert.deepEqual(lifted.sort(), ['cantunblock', 'done'])
    assert.equal((await log(made)).length, 2)
  })

  it('forgets blocks that have expired', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    await ask(visitor, {
      action: 'block',
      user: alice.name,
      expiry: '10 seconds',
      partial: '1',
      namespacerestrictions: '3',
    })
    made.clock.pass(11)
    assert.equal(await ask(visitor, { action: 'unblock', user: alice.name }), 'cantunblock')
    assert.equal(await ask(visitor, { action: 'block', user: alice.name }), 'done')
    assert.deepEqual(
      (await blocks(made)).map(({ ipb_expiry }) => ipb_expiry),
      ['infinity'],
    )
    const parts = await made.wiki.database.selectFrom('ipblocks_restrictions').selectAll().execute()
    assert.deepEqual(parts, [])
  })

  it('hides what an account did and what was done to it, until it is unblocked', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    await doSomething(made, '203.0.113.90')
    await ask(visitor, { action: 'block', user: alice.name })
    const mayHide = { GroupPermissions: { __merge: { sysop: { hideuser: true } } } }
    const deleted = async () => {
      const changes = made.wiki.database.selectFrom('recentchanges').select('rc_deleted')
      return {
        log: (await log(made)).map(({ log_deleted }) => log_deleted),
        recent: (await changes.orderBy('rc_id').execute()).map(({ rc_deleted }) => rc_deleted),
      }
    }
    const form = { action: 'block', user: alice.name, hidename: '1', reblock: '1' }
    assert.equal(await ask(visitor, form, mayHide), 'done')
    assert.deepEqual(await deleted(), { log: [9, 0], recent: [12, 9] })

    assert.equal(await ask(visitor, { action: 'unblock', user: alice.name }, mayHide), 'done')
    assert.deepEqual(await deleted(), { log: [0, 0, 0], recent: [0, 0, 0] })
  })

  it('is not undone, if it hides an account, by who has not seen that', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    const { blocks: store, blockChanges } = made.wiki.stores
    await ask(visitor, { action: 'block', user: alice.name })
    const seen = await store.findByTarget(alice.name, made.clock.now())
    assert.ok(seen)
    const mayHide = { GroupPermissions: { __merge: { sysop: { hideuser: true } } } }
    await ask(visitor, { action: 'block', user: alice.name, hidename: '1', reblock: '1' }, mayHide)

    const entry: LogEntry = {
      ...{ type: 'block', action: 'unblock', by: { id: 2, name: sid.name }, reason: '' },
      ...{ page: userPage(alice.name), params: new Map(), made: made.clock.now() },
      ...{ address: '127.0.0.1', recent: true },
    }
    assert.equal(await blockChanges.lift(seen, entry), false)
    const [block] = await blocks(made)
    assert.equal(block?.ipb_deleted, 1)
  })

  it('ends the sessions of who is not to log in any more', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    const person = made.visitor()
    await person.logIn(alice.name, alice.password)
    await ask(visitor, { action: 'block', user: alice.name }, { BlockDisablesLogin: true })
    assert.equal(await person.whoAmI(), undefined)
  })

  it('says nothing of the address that a blocked account used', async () => {
    await using made = await stoppedWiki()
    const visitor = await logIn(made, sid)
    await doSomething(made, '203.0.113.90')
    await ask(visitor, { action: 'block', user: alice.name, autoblock: '1' })
    const bkprop = 'id|user|userid|by|byid|timestamp|expiry|reason|range|flags|restrictions'
    const { body } = await visitor.ask({ action: 'query', list: 'blocks', bkprop })
    assert.ok(!JSON.stringify(body).includes('203.0.113'), JSON.stringify(body))
    assert.equal(await ask(visitor, { action: 'unblock', id: '2' }), 'done')
    const entries = await log(made)
    assert.equal(entries.at(-1)?.log_title, '#2')
    assert.ok(!JSON.stringify(entries).includes('203.0.113'))
  })
})
