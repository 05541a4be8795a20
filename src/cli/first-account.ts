import { checkBotPassword } from '../auth/bot-passwords/create-bot-password.ts'
import { canonicalUserName } from '../auth/names/user-name.ts'
import { verifyPassword } from '../auth/passwords/passwords.ts'
import { CannotCreate, type OpenWiki } from '../index.ts'
import { CommandError } from './explain.ts'

/** The groups that MediaWiki's installer puts the first account into. */
const groups = ['sysop', 'bureaucrat', 'interface-admin']

const defaultName = 'Admin'
const appId = 'bot'
const grants = [
  'basic',
  'highvolume',
  'editpage',
  'createeditmovepage',
  'patrol',
  'rollback',
  'editmywatchlist',
  'viewmywatchlist',
]

/** The first account as somebody wants it. */
export interface FirstAccountRequest {
  /** `Admin` unless given. */
  readonly admin?: string
  readonly adminPassword?: string
  readonly botPassword?: string
}

/** The account to start with, with its passwords as far as they are known: stored they are hashes. */
export interface FirstAccount {
  readonly user: string | null
  readonly password: string | null
  readonly botUser: string | null
  readonly botPassword: string | null
}

/** Makes the first account of a new wiki and its bot password; on any other wiki finds them. */
export async function firstAccount(
  wiki: OpenWiki,
  request: FirstAccountRequest,
): Promise<FirstAccount> {
  const { accounts } = wiki.stores
  if (!(await accounts.isEmpty())) return find(wiki, request)

  try {
    return await make(wiki, request)
  } catch (error) {
    // Another process may have been quicker: then its account is the one.
    if (error instanceof CannotCreate && !(await accounts.isEmpty())) return find(wiki, request)
    throw error
  }
}

async function make(wiki: OpenWiki, request: FirstAccountRequest): Promise<FirstAccount> {
  const { admin = defaultName, adminPassword, botPassword } = request
  const password = adminPassword ?? wiki.random(18).toString('base64url')
  const bot = {
    user: admin,
    appId,
    grants,
    ...(botPassword !== undefined && { password: botPassword }),
  }
  // Before there is anything: an account without its bot password would be half a start.
  checkBotPassword(bot, wiki.settings)
  const { name } = await wiki.createAccount({ name: admin, password, groups })
  const made = await wiki.createBotPassword(bot)
  return { user: name, password, botUser: made.user, botPassword: made.password }
}

async function find(wiki: OpenWiki, request: FirstAccountRequest): Promise<FirstAccount> {
  const { accounts, botPasswords } = wiki.stores
  const { admin = defaultName, adminPassword, botPassword } = request
  const name = canonicalUserName(admin)
  const account = name && (await accounts.findByName(name))
  if (!account) {
    // Somebody else's wiki, which needs no account of ours to be served.
    if (request.admin === undefined) return nobody
    throw new CommandError(
      `This wiki has accounts, but none named "${admin}": "jeton user create" makes one.`,
    )
  }
  const { id, passwordHash } = account
  const bot = await botPasswords.find(id, appId)
  if (!(await isRight(adminPassword, passwordHash, id))) {
    throw new CommandError(`${name} has another password than the one given for the first account.`)
  }
  if (!(await isRight(botPassword, bot?.passwordHash ?? '', id))) {
    throw new CommandError(
      `${name} has another bot password "${appId}" than the one given: delete it with "jeton bot-password delete", and make it with "jeton bot-password create".`,
    )
  }
  return {
    user: name,
    password: adminPassword ?? null,
    botUser: bot ? `${name}${wiki.settings.UserrightsInterwikiDelimiter}${appId}` : null,
    botPassword: botPassword ?? null,
  }
}

const nobody: FirstAccount = { user: null, password: null, botUser: null, botPassword: null }

async function isRight(given: string | undefined, hash: string, userId: number): Promise<boolean> {
  return given === undefined || verifyPassword(given, hash, userId)
}
