import { type Message, type MessageParam, message } from '../../messages/message.ts'
import { findAccountCreationBlock } from '../blocks/account-creation-block.ts'
import { blockedMessage } from '../blocks/blocked-message.ts'
import {
  canonicalUserName,
  isCreatableUserName,
  isUsableUserName,
  type UserName,
} from '../names/user-name.ts'
import type { User } from '../user.ts'
import type { CreationContext } from './auth-provider.ts'
import { groupsWith } from './groups-with.ts'

/** Says why somebody may not make accounts: no right, or a block, or both. */
export async function whyNotCreate(
  creator: User,
  context: CreationContext,
): Promise<readonly Message[]> {
  const { settings, address, language } = context
  const isAllowed = await creator.may('createaccount')
  const block = await findAccountCreationBlock(creator)
  return [
    ...(isAllowed ? [] : [noRight(groupsWith('createaccount', settings, language))]),
    ...(block === undefined ? [] : [blockedMessage(block, address, language)]),
  ]
}

function noRight(groups: readonly string[]): Message {
  if (groups.length === 0) return message('badaccess-group0')
  const list: MessageParam = groups.join(', ')
  return message('badaccess-groups', list, groups.length)
}

/** Finds the name that a new account is to have, or says why there is to be none of it. */
export async function findNewName(
  given: string,
  context: CreationContext,
): Promise<UserName | readonly Message[]> {
  const { accounts, settings } = context
  const name = canonicalUserName(given)
  if (name === undefined) return [message('noname')]
  if (isUsableUserName(name) && (await accounts.findByName(name)) !== undefined) {
    return [message('userexists')]
  }
  if (!isCreatableUserName(name, settings)) return [message('noname')]

  const refused = await whyNotName(name, context)
  return refused.length > 0 ? refused : name
}

/** Says what the first provider that is against an account of that name has against it. */
export async function whyNotName(
  name: UserName,
  context: CreationContext,
): Promise<readonly Message[]> {
  const { pre, primary, secondary } = context.providers
  for (const provider of [...pre, ...primary, ...secondary]) {
    const why = (await provider.checkName?.(name, context)) ?? []
    if (why.length > 0) return why
  }
  return []
}
