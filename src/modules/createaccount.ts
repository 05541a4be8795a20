import type { AuthResponse } from '../auth/manager/auth-response.ts'
import { beginCreation, continueCreation } from '../auth/manager/creation-flow.ts'
import { withPreserved } from '../auth/manager/preserved-state.ts'
import { message } from '../messages/message.ts'
import type { Params } from '../params/param-spec.ts'
import { authContext } from './auth/auth-context.ts'
import { authFields, authParams, authUsage } from './auth/auth-params.ts'
import { checkReturnUrl, returnUrlErrors } from './auth/check-return-url.ts'
import { describeResponse } from './auth/describe-response.ts'
import { readSubmission, secretsInAddress } from './auth/read-submission.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'

const { request: _, ...standard } = authParams('create')
const params = {
  ...standard,
  preservestate: {
    ...standard.preservestate,
    moreWords: message('apihelp-createaccount-param-preservestate'),
  },
} as const
const self = { path: 'createaccount', prefix: 'create' } as const

/** Makes an account, for who asks or for somebody else, step by step; nobody is logged in by it. */
export const createaccount = defineModule({
  ...self,
  name: 'createaccount',
  className: 'ApiAMCreateAccount',
  helpUrls: [helpUrl('Account_creation')],
  furtherWords: authUsage('create', 'createaccount'),
  examples: [
    {
      query:
        'action=createaccount&username=Beginner&password=a%20rarer%20word&retype=a%20rarer%20word&createreturnurl=http://example.org/&createtoken=123ABC',
      summary: 'apihelp-createaccount-example-create',
      answer: { createaccount: { status: 'PASS', username: 'Beginner' } },
    },
  ],
  since: '1.21',
  errors: [...returnUrlErrors('create'), secretsInAddress],
  writes: true,
  token: 'createaccount',
  params,
  dynamicParams: authFields('create'),

  async answer(call) {
    checkReturnUrl(self, call.params)
    return describeResponse(await takeStep(call), call)
  },
})

async function takeStep(call: Call<Params<typeof params>>): Promise<AuthResponse> {
  const { params, user: creator, pageLanguage: language } = call
  const context = { ...authContext(call), language }
  const reading = { only: params.requests, module: self.path }
  if (params.continue) {
    const submission = await readSubmission({ ...reading, action: 'create-continue' }, call)
    return continueCreation(submission, creator, context)
  }
  const sent = await readSubmission({ ...reading, action: 'create' }, call)
  const submission = params.preservestate ? withPreserved(sent, call.session) : sent
  return beginCreation(submission, { creator, returnUrl: params.returnurl }, context)
}
