import { changeData } from '../auth/manager/change-data.ts'
import { ApiError } from '../result/api-error.ts'
import { authContext } from './auth/auth-context.ts'
import { authFields, authParams } from './auth/auth-params.ts'
import { checkOperation, operationErrors } from './auth/check-operation.ts'
import { findRequest } from './auth/find-request.ts'
import { readSubmission, secretsInAddress } from './auth/read-submission.ts'
import { changeErrors, refuseChange } from './auth/refuse-change.ts'
import { helpUrl } from './documentation/help-url.ts'
import { defineModule } from './module.ts'

const { request } = authParams('change')
const path = 'changeauthenticationdata'

/** Changes what somebody logs in by: the password, above all. */
export const changeauthenticationdata = defineModule({
  name: path,
  className: 'ApiChangeAuthenticationData',
  helpUrls: [helpUrl('Manage_authentication_data')],
  examples: [
    {
      query:
        'action=changeauthenticationdata&changeauthrequest=MediaWiki%5CAuth%5CPasswordAuthenticationRequest&password=ExamplePassword&retype=ExamplePassword&changeauthtoken=123ABC',
      summary: 'apihelp-changeauthenticationdata-example-password',
      answer: { changeauthenticationdata: { status: 'success' } },
    },
  ],
  since: '1.27',
  errors: [
    { key: 'apierror-mustbeloggedin-changeauthenticationdata' },
    ...operationErrors,
    secretsInAddress,
    { key: 'apierror-changeauth-norequest' },
    ...changeErrors,
  ],
  prefix: 'changeauth',
  reads: true,
  writes: true,
  token: 'csrf',
  params: { request },
  dynamicParams: authFields('change'),

  async answer(call) {
    const { user, params, settings } = call
    const account = await user.account()
    if (account === undefined) {
      throw new ApiError(path, 'apierror-mustbeloggedin-changeauthenticationdata')
    }
    checkOperation(path, 'ChangeCredentials', call)

    const id = params.request
    const submission = await readSubmission({ action: 'change', only: [id], module: path }, call)
    const values = submission.get(id)
    const chosen = { action: 'change', except: settings.ChangeCredentialsBlacklist } as const
    const request = await findRequest(id, chosen, call)
    if (values === undefined || request === undefined) {
      throw new ApiError(path, 'apierror-changeauth-norequest')
    }
    const change = { action: 'change', request, values, account } as const
    refuseChange(path, await changeData(change, authContext(call)))
    return { status: 'success' }
  },
})
