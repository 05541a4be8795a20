import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'

const hour = 3600

/** The groups that Alice, who is a bot, is promoted to. */
async function promotions(stopped: StoppedWiki, conditions: object): Promise<unknown> {
  const visitor = stopped.visitor()
  const { body } = await visitor.ask(
    { action: 'query', list: 'users', ususers: alice.name, usprop: 'implicitgroups' },
    { 'x-test-config': JSON.stringify({ Autopromote: conditions }) },
  )
  return Object(body).query?.users[0].implicitgroups.slice(2)
}

const change = ({ wiki }: StoppedWiki, values: object): Promise<unknown> =>
  wiki.database.updateTable('user').set(values).where('user_name', '=', alice.name).execute()

describe('Autopromote', () => {
  it('counts edits and the time since registration', async () => {
    await using stopped = await stoppedWiki()
    await change(stopped, { user_editcount: 10 })
    stopped.clock.pass(hour)
    const conditions = {
      ten: ['APCOND_EDITCOUNT', 10],
      eleven: ['APCOND_EDITCOUNT', 11],
      hour: ['APCOND_AGE', hour],
      more: ['APCOND_AGE', hour + 1],
    }
    assert.deepEqual(await promotions(stopped, conditions), ['ten', 'hour'])
  })

  it('takes an account without a time of registration for one that has been there always', async () => {
    await using stopped = await stoppedWiki()
    await change(stopped, { user_registration: null, user_editcount: null })
    const conditions = { old: ['APCOND_AGE', 1_000_000_000], busy: ['APCOND_EDITCOUNT', 1] }
    assert.deepEqual(await promotions(stopped, conditions), ['old'])
  })

  it('counts the time since the first edit', async () => {
    await using stopped = await stoppedWiki()
    const conditions = {
      hour: ['APCOND_AGE_FROM_EDIT', hour],
      more: ['APCOND_AGE_FROM_EDIT', 7200],
    }
    assert.deepEqual(await promotions(stopped, conditions), [])

    const { database } = stopped.wiki
    const { actor_id } = await database
      .selectFrom('actor')
      .select('actor_id')
      .where('actor_name', '=', alice.name)
      .executeTakeFirstOrThrow()
    for (const time of ['20260101115959', '20260101110000']) {
      const row = { rev_page: 1, rev_actor: actor_id, rev_timestamp: time, rev_len: 0 }
      await database.insertInto('revision').values(row).execute()
    }
    assert.deepEqual(await promotions(stopped, conditions), ['hour'])
  })

  it('wants an e-mail address to be confirmed, where addresses have to be', async () => {
    await using stopped = await stoppedWiki()
    const conditions = { mailed: 'APCOND_EMAILCONFIRMED' }
    assert.deepEqual(await promotions(stopped, conditions), [])
    await change(stopped, { user_email: 'alice@example.org' })
    assert.deepEqual(await promotions(stopped, conditions), [])
    await change(stopped, { user_email_authenticated: '20260101110000' })
    assert.deepEqual(await promotions(stopped, conditions), ['mailed'])
  })

  it('lets conditions be combined, by their names as by their numbers', async () => {
    await using stopped = await stoppedWiki()
    const conditions = {
      bot: ['&', 'APCOND_ISBOT', ['APCOND_INGROUPS', 'bot'], ['!', 'APCOND_BLOCKED']],
      same: ['&', 9, [4, 'bot'], ['!', 8]],
      either: ['^', ['|', 'APCOND_BLOCKED', 'APCOND_ISBOT'], ['APCOND_ISIP', '127.0.0.1']],
      other: ['^', 'APCOND_BLOCKED', ['APCOND_IPINRANGE', '127.0.0.0/8']],
    }
    assert.deepEqual(await promotions(stopped, conditions), ['bot', 'same', 'other'])
  })

  it('gives nobody a group for being exempt from blocks that he is exempt from by that group', async () => {
    await using stopped = await stoppedWiki({
      settings: {
        Autopromote: { free: ['!', 'APCOND_BLOCKED'] },
        GroupPermissions: { free: { 'ipblock-exempt': true } },
        ProxyList: ['127.0.0.1'],
      },
    })
    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const { body } = await visitor.ask({
      ...{ action: 'query', meta: 'userinfo', uiprop: 'groups|blockinfo' },
    })
    assert.deepEqual(Object(body).query.userinfo.groups, ['bot', '*', 'user', 'autoconfirmed'])
    assert.equal(Object(body).query.userinfo.systemblocktype, 'proxy')
  })
})
