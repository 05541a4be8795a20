import { type Html, html } from '../messages/html.ts'
import type { PageCall, ShownPage } from './page.ts'

/** The page that says why somebody may not do what they came for; who is not logged in could try that. */
export function refused(why: Html, { say, text, user, addressOf }: PageCall): ShownPage {
  const login = html`<p><a href="${addressOf('Special:UserLogin')}">${say('login')}</a></p>`
  return {
    title: text('permissionserrors'),
    body: html`<p class="permissions-errors">${why}</p>${user.isRegistered ? undefined : login}`,
  }
}
