import type { Message } from '../../messages/message.ts'
import { ApiError } from '../../result/api-error.ts'
import type { PossibleError } from '../module.ts'
import { codeOf } from './spell-reasons.ts'

/** Refuses a change of how somebody logs in if there are reasons to; a provider of an embedding program may have its own. */
export function refuseChange(module: string, why: readonly Message[]): void {
  const [first, ...others] = why.map((message) => ({ code: codeOf(message), message, module }))
  if (first !== undefined) throw new ApiError(module, [first, ...others])
}

/** The reasons that there are without such providers. */
export const changeErrors: readonly PossibleError[] = [
  { key: 'badretype' },
  { key: 'passwordtooshort', params: ['###'] },
  { key: 'passwordtoolong', params: ['###'] },
  { key: 'password-substring-username-match' },
  { key: 'password-login-forbidden' },
  { key: 'passwordincommonlist' },
  { key: 'passwordreset-emaildisabled' },
  { key: 'passwordreset-nocaller' },
]
