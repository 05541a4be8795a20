import { type Html, html } from '../../messages/html.ts'
import { notice } from '../forms/notice.ts'
import type { PageCall } from '../page.ts'

/** What a page may have said above the login that it led to; anything else in an address is not said. */
const reasons = [
  'exception-nologin-text',
  'watchlistanontext',
  'changeemail-no-info',
  'resetpass-no-info',
  'confirmemail_needlogin',
  'prefsnologintext2',
  'specialmute-login-required',
  'pages-login-unsaved',
] as const

/** Says why somebody was sent to the login, if the address names a reason that there is. */
export function entryNotice(call: PageCall): Html | undefined {
  return sayReason('error', call) ?? sayReason('warning', call)
}

function sayReason(
  kind: 'error' | 'warning',
  { field, say, addressOf }: PageCall,
): Html | undefined {
  const given = field(kind)
  const key = reasons.find((reason) => reason === given)
  if (key === undefined) return undefined

  const link = html`<a href="${addressOf('Special:UserLogin')}">${say('loginreqlink')}</a>`
  return notice(kind, say(key, link))
}
