import { message } from '../../messages/message.ts'
import type { AuthRequest } from '../manager/auth-request.ts'

/** What MediaWiki calls the request for a password by mail. */
export const temporaryPasswordRequestId = 'MediaWiki\\Auth\\TemporaryPasswordAuthenticationRequest'

/** The box to tick for a password that is mailed and good for one login. */
export const temporaryPasswordRequest: AuthRequest = {
  id: temporaryPasswordRequestId,
  required: 'primary-required',
  provider: message('authmanager-provider-temporarypassword'),
  account: { text: null },
  fields: {
    mailpassword: {
      type: 'checkbox',
      label: message('createaccountmail'),
      help: message('createaccountmail-help'),
    },
  },
}
