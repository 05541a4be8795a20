import { type Message, message } from '../../messages/message.ts'
import type { Account } from '../accounts/account-store.ts'
import { findAccountCreationBlock } from '../blocks/account-creation-block.ts'
import { blockedMessage } from '../blocks/blocked-message.ts'
import { isUsableUserName, type UserName } from '../names/user-name.ts'
import { User } from '../user.ts'
import { addAccount } from './add-account.ts'
import type { AuthContext } from './auth-context.ts'
import { inOne } from './auth-response.ts'
import { whyNotName } from './check-creation.ts'

/**
 * Makes the account of somebody who has proved elsewhere to have that name, or says why there is to be none. Nobody
 * can log in to it but by the provider that proved it.
 */
export async function autoCreate(
  name: UserName,
  context: AuthContext,
): Promise<{ readonly account: Account } | { readonly why: Message }> {
  if (!isUsableUserName(name)) {
    throw new RangeError(`Cannot make an account by itself: nobody can be called "${name}"`)
  }
  const why = await whyNot(new User(context), context)
  if (why !== undefined) return { why }

  const refused = await whyNotName(name, { ...context, language: context.settings.LanguageCode })
  if (refused.length > 0) return { why: inOne(refused) }

  const wanted = { name, passwordHash: '' }
  const made = await addAccount(wanted, { action: 'autocreate', recent: false }, context)
  const account = made ?? (await context.accounts.findByName(name))
  if (account === undefined) throw new RangeError(`Cannot find "${name}" among the accounts`)
  return { account }
}

/** What keeps whoever has no account at this address from getting one. */
async function whyNot(anonymous: User, context: AuthContext): Promise<Message | undefined> {
  const rights = await anonymous.rights()
  if (!rights.has('createaccount') && !rights.has('autocreateaccount')) {
    return message('authmanager-autocreate-noperm')
  }
  const block = await findAccountCreationBlock(anonymous)
  return block && blockedMessage(block, context.address, context.settings.LanguageCode)
}
