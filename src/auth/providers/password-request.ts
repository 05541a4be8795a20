import { message } from '../../messages/message.ts'
import type { AuthRequest } from '../manager/auth-request.ts'

/** What MediaWiki calls the request for a name and a password. */
export const passwordRequestId = 'MediaWiki\\Auth\\PasswordAuthenticationRequest'

/** The name and the password that somebody logs in with. */
export const loginPasswordRequest: AuthRequest = {
  id: passwordRequestId,
  required: 'primary-required',
  provider: message('authmanager-provider-password'),
  account: { text: null },
  fields: {
    username: {
      type: 'string',
      label: message('userlogin-yourname'),
      help: message('authmanager-username-help'),
    },
    password: {
      type: 'password',
      label: message('userlogin-yourpassword'),
      help: message('authmanager-password-help'),
      sensitive: true,
    },
  },
}
