import { type MessageParam, message, plaintext } from '../../messages/message.ts'
import type { Random } from '../../random.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Account } from '../account-store.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { type Letter, type Mailing, pageAddress, writeTo } from './mailing.ts'

/** What giving temporary passwords takes. */
export interface PasswordMailing extends Mailing {
  readonly random: Random
}

/**
 * Gives a new account a password that is good for one login and some days, and mails it once the
 * answer is out. `by` is the name or the address of who has made the account.
 */
export async function giveTemporaryPassword(
  account: Account,
  by: string,
  mailing: PasswordMailing,
): Promise<void> {
  const { accounts, random, now, afterwards, settings } = mailing
  const password = randomPassword(settings, random)
  const hash = await hashPassword(password, random)
  await accounts.setTemporaryPassword(account.id, { hash, made: now })
  afterwards(() => writeTo(account, welcome(account, { password, by, settings }), mailing))
}

/**
 * Mails a temporary password to somebody who has forgotten his own, unless that was done a short
 * while ago. All of it waits until the answer is out: nothing is to tell whether there is such an account.
 */
export function mailTemporaryPassword(
  account: Account,
  by: { readonly name: string; readonly isRegistered: boolean },
  mailing: PasswordMailing,
): void {
  const { accounts, random, now, afterwards, settings } = mailing
  afterwards(async () => {
    const password = randomPassword(settings, random)
    const hash = await hashPassword(password, random)
    const isGiven = await accounts.setTemporaryPassword(account.id, {
      hash,
      made: now,
      unlessMadeSince: resendTime(mailing),
    })
    if (isGiven) await writeTo(account, reminder(account, { password, by, settings }), mailing)
  })
}

/** Tells whether an account was mailed a password such a short while ago that it has to do. */
export function hasFreshPassword(
  { temporaryPasswordMade: made }: Account,
  mailing: Pick<Mailing, 'now' | 'settings'>,
): boolean {
  return made !== undefined && made > resendTime(mailing)
}

function resendTime({ now, settings }: Pick<Mailing, 'now' | 'settings'>): Date {
  return new Date(now.getTime() - settings.PasswordReminderResendTime * 3_600_000)
}

/** As long as the strictest policy wants it, at least ten of `0-9a-v`. */
function randomPassword({ PasswordPolicy }: Settings, random: Random): string {
  const rules = Object.values(PasswordPolicy.policies).flatMap((policy) => [
    policy['MinimalPasswordLength'],
    policy['MinimumPasswordLengthToLogin'],
  ])
  const least = rules.map((rule) => Number(typeof rule === 'object' ? rule.value : (rule ?? 0)))
  const digits = [...random(Math.max(10, ...least))]
  return digits.map((byte) => (byte % 32).toString(32)).join('')
}

interface Writing {
  readonly password: string
  readonly settings: Settings
}

function welcome({ name }: Account, { password, by, settings }: Writing & { by: string }): Letter {
  return {
    subject: 'createaccount-title',
    text: 'createaccount-text',
    params: [by, name, password].map(plaintext).concat(placeAndTime(settings)),
  }
}

function reminder(
  { name }: Account,
  { password, by, settings }: Writing & { by: { name: string; isRegistered: boolean } },
): Letter {
  const element = message('passwordreset-emailelement', plaintext(name), plaintext(password))
  return {
    subject: 'passwordreset-emailtitle',
    text: by.isRegistered ? 'passwordreset-emailtext-user' : 'passwordreset-emailtext-ip',
    params: [plaintext(by.name), { message: element }, 1, ...placeAndTime(settings)],
  }
}

/** Where the wiki is, for how many days the password is good, and what the wiki is called. */
function placeAndTime(settings: Settings): readonly MessageParam[] {
  const days = Math.round(settings.NewPasswordExpiry / 86_400)
  const place = `<${pageAddress('Main_Page', settings)}>`
  return [plaintext(place), days, plaintext(settings.Sitename)]
}
