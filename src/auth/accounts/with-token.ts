import { randomHex32 } from '../../random.ts'
import type { AuthSources } from '../auth-sources.ts'
import type { Account } from './account-store.ts'

/** An account that has a token: imported ones may come without, and no session could depend on none. */
export async function withToken(account: Account, sources: AuthSources): Promise<Account> {
  if (account.token !== '') return account

  const token = await sources.accounts.giveToken(account.id, randomHex32(sources.random))
  return { ...account, token }
}
