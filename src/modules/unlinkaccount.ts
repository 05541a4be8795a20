import { authParams } from './auth/auth-params.ts'
import { changeErrors } from './auth/refuse-change.ts'
import { removalErrors, removeCredentials } from './auth/remove-credentials.ts'
import { helpUrl } from './documentation/help-url.ts'
import { defineModule } from './module.ts'

const { request } = authParams('unlink')

/** Ends the link between somebody's account and one of another service. */
export const unlinkaccount = defineModule({
  name: 'unlinkaccount',
  className: 'ApiRemoveAuthenticationData',
  helpUrls: [helpUrl('Manage_authentication_data')],
  examples: [
    {
      query: 'action=unlinkaccount&request=FooAuthenticationRequest&token=123ABC',
      summary: 'apihelp-unlinkaccount-example-simple',
      answer: { unlinkaccount: { status: 'success' } },
    },
  ],
  since: '1.27',
  errors: [...removalErrors, ...changeErrors],
  reads: true,
  writes: true,
  token: 'csrf',
  params: { request },

  answer: (call) =>
    removeCredentials(
      { module: 'unlinkaccount', action: 'unlink', operation: 'UnlinkAccount', except: [] },
      call,
    ),
})
