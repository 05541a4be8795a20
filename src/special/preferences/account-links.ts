import type { Account } from '../../auth/accounts/account-store.ts'
import { type Html, html } from '../../messages/html.ts'
import { sayTime } from '../../messages/say-time.ts'
import type { PageCall } from '../page.ts'
import { factorTitle } from '../two-factor/code-form.ts'

/** What else belongs to an account, each with the page on which it is changed. */
export async function accountLinks(call: PageCall): Promise<readonly (Html | undefined)[]> {
  const { user, settings, say } = call
  const account = await user.account()
  if (account === undefined) return []

  return [
    settings.EnableEmail && (await user.may('viewmyprivateinfo'))
      ? html`<p id="mw-input-wpemailaddress">${say('youremail')} ${sayEmail(account, call)}</p>`
      : undefined,
    html`<ul>
<li>${link('Special:ChangePassword', 'prefs-resetpass', call)}</li>
${settings.EnableBotPasswords ? html`<li>${link('Special:BotPasswords', 'botpasswords', call)}</li>` : undefined}
<li>${link('Special:Sessions', 'pages-sessions', call)}</li>
${await secondFactor(account, call)}</ul>
`,
  ]
}

type LinkText =
  | 'prefs-resetpass'
  | 'botpasswords'
  | 'pages-sessions'
  | 'prefs-setemail'
  | 'prefs-changeemail'
  | 'emailconfirmlink'
  | 'pages-factor-manage'

function link(title: string, label: LinkText, { addressOf, say }: PageCall): Html {
  return html`<a href="${addressOf(title, { returnto: 'Special:Preferences' })}">${say(label)}</a>`
}

function sayEmail({ email, emailAuthenticated }: Account, call: PageCall): Html {
  const { say, settings, language } = call
  if (email === '') return html`– ${link('Special:ChangeEmail', 'prefs-setemail', call)}`

  const change = link('Special:ChangeEmail', 'prefs-changeemail', call)
  const address = html`<bdi>${email}</bdi> ${change}`
  if (!settings.EmailAuthentication) return address
  if (emailAuthenticated !== undefined) {
    return html`${address}<br/>${say('emailauthenticated', sayTime(emailAuthenticated, language))}`
  }
  const confirm = link('Special:ConfirmEmail', 'emailconfirmlink', call)
  return html`${address}<br/>${say('emailnotauthenticated')} ${confirm}`
}

async function secondFactor({ id }: Account, call: PageCall): Promise<Html | undefined> {
  const { settings, sources, say } = call
  if (!settings.Extensions.includes('OATHAuth')) return undefined

  const factor = await sources.secondFactors.find(id)
  const state =
    factor === undefined ? 'pages-preferences-factor-off' : 'pages-preferences-factor-on'
  return html`<li>${say(state)} – ${link(factorTitle, 'pages-factor-manage', call)}</li>\n`
}
