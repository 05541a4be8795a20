import { authParams } from './auth/auth-params.ts'
import { changeErrors } from './auth/refuse-change.ts'
import { removalErrors, removeCredentials } from './auth/remove-credentials.ts'
import { helpUrl } from './documentation/help-url.ts'
import { defineModule } from './module.ts'

const { request } = authParams('remove')

/** Takes away something that somebody logs in by: a second factor, say, or a password that was mailed. */
export const removeauthenticationdata = defineModule({
  name: 'removeauthenticationdata',
  className: 'ApiRemoveAuthenticationData',
  helpUrls: [helpUrl('Manage_authentication_data')],
  examples: [
    {
      query: 'action=removeauthenticationdata&request=FooAuthenticationRequest&token=123ABC',
      summary: 'apihelp-removeauthenticationdata-example-simple',
      answer: { removeauthenticationdata: { status: 'success' } },
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
      {
        module: 'removeauthenticationdata',
        action: 'remove',
        operation: 'RemoveCredentials',
        except: call.settings.RemoveCredentialsBlacklist,
      },
      call,
    ),
})
