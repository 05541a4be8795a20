import { isSystemUser } from '../../session/user-token.ts'
import type { Account } from '../accounts/account-store.ts'
import type { AuthContext } from '../manager/auth-context.ts'

/** Tells whether a password was mailed to the owner of an account, if there is one, that is still good. */
export function hasTemporaryPassword(
  account: Account | undefined,
  { settings, now }: Pick<AuthContext, 'settings' | 'now'>,
): account is Account {
  if (account === undefined || isSystemUser(account)) return false

  const { temporaryPasswordHash, temporaryPasswordMade } = account
  if (temporaryPasswordHash === '') return false
  if (temporaryPasswordMade === undefined) return true

  const age = now.getTime() - temporaryPasswordMade.getTime()
  return age < settings.NewPasswordExpiry * 1000
}
