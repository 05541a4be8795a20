import type { Account } from '../accounts/account-store.ts'
import { askForConfirmation, makeConfirmation } from '../mail/email-confirmation.ts'
import { type AccountOrigin, addAccount } from './add-account.ts'
import type { CreationContext } from './auth-provider.ts'
import type { Creation, CreationPass } from './creation.ts'

/** Makes the account that a provider will let log in; `undefined` if somebody else was faster. */
export async function makeAccount(
  { row = {}, logAction, isMailed = false, finish }: CreationPass,
  { name, creator, email, realName }: Creation,
  reason: string,
  context: CreationContext,
): Promise<Account | undefined> {
  const { settings, language } = context
  const isOwn = !creator.isRegistered
  const origin: AccountOrigin = {
    action: logAction ?? (isOwn ? 'create' : 'create2'),
    ...(!isOwn && { by: creator }),
    reason,
    recent: true,
  }
  // The language that somebody has read the wiki in without an account is the one to go on with.
  const preferences = isOwn && language !== settings.LanguageCode ? { language } : {}
  const isAsked = email !== '' && settings.EnableEmail && settings.EmailAuthentication
  const confirmation = isAsked && !isMailed ? makeConfirmation(context) : undefined
  const wanted = { name, email, realName, passwordHash: '', preferences, ...row }
  const account = await addAccount(
    { ...wanted, ...(confirmation && { emailToken: confirmation.stored }) },
    origin,
    context,
  )
  if (account === undefined) return undefined

  if (confirmation !== undefined) askForConfirmation(account, confirmation, context)
  await finish?.(account)
  return account
}
