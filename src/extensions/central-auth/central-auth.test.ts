import assert from 'node:assert/strict'
import { createHash } from 'node:crypto'
import { describe, it } from 'node:test'
import { alice, type StoppedWiki, stoppedWiki } from '../../../test/stopped-wiki.ts'
import type { Answer, Visitor } from '../../../test/visitor.ts'
import { unserializePhp } from '../../php/php-unserialize.ts'

const steward = { name: 'Steward', password: 'quiet-copper-harbour' }
const settings = { Extensions: ['CentralAuth'] } as const

/** A wiki with the extension, and somebody who may do everything with it, and has logged in. */
interface Made extends AsyncDisposable {
  readonly stopped: StoppedWiki
  readonly steward: Visitor
}

async function make(more: object = {}): Promise<Made> {
  const stopped = await stoppedWiki({ settings: { ...settings, ...more } })
  await stopped.wiki.createAccount({ ...steward, groups: ['steward'] })
  const visitor = stopped.visitor()
  await visitor.logIn(steward.name, steward.password)
  return { stopped, steward: visitor, [Symbol.asyncDispose]: () => stopped[Symbol.asyncDispose]() }
}

type Form = Readonly<Record<string, string>>

async function setStatus(by: Visitor, form: Form): Promise<Answer> {
  const token = await by.token('setglobalaccountstatus')
  return by.ask({ action: 'setglobalaccountstatus', user: alice.name, token, ...form })
}

async function deleteAccount(by: Visitor, form: Form = {}): Promise<Answer> {
  const token = await by.token('deleteglobalaccount')
  return by.ask({ action: 'deleteglobalaccount', user: alice.name, token, ...form })
}

const lock = (by: Visitor) => setStatus(by, { locked: 'lock', reason: 'Spam' })
const unlock = (by: Visitor) => setStatus(by, { locked: 'unlock' })

/** What an answer says under a name; tests look at it as it is. */
function told({ body }: Answer, name: string): unknown {
  return Object(body)[name]
}

/** The entries of the log, oldest first. */
async function logOf({ wiki }: StoppedWiki) {
  const rows = await wiki.database
    .selectFrom('logging')
    .innerJoin('actor', 'actor_id', 'log_actor')
    .innerJoin('comment', 'comment_id', 'log_comment_id')
    .select(['log_type', 'log_action', 'log_namespace', 'log_title', 'actor_name', 'comment_text'])
    .select('log_params')
    .where('log_type', 'in', ['globalauth', 'suppress'])
    .orderBy('log_id')
    .execute()
  return rows.map(({ log_type, log_action, log_title, comment_text, log_params }) => {
    const params = unserializePhp(Buffer.from(log_params))
    return [`${log_type}/${log_action}`, log_title, comment_text, JSON.stringify(plain(params))]
  })
}

function plain(value: unknown): unknown {
  if (!(value instanceof Map)) return value
  const keys = [...value.keys()]
  return keys.every((key, at) => key === at)
    ? [...value.values()].map(plain)
    : Object.fromEntries([...value].map(([key, inner]) => [key, plain(inner)]))
}

async function names(by: Visitor, query: Form): Promise<readonly string[]> {
  const { body } = await by.ask({ action: 'query', ...query })
  const list = Object(body).query[query['list'] ?? '']
  return list.map(({ name, missing, hidden }: Record<string, unknown>) =>
    [name, missing && 'missing', hidden && 'hidden'].filter(Boolean).join(' '),
  )
}

describe('a wiki without the extension CentralAuth', () => {
  it('does not know its modules, and has none of its tables', async () => {
    await using stopped = await stoppedWiki()
    for (const action of ['setglobalaccountstatus', 'deleteglobalaccount']) {
      assert.equal((await stopped.visitor().ask({ action })).error, 'badvalue')
    }
    const tables = (await stopped.wiki.database.introspection.getTables()).map(({ name }) => name)
    assert.ok(!tables.includes('globaluser') && !tables.includes('localnames'))
  })
})

describe('action=setglobalaccountstatus', () => {
  it('locks an account: all its sessions end, a browser’s, a remembered one’s and a program’s', async () => {
    await using made = await make()
    const [browser, program, remembered] = [1, 2, 3].map(() => made.stopped.visitor())
    assert.ok(browser && program && remembered)
    await browser.logIn(alice.name, alice.password)
    await remembered.logIn(alice.name, alice.password)
    await program.logIn(alice.botName, alice.botPassword)
    // The cookie that remembers a browser for longer than a session.
    remembered.jar.remove('wiki_session')

    const answer = await lock(made.steward)
    assert.deepEqual(told(answer, 'setglobalaccountstatus'), {
      ...{ user: 'Alice', locked: true, hidden: '', reason: 'Spam' },
    })
    for (const visitor of [browser, program, remembered]) {
      assert.equal(await visitor.whoAmI(), undefined)
    }
    assert.equal(await made.steward.whoAmI(), steward.name)
  })

  it('keeps everybody out of a locked account until it is unlocked', async () => {
    await using made = await make()
    await lock(made.steward)
    const visitor = made.stopped.visitor()
    const own = await visitor.tryLogIn(alice.name, alice.password)
    assert.deepEqual([own?.result, own?.reason?.code], ['Failed', 'centralauth-login-error-locked'])
    const bot = await visitor.tryLogIn(alice.botName, alice.botPassword)
    assert.deepEqual([bot?.result, bot?.reason?.code], ['Failed', 'botpasswords-locked'])

    const answer = await unlock(made.steward)
    assert.deepEqual(told(answer, 'setglobalaccountstatus'), {
      ...{ user: 'Alice', locked: false, hidden: '', reason: null },
    })
    await visitor.logIn(alice.name, alice.password)
    assert.equal(await visitor.whoAmI(), alice.name)
    const program = made.stopped.visitor()
    await program.logIn(alice.botName, alice.botPassword)
    assert.equal(await program.whoAmI(), alice.name)
  })

  it('tells who logs in step by step, before anything else is asked', async () => {
    await using made = await make()
    await lock(made.steward)
    const { database } = made.stopped.wiki
    await database.updateTable('user').set({ user_password_expires: '20200101000000' }).execute()
    const visitor = made.stopped.visitor()
    const logIn = async (password: string) =>
      visitor.ask({
        ...{ action: 'clientlogin', loginreturnurl: 'http://example.org/' },
        ...{ username: alice.name, password, logintoken: await visitor.token('login') },
      })
    const { status, messagecode } = Object(told(await logIn(alice.password), 'clientlogin'))
    assert.deepEqual([status, messagecode], ['FAIL', 'centralauth-login-error-locked'])
    const wrong = Object(told(await logIn('not-her-password'), 'clientlogin'))
    assert.equal(wrong.messagecode, 'wrongpassword')
  })

  it('leaves nobody logged in who does so while the account is locked', async () => {
    await using made = await make()
    const [browser, program] = [made.stopped.visitor(), made.stopped.visitor()]
    await Promise.all([
      browser.tryLogIn(alice.name, alice.password),
      program.tryLogIn(alice.botName, alice.botPassword),
      lock(made.steward),
    ])
    for (const visitor of [browser, program]) assert.equal(await visitor.whoAmI(), undefined)
  })

  it('tells nobody that an account is locked who cannot log in to it', async () => {
    await using made = await make()
    const wrong = [
      [alice.name, 'not-her-password'],
      [alice.botName, 'v'.repeat(32)],
      ['Alice@nothing', 'v'.repeat(32)],
    ] as const
    const tryAll = async () => {
      const answers = []
      for (const [name, password] of wrong) {
        answers.push(await made.stopped.visitor().tryLogIn(name, password))
      }
      return answers
    }
    const before = await tryAll()
    await lock(made.steward)
    assert.deepEqual(await tryAll(), before)
    assert.deepEqual(
      before.map((answer) => answer?.reason?.code),
      ['wrongpassword', 'wrongpassword', 'wrongpassword'],
    )
  })

  it('does not bring sessions back when it unlocks', async () => {
    await using made = await make()
    const visitor = made.stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    const thief = visitor.copy()
    await lock(made.steward)
    await unlock(made.steward)
    assert.equal(await thief.whoAmI(), undefined)
  })

  it('ends the sessions of who was locked by another program', async () => {
    await using made = await make()
    const visitor = made.stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    await lock(made.steward)
    await unlock(made.steward)
    await visitor.logIn(alice.name, alice.password)
    const tables = made.stopped.wiki.database.withTables<{ globaluser: { gu_locked: number } }>()
    await tables.updateTable('globaluser').set({ gu_locked: 1 }).execute()
    assert.equal(await visitor.whoAmI(), undefined)
  })

  it('leaves what it is not asked to change, and logs only what changes', async () => {
    await using made = await make()
    const { stopped, steward } = made
    for (const form of [
      { locked: '', hidden: '' },
      { locked: 'unlock' },
      { locked: 'lock', hidden: 'lists', reason: 'One' },
      { hidden: 'suppressed', reason: 'Two' },
      { locked: 'lock', reason: 'Same' },
      { locked: 'unlock', hidden: 'lists', reason: 'Three' },
      { hidden: '', reason: 'Four' },
    ]) {
      assert.equal((await setStatus(steward, form)).error, undefined)
    }
    const page = 'Alice@global'
    assert.deepEqual(await logOf(stopped), [
      ['suppress/setstatus', page, 'One', '{"added":["locked","hidden"],"removed":[]}'],
      ['suppress/setstatus', page, 'Two', '{"added":["oversighted"],"removed":["hidden"]}'],
      [
        'suppress/setstatus',
        page,
        'Three',
        '{"added":["hidden"],"removed":["locked","oversighted"]}',
      ],
      ['globalauth/setstatus', page, 'Four', '{"added":[],"removed":["hidden"]}'],
    ])
    const recent = await stopped.wiki.database.selectFrom('recentchanges').selectAll().execute()
    assert.deepEqual(
      recent.filter(({ rc_title }) => rc_title === page).map(({ rc_log_type }) => rc_log_type),
      ['globalauth'],
    )
  })

  it('hides an account from lists, or wherever accounts are told of, and shows it again', async () => {
    const GroupPermissions = { sysop: { hideuser: true } }
    await using made = await make({ GroupPermissions })
    const { stopped, steward: seer } = made
    await stopped.wiki.createAccount({ ...steward, name: 'Sysop', groups: ['sysop'] })
    const [nobody, sysop] = [stopped.visitor(), stopped.visitor()]
    await sysop.logIn('Sysop', steward.password)
    const list = { list: 'allusers' }
    const ask = { list: 'users', ususers: 'Alice' }

    await setStatus(seer, { hidden: 'lists' })
    assert.deepEqual(await names(nobody, list), ['Steward', 'Sysop'])
    assert.deepEqual(await names(nobody, ask), ['Alice'])
    assert.deepEqual(await names(seer, list), ['Alice', 'Steward', 'Sysop'])

    await setStatus(seer, { hidden: 'suppressed' })
    assert.deepEqual(await names(nobody, list), ['Steward', 'Sysop'])
    assert.deepEqual(await names(nobody, ask), ['Alice missing'])
    assert.deepEqual(await names(nobody, { list: 'users', ususerids: '1' }), ['missing'])
    assert.deepEqual(await names(sysop, list), ['Alice hidden', 'Steward', 'Sysop'])
    assert.deepEqual(await names(sysop, ask), ['Alice hidden'])

    await setStatus(seer, { hidden: '' })
    assert.deepEqual(await names(nobody, list), ['Alice', 'Steward', 'Sysop'])
    assert.deepEqual(await names(nobody, ask), ['Alice'])
  })

  it('suppresses by a block that all of MediaWiki heeds, and takes back no other', async () => {
    await using made = await make()
    const { wiki } = made.stopped
    const blocks = () =>
      wiki.database
        .selectFrom('ipblocks')
        .innerJoin('actor', 'actor_id', 'ipb_by_actor')
        .innerJoin('comment', 'comment_id', 'ipb_reason_id')
        .select(['ipb_address', 'ipb_user', 'ipb_deleted', 'actor_name', 'comment_text'])
        .execute()
        .then((rows) => rows.map((row) => ({ ...row })))
    await setStatus(made.steward, { hidden: 'suppressed', reason: 'Names somebody' })
    const hidden = { ipb_address: 'Alice', ipb_user: 1, ipb_deleted: 1 }
    const why = { actor_name: 'global>Steward', comment_text: 'Hidden by Steward: Names somebody' }
    assert.deepEqual(await blocks(), [{ ...hidden, ...why }])
    await setStatus(made.steward, { hidden: 'lists' })
    assert.deepEqual(await blocks(), [])

    const { actor_id } = await wiki.database
      .selectFrom('actor')
      .select('actor_id')
      .where('actor_name', '=', 'Steward')
      .executeTakeFirstOrThrow()
    await setStatus(made.steward, { hidden: 'suppressed' })
    await wiki.database.updateTable('ipblocks').set({ ipb_by_actor: actor_id }).execute()
    await setStatus(made.steward, { hidden: '' })
    assert.equal((await blocks()).length, 1)
  })

  it('changes nothing when the account is not as the client thinks', async () => {
    await using made = await make()
    const md5 = (text: string) => createHash('md5').update(text).digest('hex')
    const wrong = await setStatus(made.steward, { locked: 'lock', statecheck: md5('1:Alice::1') })
    assert.equal(wrong.error, 'editconflict')
    const right = await setStatus(made.steward, { locked: 'lock', statecheck: md5('1:Alice::0') })
    assert.equal(right.error, undefined)
    const late = await setStatus(made.steward, { locked: 'lock', statecheck: md5('1:Alice::0') })
    assert.equal(late.error, 'editconflict')
  })

  it('lets one of two win who change an account at once', async () => {
    await using made = await make()
    const token = await made.steward.token('setglobalaccountstatus')
    const form = { action: 'setglobalaccountstatus', user: alice.name, token, locked: 'lock' }
    const answers = await Promise.all([1, 2, 3, 4].map(() => made.steward.ask(form)))
    const errors = answers.map(({ error }) => error)
    assert.ok(errors.every((error) => error === undefined || error === 'editconflict'))
    assert.equal((await logOf(made.stopped)).length, 1)
  })

  it('lets nobody hide who may only lock, nor change whom he cannot see', async () => {
    const GroupPermissions = { locker: { 'centralauth-lock': true, 'centralauth-unmerge': true } }
    await using made = await make({ GroupPermissions })
    await made.stopped.wiki.createAccount({ ...steward, name: 'Locker', groups: ['locker'] })
    const locker = made.stopped.visitor()
    await locker.logIn('Locker', steward.password)

    assert.equal((await setStatus(locker, { locked: 'lock', hidden: '' })).error, undefined)
    const refused = await setStatus(locker, { locked: 'unlock', hidden: 'lists' })
    assert.deepEqual(told(refused, 'error'), [
      [
        {
          code: 'centralauth-admin-not-authorized',
          key: 'centralauth-admin-not-authorized',
          params: [],
        },
      ],
    ])
    assert.deepEqual(told(refused, 'setglobalaccountstatus'), {
      ...{ user: 'Alice', locked: true, hidden: '' },
    })

    await setStatus(made.steward, { hidden: 'suppressed' })
    assert.equal((await setStatus(locker, { locked: 'unlock' })).error, 'nosuchuser')
    assert.equal((await deleteAccount(locker)).error, 'nosuchuser')
  })

  it('hides nobody who has edited much', async () => {
    await using made = await make()
    await made.stopped.wiki.database.updateTable('user').set({ user_editcount: 1001 }).execute()
    const answer = await setStatus(made.steward, { hidden: 'lists' })
    assert.equal(Object(told(answer, 'error'))[0][0].key, 'centralauth-admin-too-many-edits')
    assert.equal((await lock(made.steward)).error, undefined)
  })

  // biome-ignore format: a table
  const refusals: readonly (readonly [what: string, form: Form, code: string])[] = [
    ['nothing to change',           {},                                      'missingparam'],
    ['no account',                  { user: '', locked: 'lock' },            'missingparam'],
    ['a name nobody has',           { user: 'Nobody', locked: 'lock' },      'nosuchuser'],
    ['a name nobody can have',      { user: 'a[b', locked: 'lock' },         'nosuchuser'],
    ['another state than there is', { locked: 'locked' },                    'badvalue'],
    ['another hiding than there is', { hidden: 'yes' },                      'badvalue'],
    ['a token of another type',     { locked: 'lock', token: '+\\' },        'badtoken'],
  ]
  it('refuses what is wrong, and says what', async () => {
    await using made = await make()
    for (const [what, form, code] of refusals) {
      assert.equal((await setStatus(made.steward, form)).error, code, what)
    }
    assert.deepEqual(await logOf(made.stopped), [])
  })

  it('is for those who have the right, who have it in no bot password, and by POST', async () => {
    await using made = await make()
    const { stopped, steward: allowed } = made
    const nobody = stopped.visitor()
    assert.equal((await setStatus(nobody, { locked: 'lock' })).error, 'permissiondenied')
    assert.equal((await deleteAccount(nobody)).error, 'permissiondenied')
    const csrf = await allowed.token('csrf')
    assert.equal((await setStatus(allowed, { locked: 'lock', token: csrf })).error, 'badtoken')
    assert.equal((await deleteAccount(allowed, { token: csrf })).error, 'badtoken')

    const { user, password } = await stopped.wiki.createBotPassword({
      ...{ user: steward.name, appId: 'all', grants: ['basic', 'highvolume', 'blockusers'] },
    })
    const bot = stopped.visitor()
    await bot.logIn(user, password)
    assert.equal((await lock(bot)).error, 'permissiondenied')
  })
})

describe('action=deleteglobalaccount', () => {
  it('leaves the account of this wiki, which is no global one from then on', async () => {
    await using made = await make()
    const { stopped, steward: by } = made
    await setStatus(by, { locked: 'lock', hidden: 'lists' })
    const answer = await deleteAccount(by, { reason: 'Double' })
    assert.deepEqual(told(answer, 'deleteglobalaccount'), { user: 'Alice', reason: 'Double' })
    assert.deepEqual((await logOf(stopped)).at(-1), [
      'globalauth/delete',
      'Alice@global',
      'Double',
      '[]',
    ])

    const visitor = stopped.visitor()
    await visitor.logIn(alice.name, alice.password)
    assert.deepEqual(await names(visitor, { list: 'allusers' }), ['Alice', 'Steward'])
    assert.equal((await lock(by)).error, 'nosuchuser')
    assert.equal((await deleteAccount(by)).error, 'nosuchuser')
    assert.equal(await visitor.whoAmI(), alice.name)
  })

  it('deletes an account of which there was nothing to say before', async () => {
    await using made = await make()
    const answer = await deleteAccount(made.steward)
    assert.deepEqual(told(answer, 'deleteglobalaccount'), { user: 'Alice', reason: null })
    assert.equal((await lock(made.steward)).error, 'nosuchuser')
  })

  it('logs what it does to a suppressed account only where few can read it', async () => {
    await using made = await make()
    await setStatus(made.steward, { hidden: 'suppressed' })
    await deleteAccount(made.steward)
    const [action] = (await logOf(made.stopped)).at(-1) ?? []
    assert.equal(action, 'suppress/cadelete')
  })
})
