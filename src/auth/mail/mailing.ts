import { type MessageKey, type MessageParam, message } from '../../messages/message.ts'
import { say } from '../../messages/say.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Account, AccountStore } from '../accounts/account-store.ts'
import type { PreferenceStore } from '../preferences/preference-store.ts'
import { userPreferences } from '../preferences/user-preferences.ts'
import { isEmailAddress } from './email-address.ts'
import type { Mailer } from './mailer.ts'

/** What writing to the owner of an account takes. */
export interface Mailing {
  readonly settings: Settings
  readonly accounts: AccountStore
  readonly preferences: Pick<PreferenceStore, 'of'>
  readonly mailer: Mailer
  /** Does something once the answer is out, so that its duration tells nobody who has an account. */
  readonly afterwards: (task: () => Promise<void>) => void
  readonly now: Date
}

/** The keys of a mail's subject and text, and what goes into the text. */
export interface Letter {
  readonly subject: MessageKey
  readonly text: MessageKey
  readonly params: readonly MessageParam[]
}

/** Writes to the owner of an account, in the account's language; to nobody if there is no good address. */
export async function writeTo(
  account: Pick<Account, 'id' | 'name' | 'email'>,
  { subject, text, params }: Letter,
  { mailer, preferences, settings, now }: Mailing,
): Promise<void> {
  const { id, name, email: address } = account
  if (!settings.EnableEmail || !isEmailAddress(address)) return

  const chosen = userPreferences(await preferences.of(id), { settings, now })
  const language = String(chosen.get('language') ?? settings.LanguageCode)
  await mailer.send({
    to: { name, address },
    subject: say(message(subject, settings.Sitename), language, 'plaintext'),
    text: say(message(text, ...params), language, 'plaintext'),
  })
}

/** The address of a page of the wiki, for people. */
export function pageAddress(title: string, { Server, ArticlePath }: Settings): string {
  return `${Server}${ArticlePath.replace('$1', () => title)}`
}
