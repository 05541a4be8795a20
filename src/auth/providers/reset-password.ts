import { message } from '../../messages/message.ts'
import type { SecondaryProvider } from '../manager/auth-provider.ts'
import type { AuthRequest } from '../manager/auth-request.ts'
import { passwordRequestId } from './password-request.ts'

/** Has another password chosen before the login is complete, if there is a reason to. */
export const resetPassword: SecondaryProvider = {
  id: 'MediaWiki\\Auth\\ResetPasswordSecondaryAuthenticationProvider',

  async beginLogin({ choice }) {
    if (choice === undefined) return { status: 'abstain' }

    return { status: 'ui', requests: [newPasswordRequest], why: choice.why }
  },
}

const newPasswordRequest: AuthRequest = {
  id: passwordRequestId,
  required: 'required',
  provider: message('authmanager-provider-password'),
  account: { text: null },
  fields: {
    password: {
      type: 'password',
      label: message('newpassword'),
      help: message('authmanager-password-help'),
      sensitive: true,
    },
    retype: {
      type: 'password',
      label: message('retypenew'),
      help: message('authmanager-retype-help'),
      sensitive: true,
    },
  },
}
