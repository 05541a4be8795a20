import { type MessageKey, message } from '../../messages/message.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Asked } from './auth-provider.ts'
import type { AuthField, AuthRequest, Submission } from './auth-request.ts'
import { textOf } from './auth-request.ts'

const ids = {
  name: 'MediaWiki\\Auth\\UsernameAuthenticationRequest',
  data: 'MediaWiki\\Auth\\UserDataAuthenticationRequest',
  reason: 'MediaWiki\\Auth\\CreationReasonAuthenticationRequest',
} as const

/** What is asked of every new account, whatever it logs in by: MediaWiki's manager asks it, after its providers. */
export function creationRequests({ user, context }: Asked): readonly AuthRequest[] {
  const name = textField('userlogin-yourname', 'authmanager-username-help')
  const reason = textField('createacct-reason', 'createacct-reason-help')
  return [
    request(ids.name, 'required', { username: name }),
    request(ids.data, 'required', dataFields(context.settings)),
    // Who makes an account for himself needs no reason.
    ...(user.isRegistered ? [request(ids.reason, 'optional', { reason })] : []),
  ]
}

function dataFields({ EnableEmail, HiddenPrefs }: Settings): AuthRequest['fields'] {
  const email = textField('authmanager-email-label', 'authmanager-email-help')
  const realname = textField('authmanager-realname-label', 'authmanager-realname-help')
  return {
    ...(EnableEmail && { email: { ...email, optional: true } }),
    ...(!HiddenPrefs.includes('realname') && { realname: { ...realname, optional: true } }),
  }
}

function textField(label: MessageKey, help: MessageKey): AuthField {
  return { type: 'string', label: message(label), help: message(help) }
}

function request(
  id: string,
  required: AuthRequest['required'],
  fields: AuthRequest['fields'],
): AuthRequest {
  return { id, required, provider: { text: id }, account: { text: id }, fields }
}

/** What was said of a new account. */
export interface AccountData {
  readonly email: string
  readonly realName: string
  readonly reason: string
}

/** Reads what was said of a new account; `''` for what was not. */
export function accountData(submission: Submission): AccountData {
  return {
    email: textOf(submission, ids.data, 'email'),
    realName: textOf(submission, ids.data, 'realname'),
    reason: textOf(submission, ids.reason, 'reason'),
  }
}
