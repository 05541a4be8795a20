import type { Answer, Step } from '../conversation.ts'
import type { WireAnswer } from '../peer.ts'
import { normalBody } from './normal-body.ts'
import { normalCookies } from './normal-cookies.ts'
import { normalHeaders } from './normal-headers.ts'
import type { RunContext } from './normal-text.ts'

/**
 * Makes an answer comparable. Codes, keys and their order, types, data and message keys stay;
 * prose, tokens, times, ids and addresses become markers like `<token>`.
 */
export function normalAnswer(
  { status, headers, body }: WireAnswer,
  compare: Step['compare'],
  context: RunContext,
): Answer {
  const unusual = normalHeaders(headers, context)
  const cookies = normalCookies(headers.getSetCookie(), context)
  return {
    ...(status === 200 ? {} : { status }),
    ...(Object.keys(unusual).length > 0 ? { headers: unusual } : {}),
    ...(cookies.length > 0 ? { cookies } : {}),
    body: normalBody(body, headers.get('content-type') ?? '', compare, context),
  }
}
