import { message } from '../../messages/message.ts'
import { makeTemporaryPassword, welcomeByMail } from '../mail/temporary-password.ts'
import type { PrimaryProvider } from '../manager/auth-provider.ts'
import { verifyPassword } from '../passwords/passwords.ts'
import { findCredentials } from './credentials.ts'
import { hasTemporaryPassword } from './has-temporary-password.ts'
import { loginPasswordRequest } from './password-request.ts'
import {
  temporaryPasswordRequest,
  temporaryPasswordRequestId,
} from './temporary-password-request.ts'

/** Proves who somebody is by a password that was mailed, and lets him choose another. */
export const temporaryPassword: PrimaryProvider = {
  id: 'MediaWiki\\Auth\\TemporaryPasswordPrimaryAuthenticationProvider',

  requests(action, { user, context }) {
    switch (action) {
      case 'login':
        return [loginPasswordRequest]
      case 'create': {
        // Who makes an account for himself knows his password.
        const isForOther = user.isRegistered && context.settings.EnableEmail
        return isForOther ? [temporaryPasswordRequest] : []
      }
      case 'change':
      case 'remove':
        return [temporaryPasswordRequest]
      default:
        return []
    }
  },

  async beginLogin(submission, context) {
    const credentials = await findCredentials(submission, context)
    if (credentials === undefined) return { status: 'abstain' }

    const { account, password, flaws } = credentials
    if (flaws.some(({ fatal }) => fatal)) {
      return { status: 'fail', why: flaws.map(({ why }) => why) }
    }
    // A wrong one may still be the account's own.
    if (!hasTemporaryPassword(account, context)) return { status: 'abstain' }
    if (!(await verifyPassword(password, account.temporaryPasswordHash, account.id))) {
      return { status: 'abstain' }
    }
    const choice = { why: message('resetpass-temp-emailed'), hard: true }
    return { status: 'pass', username: account.name, proved: account, choice }
  },

  async checkCreation({ email }, submission) {
    const isWanted = submission.has(temporaryPasswordRequestId)
    return isWanted && email === '' ? [message('noemailcreate')] : []
  },

  async beginCreation({ creator }, submission, context) {
    if (!submission.has(temporaryPasswordRequestId)) return { status: 'abstain' }

    const { password, stored } = await makeTemporaryPassword(context)
    const mail = { by: creator.name, password }
    return {
      status: 'pass',
      row: { temporaryPassword: stored },
      logAction: 'byemail',
      isMailed: true,
      finish: (account) => welcomeByMail(account, mail, context),
    }
  },

  async checkChange({ request, action }, { settings }) {
    if (request.id !== temporaryPasswordRequestId) return undefined
    if (action === 'remove') return []
    // A mail says who has asked for it; of who has logged in, MediaWiki forgets to.
    return [
      message(settings.EnableEmail ? 'passwordreset-nocaller' : 'passwordreset-emaildisabled'),
    ]
  },
}
