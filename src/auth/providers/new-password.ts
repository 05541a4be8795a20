import { type Message, message } from '../../messages/message.ts'
import type { CredentialChange } from '../accounts/account-store.ts'
import type { AuthContext } from '../manager/auth-context.ts'
import type { FieldValues } from '../manager/auth-request.ts'
import { passwordFlaws } from '../passwords/password-policy.ts'
import { hashPassword } from '../passwords/passwords.ts'

/** Says what is wrong with a password that somebody has chosen, and typed twice. */
export async function whyNotPassword(
  { password, retype }: FieldValues,
  owner: { readonly name: string; readonly groups: readonly string[] },
  { settings }: Pick<AuthContext, 'settings'>,
): Promise<readonly Message[]> {
  if (password !== retype) return [message('badretype')]

  const flaws = await passwordFlaws(String(password), owner, settings)
  return flaws.map(({ why }) => why)
}

/** What is stored of a password that somebody has chosen. */
export async function storedPassword(
  { password }: FieldValues,
  { random, settings, now }: Pick<AuthContext, 'random' | 'settings' | 'now'>,
): Promise<Required<Pick<CredentialChange, 'password'>>> {
  const hash = await hashPassword(String(password), random)
  return { password: { hash, expires: expiryOf(settings.PasswordExpirationDays, now) } }
}

const day = 86_400_000

function expiryOf(days: number | false, now: Date): Date | undefined {
  return days === 0 || days === false ? undefined : new Date(now.getTime() + days * day)
}
