import type { AuthResponse } from '../../auth/manager/auth-response.ts'
import { keepPreserved } from '../../auth/manager/preserved-state.ts'
import { annotate, type ResultObject } from '../../result/value.ts'
import type { Call } from '../module.ts'
import { type DescriptionCall, describeRequests } from './describe-requests.ts'
import { codeOf, spellReasons } from './spell-reasons.ts'

/** Describes how a step ended, and keeps what it has found out for whoever makes an account next. */
export function describeResponse(
  response: AuthResponse,
  call: DescriptionCall & Pick<Call, 'session'>,
): ResultObject {
  const { status } = response
  const preserved = 'preserved' in response ? response.preserved : undefined
  keepPreserved(call.session, preserved)
  switch (status) {
    case 'PASS':
      return { status, username: response.username }
    case 'FAIL':
      return { status, ...why(response, call), canpreservestate: preserved !== undefined }
    case 'UI':
      return { status, ...describeRequests(response.requests, call), ...why(response, call) }
    case 'REDIRECT': {
      const { target, data, requests } = response
      return {
        status,
        redirecttarget: target,
        redirectdata: data && annotate({ ...data }, { arrayType: 'default' }),
        ...describeRequests(requests, call),
      }
    }
    case 'RESTART':
      return {
        status,
        ...describeRequests(response.requests, call),
        ...why(response, call),
        canpreservestate: preserved !== undefined,
      }
  }
}

function why(
  { why }: Pick<Extract<AuthResponse, { status: 'FAIL' }>, 'why'>,
  { params, pageLanguage }: DescriptionCall,
): ResultObject {
  return {
    message: spellReasons(why, params.messageformat, pageLanguage),
    messagecode: codeOf(why),
  }
}
