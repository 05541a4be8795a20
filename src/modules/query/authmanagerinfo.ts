import { type AuthAction, type AuthRequest, authActions } from '../../auth/manager/auth-request.ts'
import { canLink } from '../../auth/manager/link-flow.ts'
import { operationStatus } from '../../auth/manager/operation-status.ts'
import { readPreserved } from '../../auth/manager/preserved-state.ts'
import { requestsFor } from '../../auth/manager/requests-for.ts'
import type { Params } from '../../params/param-spec.ts'
import type { ResultObject } from '../../result/value.ts'
import type { Settings } from '../../settings/settings.ts'
import { authContext } from '../auth/auth-context.ts'
import { authParams } from '../auth/auth-params.ts'
import { describeRequests } from '../auth/describe-requests.ts'
import { withoutKinds } from '../auth/without-kinds.ts'
import { helpUrl } from '../documentation/help-url.ts'
import { defineQueryModule, type QueryCall } from './query-module.ts'

const { mergerequestfields, messageformat } = authParams('')

const params = {
  securitysensitiveoperation: { type: 'string' },
  requestsfor: { type: authActions },
  mergerequestfields,
  messageformat,
} as const

/** Tells how one can log in, make an account, or change how one logs in. */
export const authmanagerinfo = defineQueryModule('meta', {
  name: 'authmanagerinfo',
  className: 'ApiQueryAuthManagerInfo',
  helpUrls: [helpUrl('Authmanagerinfo')],
  examples: [
    {
      query: 'action=query&meta=authmanagerinfo&amirequestsfor=login',
      summary: 'apihelp-query+authmanagerinfo-example-login',
    },
    {
      query: 'action=query&meta=authmanagerinfo&amirequestsfor=login&amimergerequestfields=1',
      summary: 'apihelp-query+authmanagerinfo-example-login-merged',
    },
    {
      query: 'action=query&meta=authmanagerinfo&amisecuritysensitiveoperation=foo',
      summary: 'apihelp-query+authmanagerinfo-example-securitysensitiveoperation',
      answer: {
        batchcomplete: true,
        query: {
          authmanagerinfo: {
            canauthenticatenow: true,
            cancreateaccounts: true,
            canlinkaccounts: false,
            securitysensitiveoperationstatus: 'reauth',
          },
        },
      },
    },
  ],
  since: '1.27',
  prefix: 'ami',
  reads: false,
  params,

  async answer(call): Promise<ResultObject> {
    const { params, session, sources } = call
    const { securitysensitiveoperation: operation, requestsfor: action } = params
    const answer = {
      canauthenticatenow: session.kind === 'cookie',
      cancreateaccounts: true,
      canlinkaccounts: canLink(sources.providers),
      securitysensitiveoperationstatus:
        operation === undefined ? undefined : operationStatus(operation, authContext(call)),
      ...(action && (await requestsOf(action, call))),
    }
    return { authmanagerinfo: answer }
  },
})

async function requestsOf(
  action: AuthAction,
  call: QueryCall<Params<typeof params>>,
): Promise<ResultObject> {
  const requests = await requestsFor(action, authContext(call), call.user)
  const preserved = readPreserved(call.session)
  const isOfUse = preserved !== undefined && action === 'create'
  return {
    haspreservedstate: isOfUse,
    hasprimarypreservedstate: isOfUse,
    preservedusername: preserved?.username ?? '',
    ...describeRequests(withoutForbidden(requests, action, call.settings), call),
  }
}

/** Some requests are for who knows what he does, and not to be shown to everybody. */
function withoutForbidden(
  requests: readonly AuthRequest[],
  action: AuthAction,
  { ChangeCredentialsBlacklist, RemoveCredentialsBlacklist }: Settings,
): readonly AuthRequest[] {
  switch (action) {
    case 'change':
      return withoutKinds(requests, ChangeCredentialsBlacklist)
    case 'remove':
      return withoutKinds(requests, RemoveCredentialsBlacklist)
    default:
      return requests
  }
}
