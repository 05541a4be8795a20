import type { User } from '../../auth/user.ts'
import { type Html, html } from '../../messages/html.ts'
import type { MessageKey } from '../../messages/message.ts'
import { mainTitle } from '../main-title.ts'
import type { PageCall } from '../page.ts'
import type { FrameContext } from './frame.ts'
import { returnQuery } from './return-query.ts'

/** What stands above every page: where to go, and who one is. */
export async function header(context: FrameContext, visitor: User): Promise<Html> {
  const { settings, addressOf, text } = context.call
  return html`<header class="jeton-header">
<a class="mw-wiki-logo" href="${addressOf(mainTitle)}">${settings.Sitename}</a>
<nav id="p-navigation" aria-label="${text('navigation-heading')}"><ul>${navigation(context.call)}</ul></nav>
<nav id="p-personal" aria-label="${text('personaltools')}"><ul>${visitor.isRegistered ? personal(context, visitor) : anonymous(context)}</ul></nav>
</header>`
}

function navigation(call: PageCall): readonly Html[] {
  const { addressOf } = call
  return [
    item('n-mainpage-description', addressOf(mainTitle), 'mainpage-description', call),
    item('n-apihelp', addressOf('Special:ApiHelp'), 'apihelp', call),
    item('n-apisandbox', addressOf('Special:ApiSandbox'), 'apisandbox', call),
    item('t-specialpages', addressOf('Special:SpecialPages'), 'specialpages', call),
  ]
}

function personal(context: FrameContext, { name }: User): readonly Html[] {
  const { call } = context
  const { addressOf, settings } = call
  const back = returnQuery(context)
  return [
    html`<li id="pt-userpage"><bdi>${name}</bdi></li>`,
    ...(settings.EnableBotPasswords
      ? [item('pt-botpasswords', addressOf('Special:BotPasswords'), 'botpasswords', call)]
      : []),
    item('pt-preferences', addressOf('Special:Preferences'), 'mypreferences', call),
    item('pt-logout', addressOf('Special:UserLogout', back), 'pt-userlogout', call),
  ]
}

function anonymous(context: FrameContext): readonly Html[] {
  const { call } = context
  const { addressOf, say } = call
  const back = returnQuery(context)
  return [
    html`<li id="pt-anonuserpage">${say('notloggedin')}</li>`,
    item('pt-createaccount', addressOf('Special:CreateAccount', back), 'pt-createaccount', call),
    item('pt-login', addressOf('Special:UserLogin', back), 'pt-login', call),
  ]
}

function item(id: string, address: string, label: MessageKey, { say }: PageCall): Html {
  return html`<li id="${id}"><a href="${address}">${say(label)}</a></li>`
}
