import { message } from '../messages/message.ts'
import { randomHex32 } from '../random.ts'
import { warning } from '../result/problem.ts'
import { formSalts } from '../session/token-types.ts'
import { helpUrl } from './documentation/help-url.ts'
import { defineModule } from './module.ts'

/** Ends the session and clears its cookies; other sessions of the account go on, unless all are to end. */
export const logout = defineModule({
  name: 'logout',
  helpUrls: [helpUrl('Logout')],
  examples: [
    {
      query: 'action=logout&token=123ABC',
      summary: 'apihelp-logout-example-logout',
      answer: {},
    },
  ],
  since: '1.12',
  history: [
    { version: '1.34', param: 'token', change: 'added' },
    { version: '1.47', param: 'global', change: 'added' },
  ],
  links: [
    { target: 'phab:T25227', summary: 'apihelp-logout-link-T25227' },
    { target: 'phab:T222626', summary: 'apihelp-logout-link-T222626' },
  ],
  writes: true,
  token: 'csrf',
  tokenSalt: formSalts.UserLogout,
  params: {
    global: { type: 'boolean' },
  },

  async answer({ params, session, user, sources, reply }) {
    if (!user.isRegistered) {
      // As MediaWiki since 1.47. It also keeps a page elsewhere (`origin=*`) from logging anybody out.
      reply.warn(
        warning('logout', message('apierror-mustbeloggedin-generic'), { code: 'notloggedin' }),
      )
      return undefined
    }
    // All sessions of the account depend on its token, wherever they are kept.
    if (params.global) await sources.accounts.replaceToken(user.id, randomHex32(sources.random))
    session.end()
    return undefined
  },
})
