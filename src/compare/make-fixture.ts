import { CannotPlay } from './cannot-compare.ts'
import type {
  AccountFixture,
  BlockFixture,
  BotPasswordFixture,
  Credentials,
  Fixture,
} from './conversation.ts'
import { hasAccount, hasBlock, hasInterwiki, hasPage } from './find-fixture.ts'
import type { Peer } from './peer.ts'
import { readsTestConfig } from './reads-test-config.ts'
import { findByPath } from './variables.ts'
import { Visitor } from './visitor.ts'

/**
 * Makes a fixture so on a wiki for tests, by MediaWiki's own API and pages; again does no harm. What is
 * there already is not made; what is not there and cannot be made ends the conversation.
 */
export async function makeFixture(
  peer: Peer,
  admin: Credentials | undefined,
  { accounts = [], botPasswords = [], blocks = [], pages = [], interwikis = [] }: Fixture,
): Promise<Readonly<Record<string, string>>> {
  for (const interwiki of interwikis)
    if (!(await hasInterwiki(peer, interwiki)))
      throw new CannotPlay(`the interwiki prefix "${interwiki.prefix}"`)

  for (const account of accounts)
    if (!(await hasAccount(peer, account)))
      await makeAccount(await openMaker(peer, admin, `the account "${account.name}"`), account)
  for (const block of blocks)
    if (!(await hasBlock(peer, block)))
      await makeBlock(await openMaker(peer, admin, `a block of "${block.user}"`), block)
  for (const title of pages)
    if (!(await hasPage(peer, title)))
      await makePage(await openMaker(peer, admin, `the page "${title}"`), title)

  const secrets: Record<string, string> = {}
  for (const botPassword of botPasswords)
    secrets[botPassword.secret] = await makeBotPassword(peer, accounts, botPassword)
  return secrets
}

/** Logs in whoever makes fixtures: their passwords are known to all, so only where a wiki is for tests. */
async function openMaker(
  peer: Peer,
  admin: Credentials | undefined,
  what: string,
): Promise<Visitor> {
  if (admin === undefined) throw new CannotPlay(`${what} (no user is given who could make it)`)
  await checkIsForTests(peer, what)
  const maker = new Visitor(peer)
  await maker.logIn(admin)
  return maker
}

async function checkIsForTests(peer: Peer, what: string): Promise<void> {
  if (!(await readsTestConfig(peer)))
    throw new CannotPlay(`${what} (made only on a wiki for tests, which reads X-Test-Config)`)
}

async function makeAccount(admin: Visitor, account: AccountFixture): Promise<void> {
  const { name, password, groups = [], email = '', realName = '' } = account
  const created = await admin.ask({
    action: 'createaccount',
    createreturnurl: 'http://127.0.0.1/',
    createtoken: await admin.token('createaccount'),
    username: name,
    password,
    retype: password,
    email,
    realname: realName,
  })
  const code = findByPath(created, 'createaccount.messagecode')
  const isMade = findByPath(created, 'createaccount.status') === 'PASS'
  if (!isMade && code !== 'userexists')
    throw new CannotPlay(
      `the account "${name}" (action=createaccount: ${code ?? errorOf(created)})`,
    )

  if (groups.length > 0) {
    const userrightstoken = await admin.token('userrights')
    const add = groups.join('|')
    await succeed(admin, { action: 'userrights', user: name, add, token: userrightstoken })
  }
  if (account.newMessages) {
    const [title, text] = [`User talk:${name}`, `Hello ${Date.now()}`]
    await succeed(admin, { action: 'edit', title, text, token: await admin.token('csrf') })
  }
}

async function makeBlock(admin: Visitor, block: BlockFixture): Promise<void> {
  await succeed(admin, {
    action: 'block',
    user: block.user,
    reason: block.reason,
    expiry: block.expiry ?? 'infinite',
    reblock: '1',
    ...(block.mayCreateAccounts ? {} : { nocreate: '1' }),
    token: await admin.token('csrf'),
  })
}

async function makePage(admin: Visitor, title: string): Promise<void> {
  const text = 'Made for a test.'
  await succeed(admin, { action: 'edit', title, text, token: await admin.token('csrf') })
}

async function succeed(visitor: Visitor, form: Readonly<Record<string, string>>): Promise<void> {
  const answer = await visitor.ask(form)
  const code = findByPath(answer, 'error.code')
  // MediaWiki refuses to make the same block again, which is as good as made.
  if (code !== undefined && code !== 'alreadyblocked')
    throw new CannotPlay(`to be allowed action=${form['action']} (${code})`)
}

function errorOf(answer: unknown): string {
  return findByPath(answer, 'error.code') ?? 'no answer'
}

/** Fills in the form of Special:BotPasswords, and reads the new secret off the page. */
async function makeBotPassword(
  peer: Peer,
  accounts: readonly AccountFixture[],
  wanted: BotPasswordFixture,
): Promise<string> {
  const what = `the bot password "${wanted.user}@${wanted.appId}"`
  const account = accounts.find(({ name }) => name === wanted.user)
  if (!account) throw new CannotPlay(`${what} (its account is not in the recording)`)
  await checkIsForTests(peer, what)
  const owner = new Visitor(peer)
  await owner.logIn(account)
  const target = `index.php?title=Special:BotPasswords/${encodeURIComponent(wanted.appId)}`
  const page = await owner.send({ method: 'GET', target, headers: {} })
  const [, token = ''] = /value="([0-9a-f]+\+\\)" name="wpEditToken"/.exec(page.body) ?? []
  const exists = /name=["']op["'] value=["']update["']/.test(page.body)

  const form = new URLSearchParams({ wpEditToken: token, op: exists ? 'update' : 'create' })
  form.set('wprestrictions', (wanted.ips ?? ['0.0.0.0/0', '::/0']).join('\n'))
  if (exists) form.set('wpresetPassword', '1')
  for (const grant of wanted.grants) form.append('wpgrants[]', `grant-${grant}`)
  const done = await owner.send({
    method: 'POST',
    target,
    headers: { 'content-type': 'application/x-www-form-urlencoded' },
    body: form.toString(),
  })
  const [, secret] = /<strong>([0-9a-v]{32,})<\/strong>/.exec(done.body) ?? []
  if (secret === undefined) throw new CannotPlay(`${what} (Special:BotPasswords did not make it)`)
  return secret
}
