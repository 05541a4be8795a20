import { createHash } from 'node:crypto'
import { plaintext } from '../../messages/message.ts'
import { type Random, randomHex32 } from '../../random.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Account, EmailToken } from '../accounts/account-store.ts'
import { type Mailing, pageAddress, writeTo } from './mailing.ts'

/** What confirms an e-mail address, and what is stored of it: who reads the table cannot confirm anything. */
export interface Confirmation {
  readonly token: string
  readonly stored: EmailToken
}

/** Makes up what an e-mail address is to be confirmed by. */
export function makeConfirmation({
  random,
  settings,
  now,
}: {
  readonly random: Random
  readonly settings: Settings
  readonly now: Date
}): Confirmation {
  const token = randomHex32(random)
  const expires = new Date(now.getTime() + settings.UserEmailConfirmationTokenExpiry * 1000)
  return { token, stored: { hash: hashConfirmation(token), expires } }
}

/** What is stored of such a token. */
export function hashConfirmation(token: string): string {
  return createHash('md5').update(token).digest('hex')
}

/** Why somebody is asked to confirm an address: of a new account, or because it has got one, or another. */
export type ConfirmationText =
  | 'confirmemail_body'
  | 'confirmemail_body_changed'
  | 'confirmemail_body_set'

/** Asks the owner of an account to confirm the e-mail address, by a mail with a link that only he gets. */
export function askForConfirmation(
  account: Pick<Account, 'id' | 'name' | 'email'>,
  { token, stored }: Confirmation,
  mailing: Mailing & { readonly address: string },
  text: ConfirmationText = 'confirmemail_body',
): void {
  const { settings, address, afterwards } = mailing
  const confirm = pageAddress(`Special:ConfirmEmail/${token}`, settings)
  const undo = pageAddress(`Special:InvalidateEmail/${token}`, settings)
  const until = `${stored.expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const params = [address, account.name, confirm, until, undo, settings.Sitename].map(plaintext)
  const letter = { subject: 'confirmemail_subject', text, params } as const
  afterwards(() => writeTo(account, letter, mailing))
}
