import type { RateLimiting } from '../rate-limits/rate-limit.ts'
import { isTooOften } from '../rate-limits/rate-limit.ts'
import type { User } from '../user.ts'
import { type Forgotten, resetPassword } from './reset-password.ts'
import type { PasswordMailing } from './temporary-password.ts'
import { whyNotReset } from './why-not-reset.ts'

/** Why no password is mailed, as far as that tells nothing about anybody. */
export type NotAsked =
  | 'passwordreset-emaildisabled'
  | 'badaccess'
  | 'blocked-mailpassword'
  | 'passwordreset-nodata'

/** Has a temporary password mailed to who has forgotten his own, or says why not, never whether there is such an account. */
export async function askForPassword(
  { user, email }: Forgotten,
  by: User,
  sources: PasswordMailing & RateLimiting,
): Promise<NotAsked | undefined> {
  const why = await whyNotReset(by, sources.settings)
  if (why !== undefined) return why
  // That there were too many is not to be told, either.
  if (await isTooOften('mailpassword', by, sources)) return undefined

  if (user === undefined && email === undefined) return 'passwordreset-nodata'
  resetPassword({ user, email }, by, sources)
  return undefined
}
