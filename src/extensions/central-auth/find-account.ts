import type { GlobalAccount } from '../../auth/accounts/global-account-store.ts'
import { canonicalUserName } from '../../auth/names/user-name.ts'
import { escapeWikitext } from '../../messages/say.ts'
import type { Call } from '../../modules/module.ts'
import { ApiError } from '../../result/api-error.ts'

/** Finds the account that is to be changed; to who may not see it, it is not there. */
export async function findAccount(
  given: string,
  { sources, user }: Pick<Call, 'sources' | 'user'>,
  module: string,
): Promise<GlobalAccount> {
  const name = canonicalUserName(given)
  const account = name && (await sources.globalAccounts.find(name))
  const isSeen = account?.hidden !== 'suppressed' || (await user.may('centralauth-suppress'))
  if (account && isSeen) return account
  throw new ApiError(module, 'nosuchusershort', { params: [escapeWikitext(name ?? given)] })
}
