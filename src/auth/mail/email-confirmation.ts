import { createHash } from 'node:crypto'
import { plaintext } from '../../messages/message.ts'
import { type Random, randomHex32 } from '../../random.ts'
import type { Account } from '../account-store.ts'
import { type Mailing, pageAddress, writeTo } from './mailing.ts'

/** Why an address is to be confirmed: the account is new, the address is, or there was none before. */
export type NewAddress = 'created' | 'changed' | 'set'

/**
 * Asks the owner of an account to confirm the e-mail address, by a mail with a link that only he gets.
 * Stored is what the link's token hashes to: who reads the table cannot confirm anything.
 */
export async function sendEmailConfirmation(
  account: Pick<Account, 'id' | 'name' | 'email'>,
  why: NewAddress,
  mailing: Mailing & { readonly random: Random; readonly address: string },
): Promise<void> {
  const { accounts, random, now, settings, address, afterwards } = mailing
  const token = randomHex32(random)
  const expires = new Date(now.getTime() + settings.UserEmailConfirmationTokenExpiry * 1000)
  const hash = createHash('md5').update(token).digest('hex')
  await accounts.setEmailToken(account.id, { hash, expires, now })

  const confirm = pageAddress(`Special:ConfirmEmail/${token}`, settings)
  const undo = pageAddress(`Special:InvalidateEmail/${token}`, settings)
  const until = `${expires.toISOString().slice(0, 16).replace('T', ' ')} UTC`
  const params = [address, account.name, confirm, until, undo, settings.Sitename]
  const text = texts[why]
  afterwards(() =>
    writeTo(
      account,
      { subject: 'confirmemail_subject', text, params: params.map(plaintext) },
      mailing,
    ),
  )
}

const texts = {
  created: 'confirmemail_body',
  changed: 'confirmemail_body_changed',
  set: 'confirmemail_body_set',
} as const satisfies Record<NewAddress, string>
