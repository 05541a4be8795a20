import { type AuthResponse, failed } from '../auth/manager/auth-response.ts'
import { beginLogin, continueLogin } from '../auth/manager/log-in-flow.ts'
import { message } from '../messages/message.ts'
import type { Params } from '../params/param-spec.ts'
import { authContext } from './auth/auth-context.ts'
import { authFields, authParams, authUsage } from './auth/auth-params.ts'
import { checkReturnUrl, returnUrlErrors } from './auth/check-return-url.ts'
import { describeResponse } from './auth/describe-response.ts'
import { readSubmission, secretsInAddress } from './auth/read-submission.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, defineModule } from './module.ts'

const { request: _, ...params } = authParams('login')
const self = { path: 'clientlogin', prefix: 'login' } as const

/** Logs somebody in step by step: a password, a second factor, another password where one is needed. */
export const clientlogin = defineModule({
  ...self,
  name: 'clientlogin',
  className: 'ApiClientLogin',
  helpUrls: [helpUrl('Login')],
  furtherWords: authUsage('login', 'login'),
  examples: [
    {
      query:
        'action=clientlogin&username=Example&password=ExamplePassword&loginreturnurl=http://example.org/&logintoken=123ABC',
      summary: 'apihelp-clientlogin-example-login',
      answer: { clientlogin: { status: 'PASS', username: 'Example' } },
    },
    {
      query: 'action=clientlogin&logincontinue=1&OATHToken=987654&logintoken=123ABC',
      summary: 'apihelp-clientlogin-example-login2',
    },
  ],
  since: '1.27',
  errors: [...returnUrlErrors('login'), secretsInAddress],
  writes: true,
  token: 'login',
  params,
  dynamicParams: authFields('login'),

  async answer(call) {
    checkReturnUrl(self, call.params)
    return describeResponse(await takeStep(call), call)
  },
})

async function takeStep(call: Call<Params<typeof params>>): Promise<AuthResponse> {
  const { session, params } = call
  // A program's session belongs to its bot password.
  if (session.kind === 'bot password') return failed(message('userlogin-cannot-login'))

  const context = authContext(call)
  const reading = { only: params.requests, module: self.path }
  if (params.continue) {
    return continueLogin(
      await readSubmission({ ...reading, action: 'login-continue' }, call),
      context,
    )
  }
  const submission = await readSubmission({ ...reading, action: 'login' }, call)
  return beginLogin(submission, params.returnurl, context)
}
