import { type MessageKey, message } from '../../messages/message.ts'
import type { AuthField, AuthRequest } from '../manager/auth-request.ts'

/** What MediaWiki calls the request for a name and a password. */
export const passwordRequestId = 'MediaWiki\\Auth\\PasswordAuthenticationRequest'

const username: AuthField = {
  type: 'string',
  label: message('userlogin-yourname'),
  help: message('authmanager-username-help'),
}

const provider = message('authmanager-provider-password')

/** The name and the password that somebody logs in with. */
export const loginPasswordRequest: AuthRequest = {
  id: passwordRequestId,
  required: 'primary-required',
  provider,
  account: { text: null },
  fields: {
    username,
    password: passwordField('userlogin-yourpassword', 'authmanager-password-help'),
  },
}

/** The name and the password of a new account. */
export const creationPasswordRequest: AuthRequest = {
  ...loginPasswordRequest,
  fields: {
    username,
    password: passwordField('userlogin-yourpassword', 'authmanager-password-help'),
    retype: passwordField('yourpasswordagain', 'authmanager-retype-help'),
  },
}

/** The password that an account gets instead of the one it has. */
export const changePasswordRequest: AuthRequest = {
  ...loginPasswordRequest,
  fields: {
    password: passwordField('newpassword', 'authmanager-password-help'),
    retype: passwordField('retypenew', 'authmanager-retype-help'),
  },
}

/** The password that an account is to have no more: there is nothing to say about it. */
export const removePasswordRequest: AuthRequest = { ...loginPasswordRequest, fields: {} }

function passwordField(label: MessageKey, help: MessageKey): AuthField {
  return { type: 'password', label: message(label), help: message(help), sensitive: true }
}
