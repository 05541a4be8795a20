import { type Message, type MessageKey, message } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import type { Call } from './module.ts'

/** What each right allows to do, as part of a sentence. */
const actions = {
  block: 'action-block',
  'centralauth-lock': 'action-centralauth-lock',
  'centralauth-unmerge': 'action-centralauth-unmerge',
  editmyoptions: 'action-editmyoptions',
  editmyprivateinfo: 'action-editmyprivateinfo',
  'oathauth-api-all': 'action-oathauth-api-all',
  viewmyprivateinfo: 'action-viewmyprivateinfo',
} as const satisfies Record<string, MessageKey>

/** The rights whose lack can be told. */
export type NamedRight = keyof typeof actions

/** What a right allows to do, to be put into another message. */
export function actionOf(right: NamedRight): { readonly message: Message } {
  return { message: message(actions[right]) }
}

/** Refuses who lacks a right; `module` is the path of the one that says it. */
export async function checkRight(
  { user }: Pick<Call, 'user'>,
  right: NamedRight,
  module: string,
): Promise<void> {
  if (await user.may(right)) return
  throw new ApiError(module, 'apierror-permissiondenied', { params: [actionOf(right)] })
}
