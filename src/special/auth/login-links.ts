import { whyNotReset } from '../../auth/mail/why-not-reset.ts'
import { type Html, html } from '../../messages/html.ts'
import type { PageCall } from '../page.ts'
import { returnFields } from './return-fields.ts'

/** What else there is for who cannot log in: another password, or an account. */
export async function loginLinks(call: PageCall): Promise<readonly Html[]> {
  const { user, settings, say, addressOf, field } = call
  const { username, email } = settings.PasswordResetRoutes
  const canReset = (username || email) && (await whyNotReset(user, settings)) === undefined
  const reset = html`<p class="mw-form-related-link-container"><a href="${addressOf('Special:PasswordReset')}">${say('userlogin-resetpassword-link')}</a></p>
`
  const uselang = field('uselang')
  const query = { ...returnFields(call), ...(uselang !== '' && { uselang }) }
  const address = addressOf('Special:CreateAccount', query)
  const create = user.isRegistered
    ? html`<p class="mw-form-related-link-container"><a id="mw-createaccount-join-loggedin" href="${address}">${say('userlogin-createanother')}</a></p>
`
    : html`<p id="mw-createaccount-cta">${say('userlogin-noaccount')} <a id="mw-createaccount-join" href="${address}">${say('userlogin-joinproject')}</a></p>
`
  return [...(canReset ? [reset] : []), ...((await user.may('createaccount')) ? [create] : [])]
}
