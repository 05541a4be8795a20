import { message } from '../../messages/message.ts'
import type { PreProvider } from '../manager/auth-provider.ts'
import { textOf } from '../manager/auth-request.ts'
import { canonicalUserName } from '../names/user-name.ts'
import { countTry, forgetTries } from '../rate-limits/throttle.ts'
import { throttleCreation } from './creation-throttle.ts'
import { passwordRequestId } from './password-request.ts'

/** Counts attempts to log in, per name and address, before any password is looked at; and new accounts. */
export const loginThrottle: PreProvider = {
  id: 'MediaWiki\\Auth\\ThrottlePreAuthenticationProvider',

  async checkLogin(submission, context) {
    const given = textOf(submission, passwordRequestId, 'username')
    const name = given === '' ? '' : canonicalUserName(given)
    // What nobody can be called is nobody's to guess at.
    if (name === undefined) return undefined

    const tries = { pool: 'password', name, address: context.address } as const
    const seconds = await countTry(tries, context)
    return seconds === undefined ? undefined : message('login-throttled', { duration: seconds })
  },

  checkCreation: throttleCreation,

  async afterLogin({ name }, context) {
    await forgetTries({ pool: 'password', name, address: context.address }, context)
  },
}
