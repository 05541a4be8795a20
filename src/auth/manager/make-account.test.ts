import assert from 'node:assert/strict'
import { describe, it } from 'node:test'
import { create, newPassword, withPassword } from '../../../test/creation-steps.ts'
import { type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { Visitor } from '../../../test/visitor.ts'

const now = '20260101120000'
const admin = { name: 'Admin', password: newPassword, groups: ['sysop'] }

async function asAdmin({ wiki, visitor }: StoppedWiki): Promise<Visitor> {
  await wiki.createAccount(admin)
  const somebody = visitor()
  await somebody.logIn(admin.name, admin.password)
  return somebody
}

/** The rows about an account, without what is chance. */
async function rowsOf({ wiki: { database } }: StoppedWiki, name: string) {
  const user = await database
    .selectFrom('user')
    .selectAll()
    .where('user_name', '=', name)
    .executeTakeFirstOrThrow()
  const title = name.replaceAll(' ', '_')
  const log = await database
    .selectFrom('logging')
    .innerJoin('actor', 'actor_id', 'log_actor')
    .innerJoin('comment', 'comment_id', 'log_comment_id')
    .select(['log_type', 'log_action', 'log_timestamp', 'log_namespace', 'log_page'])
    .select(['log_params', 'actor_name', 'comment_text'])
    .where('log_title', '=', title)
    .execute()
  const changes = await database
    .selectFrom('recentchanges')
    .innerJoin('actor', 'actor_id', 'rc_actor')
    .select(['rc_type', 'rc_source', 'rc_patrolled', 'rc_ip', 'rc_log_type', 'rc_log_action'])
    .select(['rc_params', 'rc_bot', 'actor_name'])
    .where('rc_title', '=', title)
    .execute()
  const watched = await database
    .selectFrom('watchlist')
    .select(['wl_user', 'wl_namespace', 'wl_notificationtimestamp'])
    .where('wl_title', '=', title)
    .execute()
  const preferences = await database
    .selectFrom('user_properties')
    .select(['up_property', 'up_value'])
    .where('up_user', '=', user.user_id)
    .execute()
  // A row has no prototype, unlike what it is compared with.
  return {
    user,
    log: log.map((row) => ({ ...row })),
    changes: changes.map((row) => ({ ...row })),
    watched: watched.map((row) => ({ ...row })),
    preferences: preferences.map((row) => ({ ...row })),
  }
}

/** What MediaWiki 1.39 was seen to write for the same requests. */
describe('the rows of a new account', () => {
  it('are those of MediaWiki for who makes his own', async () => {
    await using made = await stoppedWiki()
    const more = { email: 'newt@inbox.example', realname: 'Newton Newt', uselang: 'fr' }
    await create(made.visitor(), { ...withPassword('New newt'), ...more })
    const { user, log, changes, watched, preferences } = await rowsOf(made, 'New newt')
    const { user_id: id } = user
    assert.match(user.user_password, /^:pbkdf2:sha512:30000:64:/)
    assert.match(user.user_token, /^[0-9a-f]{32}$/)
    assert.match(user.user_email_token ?? '', /^[0-9a-f]{32}$/)
    assert.deepEqual(
      { ...user, user_password: '', user_token: '', user_email_token: '' },
      {
        ...{ user_id: id, user_name: 'New newt', user_real_name: 'Newton Newt' },
        ...{ user_password: '', user_newpassword: '', user_newpass_time: null },
        ...{ user_email: 'newt@inbox.example', user_touched: now, user_token: '' },
        ...{ user_email_authenticated: null, user_email_token: '' },
        ...{ user_email_token_expires: '20260108120000', user_registration: now },
        ...{ user_editcount: 0, user_password_expires: null },
      },
    )
    const params = `a:1:{s:9:"4::userid";i:${id};}`
    assert.deepEqual(log, [
      {
        ...{ log_type: 'newusers', log_action: 'create', log_timestamp: now, log_namespace: 2 },
        ...{ log_page: 0, log_params: params, actor_name: 'New newt', comment_text: '' },
      },
    ])
    assert.deepEqual(changes, [
      {
        ...{ rc_type: 3, rc_source: 'mw.log', rc_patrolled: 2, rc_ip: '127.0.0.1' },
        ...{ rc_log_type: 'newusers', rc_log_action: 'create', rc_params: params, rc_bot: 0 },
        actor_name: 'New newt',
      },
    ])
    assert.deepEqual(watched, [
      { wl_user: id, wl_namespace: 2, wl_notificationtimestamp: null },
      { wl_user: id, wl_namespace: 3, wl_notificationtimestamp: null },
    ])
    assert.deepEqual(preferences, [{ up_property: 'language', up_value: 'fr' }])
  })

  it('name who made it for somebody else, and why', async () => {
    await using made = await stoppedWiki()
    const visitor = await asAdmin(made)
    await create(visitor, { ...withPassword('Newt'), reason: 'Asked for it', uselang: 'fr' })
    const { user, log, changes, watched, preferences } = await rowsOf(made, 'Newt')
    const told = log.map((row) => [row.log_action, row.actor_name, row.comment_text])
    assert.deepEqual(told, [['create2', 'Admin', 'Asked for it']])
    assert.deepEqual(
      changes.map((row) => [row.rc_log_action, row.actor_name]),
      [['create2', 'Admin']],
    )
    // What somebody else did on the page about him is news.
    assert.deepEqual(watched, [
      { wl_user: user.user_id, wl_namespace: 2, wl_notificationtimestamp: now },
      { wl_user: user.user_id, wl_namespace: 3, wl_notificationtimestamp: null },
    ])
    assert.deepEqual(preferences, [])
    assert.equal(user.user_email_token, '')
  })

  it('are not logged where the wiki keeps no such log', async () => {
    await using made = await stoppedWiki({ settings: { NewUserLog: false } })
    await create(made.visitor(), withPassword('Newt'))
    const { log, changes, watched } = await rowsOf(made, 'Newt')
    assert.deepEqual([log, changes, watched.length], [[], [], 2])
  })

  it('are written for who runs the wiki as by MediaWiki’s own script', async () => {
    await using made = await stoppedWiki()
    await made.wiki.createAccount({ name: 'Newt', password: newPassword })
    const { log, changes, watched } = await rowsOf(made, 'Newt')
    assert.deepEqual(
      log.map((row) => [row.log_action, row.actor_name]),
      [['autocreate', 'Newt']],
    )
    assert.deepEqual([changes.length, watched.length], [0, 2])
  })
})

describe('the mails about a new account', () => {
  const email = { email: 'newt@inbox.example', realname: '' }

  it('ask to confirm the address', async () => {
    await using made = await stoppedWiki()
    await create(made.visitor(), { ...withPassword('Newt'), ...email })
    await made.wiki.settle()
    const [mail, ...others] = made.wiki.mails
    assert.equal(others.length, 0)
    assert.deepEqual(mail?.to, { name: 'Newt', address: 'newt@inbox.example' })
    assert.match(mail.text, /Special:ConfirmEmail\/[0-9a-f]{32}/)
  })

  it('are none where addresses are not confirmed', async () => {
    await using made = await stoppedWiki({ settings: { EmailAuthentication: false } })
    await create(made.visitor(), { ...withPassword('Newt'), ...email })
    await made.wiki.settle()
    assert.equal(made.wiki.mails.length, 0)
    assert.equal((await rowsOf(made, 'Newt')).user.user_email_token, null)
  })

  it('bring a password that is good for one login, if that is wanted', async () => {
    await using made = await stoppedWiki()
    const visitor = await asAdmin(made)
    await create(visitor, { username: 'Newt', mailpassword: '1', ...email })
    await made.wiki.settle()
    const [mail, ...others] = made.wiki.mails
    assert.equal(others.length, 0)
    const [, password = ''] = /: ([0-9a-v]{10,})$/m.exec(mail?.text ?? '') ?? []
    const { user, log } = await rowsOf(made, 'Newt')
    assert.deepEqual([user.user_password, user.user_newpass_time], ['', now])
    assert.equal(log[0]?.log_action, 'byemail')
    const tried = await made.visitor().tryLogIn('Newt', password)
    assert.equal(tried?.reason?.code, 'api-login-fail-aborted')
  })
})
