import { verifyPassword } from '../auth/passwords/passwords.ts'
import { canonicalUserName } from '../auth/user-name.ts'
import type { OpenWiki } from '../index.ts'
import { CommandError } from './explain.ts'

/** The groups that MediaWiki's installer puts the first account into. */
const groups = ['sysop', 'bureaucrat', 'interface-admin']

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
  readonly admin: string
  readonly adminPassword?: string
  readonly botPassword?: string
}

/** The account to start with, with its passwords as far as they are known: stored they are hashes. */
export interface FirstAccount {
  readonly user: string
  readonly password: string | null
  readonly botUser: string
  readonly botPassword: string | null
  /** Whether it has just been made. */
  readonly isNew: boolean
}

/** Makes the first account of a new wiki and its bot password; on any other wiki finds them. */
export async function firstAccount(
  wiki: OpenWiki,
  request: FirstAccountRequest,
): Promise<FirstAccount> {
  const { accounts } = wiki.stores
  const isNew = (await accounts.list()).length === 0
  return isNew ? make(wiki, request) : find(wiki, request)
}

async function make(wiki: OpenWiki, request: FirstAccountRequest): Promise<FirstAccount> {
  const password = request.adminPassword ?? wiki.random(18).toString('base64url')
  const account = await wiki.createAccount({ name: request.admin, password, groups })
  const bot = await wiki.createBotPassword({
    user: account.name,
    appId,
    grants,
    ...(request.botPassword !== undefined && { password: request.botPassword }),
  })
  const { name } = account
  return { user: name, password, botUser: bot.user, botPassword: bot.password, isNew: true }
}

async function find(wiki: OpenWiki, request: FirstAccountRequest): Promise<FirstAccount> {
  const { accounts, botPasswords } = wiki.stores
  const name = canonicalUserName(request.admin)
  const account = name && (await accounts.findByName(name))
  if (!account) {
    throw new CommandError(
      `This wiki has accounts, but none named "${request.admin}": "jeton user create" makes one.`,
    )
  }
  const bot = await botPasswords.find(account.id, appId)
  return {
    user: account.name,
    password: await ifRight(request.adminPassword, account.passwordHash, account.id),
    botUser: `${account.name}${wiki.settings.UserrightsInterwikiDelimiter}${appId}`,
    botPassword: await ifRight(request.botPassword, bot?.passwordHash ?? '', account.id),
    isNew: false,
  }
}

/** A password that was given is repeated only if it is the account's. */
async function ifRight(
  given: string | undefined,
  hash: string,
  userId: number,
): Promise<string | null> {
  return given !== undefined && (await verifyPassword(given, hash, userId)) ? given : null
}
