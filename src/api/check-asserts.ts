import type { User } from '../auth/user.ts'
import { escapeWikitext } from '../messages/say.ts'
import { ApiError } from '../result/api-error.ts'

/** What a client says of itself, to hear of it when it is no longer true. */
interface Asserts {
  readonly assert: 'anon' | 'user' | 'bot' | undefined
  readonly assertuser: string | undefined
}

/** Refuses a request whose client is not who it thinks it is. */
export async function checkAsserts({ assert, assertuser }: Asserts, user: User): Promise<void> {
  if (assert === 'anon' && user.isRegistered)
    throw new ApiError('main', 'apierror-assertanonfailed')
  if (assert === 'user' && !user.isRegistered)
    throw new ApiError('main', 'apierror-assertuserfailed')
  if (assert === 'bot' && !(await user.may('bot'))) {
    throw new ApiError('main', 'apierror-assertbotfailed')
  }
  if (assertuser !== undefined && assertuser !== user.name) {
    const params = [escapeWikitext(assertuser)]
    throw new ApiError('main', 'apierror-assertnameduserfailed', { params })
  }
}
