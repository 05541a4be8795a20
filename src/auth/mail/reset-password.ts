import type { Account } from '../accounts/account-store.ts'
import { canonicalUserName } from '../names/user-name.ts'
import { userPreferences } from '../preferences/user-preferences.ts'
import { isEmailAddress } from './email-address.ts'
import {
  hasFreshPassword,
  mailTemporaryPassword,
  type PasswordMailing,
  type Requester,
} from './temporary-password.ts'

/** Whose password is forgotten: of the account with this name, or else of all with this e-mail address. */
export interface Forgotten {
  readonly user: string | undefined
  readonly email: string | undefined
}

/**
 * Mails temporary passwords. Everything about it waits until the answer is out, to look for the
 * accounts too: neither an answer nor its duration tells who has one.
 */
export function resetPassword(forgotten: Forgotten, by: Requester, mailing: PasswordMailing): void {
  mailing.afterwards(async () => {
    const accounts = await findAccounts(forgotten, mailing)
    // As in MediaWiki: who got one a short while ago finds it in the same mailbox.
    if (accounts.some((account) => hasFreshPassword(account, mailing))) return
    for (const account of accounts) await mailTemporaryPassword(account, by, mailing)
  })
}

async function findAccounts(
  { user, email = '' }: Forgotten,
  mailing: PasswordMailing,
): Promise<readonly Account[]> {
  const { accounts } = mailing
  if (user === undefined) {
    const found = isEmailAddress(email) ? await accounts.findByEmail(email) : []
    const choices = await Promise.all(found.map((account) => wantsBoth(account, mailing)))
    return found.filter((_, index) => !choices[index])
  }
  const name = canonicalUserName(user)
  const account = name === undefined ? undefined : await accounts.findByName(name)
  if (account === undefined || account.email === '') return []
  const isMissed = account.email !== email && (await wantsBoth(account, mailing))
  return isMissed ? [] : [account]
}

/** Whether somebody has chosen that a name is not enough to get mails, nor is an address. */
async function wantsBoth(
  { id }: Account,
  { settings, preferences, now }: PasswordMailing,
): Promise<boolean> {
  if (!settings.AllowRequiringEmailForResets) return false
  const chosen = userPreferences(await preferences.of(id), { settings, now })
  return Boolean(Number(chosen.get('requireemail') ?? 0))
}
