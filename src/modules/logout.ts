import { message } from '../messages/message.ts'
import { warning } from '../result/problem.ts'
import { helpUrl } from './documentation/help-url.ts'
import { defineModule } from './module.ts'

/** Ends the session and clears its cookies; other sessions of the same account go on. */
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
  history: [{ version: '1.34', param: 'token', change: 'added' }],
  links: [
    { target: 'phab:T25227', summary: 'apihelp-logout-link-T25227' },
    { target: 'phab:T222626', summary: 'apihelp-logout-link-T222626' },
  ],
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
