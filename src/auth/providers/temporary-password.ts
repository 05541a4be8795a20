import { message } from '../../messages/message.ts'
import { isSystemUser } from '../../session/user-token.ts'
import type { Account } from '../account-store.ts'
import type { AuthContext } from '../manager/auth-context.ts'
import type { PrimaryProvider } from '../manager/auth-provider.ts'
import { verifyPassword } from '../passwords/passwords.ts'
import { findCredentials } from './credentials.ts'
import { loginPasswordRequest } from './password-request.ts'

/** Proves who somebody is by a password that was mailed, and lets him choose another. */
export const temporaryPassword: PrimaryProvider = {
  id: 'MediaWiki\\Auth\\TemporaryPasswordPrimaryAuthenticationProvider',
  requests: (action) => (action === 'login' ? [loginPasswordRequest] : []),

  async beginLogin(submission, context) {
    const credentials = await findCredentials(submission, context)
    if (credentials === undefined) return { status: 'abstain' }

    const { account, password, flaws } = credentials
    if (flaws.some(({ fatal }) => fatal)) {
      return { status: 'fail', why: flaws.map(({ why }) => why) }
    }
    // A wrong one may still be the account's own.
    if (account === undefined || isSystemUser(account) || !isCurrent(account, context)) {
      return { status: 'abstain' }
    }
    if (!(await verifyPassword(password, account.temporaryPasswordHash, account.id))) {
      return { status: 'abstain' }
    }
    const choice = { why: message('resetpass-temp-emailed'), hard: true }
    return { status: 'pass', username: account.name, proved: account, choice }
  },
}

function isCurrent(
  { temporaryPasswordHash, temporaryPasswordMade }: Account,
  { settings, now }: AuthContext,
): boolean {
  if (temporaryPasswordHash === '') return false
  if (temporaryPasswordMade === undefined) return true

  const age = now.getTime() - temporaryPasswordMade.getTime()
  return age < settings.NewPasswordExpiry * 1000
}
