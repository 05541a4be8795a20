import type { Account } from '../auth/accounts/account-store.ts'
import { canonicalUserName } from '../auth/names/user-name.ts'
import type { OpenWiki } from '../index.ts'
import { CommandError } from './explain.ts'

/** Finds the account that a command names, in any spelling that MediaWiki takes. */
export async function findAccount(user: string, { stores }: OpenWiki): Promise<Account> {
  const name = canonicalUserName(user)
  const account = name && (await stores.accounts.findByName(name))
  if (!account) throw new CommandError(`There is no account "${user}".`)
  return account
}
