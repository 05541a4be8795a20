import type { Account } from '../auth/accounts/account-store.ts'
import { type AuthResponse, failed } from '../auth/manager/auth-response.ts'
import { beginLink, canLink, continueLink } from '../auth/manager/link-flow.ts'
import { message } from '../messages/message.ts'
import type { Params } from '../params/param-spec.ts'
import { ApiError } from '../result/api-error.ts'
import { authContext } from './auth/auth-context.ts'
import { authFields, authParams, authUsage } from './auth/auth-params.ts'
import { checkOperation, operationErrors } from './auth/check-operation.ts'
import { checkReturnUrl, returnUrlErrors } from './auth/check-return-url.ts'
import { describeResponse } from './auth/describe-response.ts'
import { readSubmission, secretsInAddress } from './auth/read-submission.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'

const { request: _, preservestate: __, ...params } = authParams('link')
const self = { path: 'linkaccount', prefix: 'link' } as const

/** Links somebody's account to one of another service, step by step. */
export const linkaccount = defineModule({
  ...self,
  name: 'linkaccount',
  className: 'ApiLinkAccount',
  helpUrls: [helpUrl('Linkaccount')],
  furtherWords: authUsage('link', 'csrf'),
  examples: [
    {
      query:
        'action=linkaccount&provider=Example&linkreturnurl=http://example.org/&linktoken=123ABC',
      summary: 'apihelp-linkaccount-example-link',
      answer: { linkaccount: { status: 'PASS' } },
    },
  ],
  since: '1.27',
  errors: [
    { key: 'apierror-mustbeloggedin-linkaccounts' },
    ...returnUrlErrors('link'),
    ...operationErrors,
    secretsInAddress,
  ],
  writes: true,
  token: 'csrf',
  params,
  dynamicParams: authFields('link'),

  async answer(call) {
    const account = await call.user.account()
    if (account === undefined) throw new ApiError(self.path, 'apierror-mustbeloggedin-linkaccounts')

    checkReturnUrl(self, call.params)
    checkOperation(self.path, 'LinkAccounts', call)
    return describeResponse(await takeStep(account, call), call)
  },
})

async function takeStep(
  account: Account,
  call: Call<Params<typeof params>>,
): Promise<AuthResponse> {
  const { params, sources } = call
  if (!canLink(sources.providers)) return failed(message('userlogin-cannot-link'))

  const context = authContext(call)
  const reading = { only: params.requests, module: self.path }
  if (params.continue) {
    const submission = await readSubmission({ ...reading, action: 'link-continue' }, call)
    return continueLink(account, submission, context)
  }
  const submission = await readSubmission({ ...reading, action: 'link' }, call)
  return beginLink(account, submission, params.returnurl, context)
}
