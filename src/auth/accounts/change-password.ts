import type { Random } from '../../random.ts'
import type { Settings } from '../../settings/settings.ts'
import type { MembershipStore } from '../groups/membership-store.ts'
import { type PasswordFlaw, passwordFlaws } from '../passwords/password-policy.ts'
import { hashPassword } from '../passwords/passwords.ts'
import { endSessionsOf } from '../sessions/end-sessions.ts'
import type { Account, AccountStore } from './account-store.ts'

/** What changing a password takes. */
export interface PasswordChanging {
  readonly accounts: AccountStore
  readonly memberships: MembershipStore
  readonly settings: Settings
  readonly random: Random
  readonly now: Date
}

/**
 * Gives an account another password, for whoever runs the wiki, and ends all its sessions: often somebody
 * else knew the old one. Says what is wrong with the password if it cannot be used; then nothing has changed.
 */
export async function changePassword(
  account: Account,
  password: string,
  { accounts, memberships, settings, random, now }: PasswordChanging,
): Promise<PasswordFlaw | undefined> {
  const explicit = (await memberships.of(account.id, now)).map(({ group }) => group)
  const groups = [...explicit, '*', 'user']
  const [flaw] = await passwordFlaws(password, { name: account.name, groups }, settings)
  if (flaw !== undefined) return flaw

  const hash = await hashPassword(password, random)
  await accounts.changeCredentials(account.id, { password: { hash, expires: undefined } })
  // Only now: who logged in with the old password until then is to be logged out, too.
  await endSessionsOf(account, { accounts, random })
  return undefined
}
