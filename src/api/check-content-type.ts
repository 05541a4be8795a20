import { message } from '../messages/message.ts'
import { warning } from '../result/problem.ts'
import type { Reply } from '../result/reply.ts'
import type { ApiRequest } from './request.ts'

/** Warns who posts without saying in which form. */
export function checkContentType({ method, header }: ApiRequest, reply: Reply): void {
  if (method !== 'POST' || header('content-type')) return

  const text = message('apiwarn-deprecation-post-without-content-type')
  const data = { feature: 'post-without-content-type' }
  reply.warn(warning('main', text, { code: 'deprecation', data }))
  const help = message('api-usage-mailinglist-ref')
  reply.warn(warning('main', help, { code: 'deprecation-help' }))
}
