import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { passwordRequestId } from '../../auth/providers/password-request.ts'
import type { MessageKey } from '../../messages/message.ts'
import type { Settings } from '../../settings/settings.ts'

/** A page that changes what somebody logs in by, or takes it away. */
export interface CredentialsPage {
  readonly name: 'ChangeCredentials' | 'RemoveCredentials' | 'UnlinkAccounts'
  readonly title: MessageKey
  readonly action: 'change' | 'remove' | 'unlink'
  /** For which a login has to be recent. */
  readonly operation: 'ChangeCredentials' | 'RemoveCredentials' | 'UnlinkAccount'
  /** What the wiki keeps to itself. */
  readonly except: (settings: Settings) => readonly string[]
  readonly submit: MessageKey
  readonly done: MessageKey
}

/** Tells whether the form is the one that changes the password: its title says all. */
export function changesPassword(
  { action }: Pick<CredentialsPage, 'action'>,
  { id }: AuthRequest,
): boolean {
  return action === 'change' && id === passwordRequestId
}

/** What MediaWiki makes the token of such a form with. */
export function tokenSalt({ name }: Pick<CredentialsPage, 'name'>): string {
  return `AuthManagerSpecialPage:${name}`
}
