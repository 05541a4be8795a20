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

/** What MediaWiki makes the token of such a form with. */
export function tokenSalt({ name }: Pick<CredentialsPage, 'name'>): string {
  return `AuthManagerSpecialPage:${name}`
}
