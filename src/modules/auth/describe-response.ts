import type { AuthResponse } from '../../auth/manager/auth-response.ts'
import { annotate, type ResultObject } from '../../result/value.ts'
import { type DescriptionCall, describeRequests } from './describe-requests.ts'
import { codeOf, spellReasons } from './spell-reasons.ts'

/** Describes how a step ended. */
export function describeResponse(response: AuthResponse, call: DescriptionCall): ResultObject {
  const { status } = response
  switch (status) {
    case 'PASS':
      return { status, username: response.username }
    case 'FAIL':
      return { status, ...why(response, call), canpreservestate: false }
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
        canpreservestate: false,
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
