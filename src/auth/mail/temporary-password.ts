import { type MessageParam, message, plaintext } from '../../messages/message.ts'
import type { Random } from '../../random.ts'
import type { Settings } from '../../settings/settings.ts'
import type { Account, TemporaryPassword } from '../accounts/account-store.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { type Letter, type Mailing, pageAddress, writeTo } from './mailing.ts'

/** What giving temporary passwords takes. */
export interface PasswordMailing extends Mailing {
  readonly random: Random
}

/** A password that is good for one login and some days, and what is stored of it. */
export interface MailedPassword {
  readonly password: string
  readonly stored: Pick<TemporaryPassword, 'hash' | 'made'>
}

/** Makes up a password that is to be mailed. */
export async function makeTemporaryPassword({
  settings,
  random,
  now,
}: Pick<PasswordMailing, 'settings' | 'random' | 'now'>): Promise<MailedPassword> {
  const password = randomPassword(settings, random)
  return { password, stored: { hash: await hashPassword(password, random), made: now } }
}

/**
 * Mails a new account its first password once the answer is out. `by` is the name or the address of
 * who has made the account.
 */
export function welcomeByMail(
  account: Account,
  { by, password }: { readonly by: string; readonly password: string },
  mailing: Mailing,
): void {
  const { settings } = mailing
  mailing.afterwards(() => writeTo(account, welcome(account, { password, by, settings }), mailing))
}

/**
 * Mails a temporary password to somebody who has forgotten his own, unless that was done a short
 * while ago. It takes its time: nobody should wait for it who is not to know that there is such an account.
 */
export async function mailTemporaryPassword(
  account: Account,
  by: Requester,
  mailing: PasswordMailing,
): Promise<void> {
  const { accounts, settings } = mailing
  const { password, stored } = await makeTemporaryPassword(mailing)
  const given = { ...stored, unlessMadeSince: resendTime(mailing) }
  if (!(await accounts.setTemporaryPassword(account.id, given))) return
  await writeTo(account, reminder(account, { password, by, settings }), mailing)
}

/** Who has asked for a password, not always the one it is for. */
export interface Requester {
  /** The address of who has not logged in. */
  readonly name: string
  readonly isRegistered: boolean
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
  { password, by, settings }: Writing & { by: Requester },
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
