import { ClientError } from './client-error.ts'
import type { Exchange } from './exchange.ts'
import { partsOf } from './parts-of.ts'

/** What a wiki tells of whom it takes a client for. */
export interface UserInfo {
  readonly id: number
  readonly name: string
  /** There for somebody without an account. */
  readonly anon?: true
  readonly groups: readonly string[]
  readonly rights: readonly string[]
}

/** What the wiki is asked for that. */
export const userInfoParams = { action: 'query', meta: 'userinfo', uiprop: ['groups', 'rights'] }

/** Who asks, as an answer tells; throws a `ClientError` if it does not. */
export function readUserInfo(answer: Exchange): UserInfo {
  const { userinfo } = partsOf(partsOf(answer.body)['query'])
  if (isUserInfo(userinfo)) return userinfo
  throw new ClientError('query-missing', 'the wiki does not say who asks', answer)
}

function isUserInfo(value: unknown): value is UserInfo {
  return 'name' in partsOf(value)
}
