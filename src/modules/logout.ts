import { message } from '../messages/message.ts'
import { warning } from '../result/problem.ts'
import { defineModule } from './module.ts'

/** Ends the session and clears its cookies; other sessions of the same account go on. */
export const logout = defineModule({
  name: 'logout',
  writes: true,
  token: 'csrf',
  tokenSalt: 'logoutToken',
  params: {},

  answer({ session, user, reply }) {
    if (!user.isRegistered) {
      // As MediaWiki since 1.47. It also keeps a page elsewhere (`origin=*`) from logging anybody out.
      reply.warn(
        warning('logout', message('apierror-mustbeloggedin-generic'), { code: 'notloggedin' }),
      )
      return undefined
    }
    session.end()
    return undefined
  },
})
