import type {
  AccountFixture,
  BlockFixture,
  BotPasswordFixture,
  Credentials,
  Fixture,
} from './conversation.ts'
import type { Peer } from './peer.ts'
import { findByPath } from './variables.ts'
import { Visitor } from './visitor.ts'

/** Makes a fixture so on a MediaWiki, by its own API and pages; again does no harm. */
export async function prepareReference(
  peer: Peer,
  adminCredentials: Credentials,
  { accounts = [], botPasswords = [], blocks = [] }: Fixture,
): Promise<Readonly<Record<string, string>>> {
  if (accounts.length === 0) return {}
  const admin = new Visitor(peer)
  await admin.logIn(adminCredentials)
  for (const account of accounts) await makeAccount(admin, account)
  for (const block of blocks) await makeBlock(admin, block)

  const secrets: Record<string, string> = {}
  for (const botPassword of botPasswords) {
    const owner = accounts.find(({ name }) => name === botPassword.user)
    if (!owner) throw new Error(`Cannot make a bot password: no account "${botPassword.user}"`)
    const visitor = new Visitor(peer)
    await visitor.logIn(owner)
    secrets[botPassword.secret] = await makeBotPassword(visitor, botPassword)
  }
  return secrets
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
  if (!/"status":"PASS"|"messagecode":"userexists"/.test(JSON.stringify(created)))
    throw new Error(`Cannot create account "${name}": ${JSON.stringify(created)}`)

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

async function succeed(visitor: Visitor, form: Readonly<Record<string, string>>): Promise<void> {
  const answer = await visitor.ask(form)
  const code = findByPath(answer, 'error.code')
  // MediaWiki refuses to make the same block again, which is as good as made.
  if (code !== undefined && code !== 'alreadyblocked')
    throw new Error(`Cannot prepare the reference: ${JSON.stringify(answer)}`)
}

/** Fills in the form of Special:BotPasswords, and reads the new secret off the page. */
async function makeBotPassword(owner: Visitor, wanted: BotPasswordFixture): Promise<string> {
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
  if (secret === undefined) throw new Error(`Cannot make bot password "${wanted.appId}"`)
  return secret
}
