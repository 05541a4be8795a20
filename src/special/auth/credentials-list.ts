import type { AuthRequest } from '../../auth/manager/auth-request.ts'
import { type Html, html } from '../../messages/html.ts'
import type { PageCall } from '../page.ts'
import { sayDescription } from '../say-message.ts'

/** Ways to log in, of which one can be chosen. */
interface Listed {
  readonly page: string
  readonly requests: readonly AuthRequest[]
  /** Whether one was named that is not among them. */
  readonly isUnknown: boolean
}

/** Lists the ways in which somebody can log in, each with a link to what can be done about it. */
export function credentialsList({ page, requests, isUnknown }: Listed, call: PageCall): Html {
  const { say, addressOf } = call
  const items = requests.map(({ id, provider, account }) => {
    const address = addressOf(`Special:${page}/${id}`)
    const link = html`<a href="${address}">${sayDescription(account, call)}</a>`
    return html`<li>${say('credentials-listed', sayDescription(provider, call), link)}</li>
`
  })
  const none = html`<p>${say('credentials-none')}</p>`
  return html`${isUnknown ? html`<p>${say('credentials-unknown')}</p>` : undefined}${items.length === 0 ? none : html`<ul>${items}</ul>`}`
}
