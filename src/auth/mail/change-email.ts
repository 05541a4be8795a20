import { plaintext } from '../../messages/message.ts'
import type { Random } from '../../random.ts'
import type { Account } from '../accounts/account-store.ts'
import {
  askForConfirmation,
  type ConfirmationText,
  makeConfirmation,
} from './email-confirmation.ts'
import type { EmailStore } from './email-store.ts'
import { type Mailing, writeTo } from './mailing.ts'

/** What changing an e-mail address takes. */
export interface EmailMailing extends Mailing {
  readonly emails: EmailStore
  readonly random: Random
  /** Of the client. */
  readonly address: string
}

/**
 * Gives an account another e-mail address, and says whether its owner is asked to confirm it. Who reads
 * the old one, if it was confirmed, hears of it: it may not be the owner who has done this.
 */
export async function changeEmail(
  account: Account,
  email: string,
  mailing: EmailMailing,
): Promise<boolean> {
  const { emails, settings, afterwards, address, now } = mailing
  const isAsked = email !== '' && asksForConfirmation(mailing)
  const confirmation = isAsked ? makeConfirmation(mailing) : undefined
  await emails.change(account.id, { email, token: confirmation?.stored }, now)

  if (asksForConfirmation(mailing) && account.emailAuthenticated !== undefined) {
    const params = [address, account.name, settings.Sitename, email].map(plaintext)
    const letter = { ...(email === '' ? removal : change), params }
    afterwards(() => writeTo(account, letter, mailing))
  }
  if (confirmation === undefined) return false

  const text: ConfirmationText =
    account.email === '' ? 'confirmemail_body_set' : 'confirmemail_body_changed'
  askForConfirmation({ ...account, email }, confirmation, mailing, text)
  return true
}

const change = {
  subject: 'notificationemail_subject_changed',
  text: 'notificationemail_body_changed',
} as const
const removal = {
  subject: 'notificationemail_subject_removed',
  text: 'notificationemail_body_removed',
} as const

/** Mails another token to the owner of an account, for the address that it has; says whether it still has it. */
export async function mailConfirmation(account: Account, mailing: EmailMailing): Promise<boolean> {
  const confirmation = makeConfirmation(mailing)
  const { id, email } = account
  const isSame = await mailing.emails.replaceToken(id, email, confirmation.stored)
  if (isSame) askForConfirmation(account, confirmation, mailing, 'confirmemail_body_changed')
  return isSame
}

function asksForConfirmation({ settings }: Mailing): boolean {
  return settings.EnableEmail && settings.EmailAuthentication
}
