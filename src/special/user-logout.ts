import { html } from '../messages/html.ts'
import { formSalts } from '../session/token-types.ts'
import { buttons } from './forms/buttons.ts'
import { form } from './forms/form.ts'
import { readFormState } from './forms/form-token.ts'
import { returnHidden } from './forms/return-hidden.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { returnLink } from './return-link.ts'

const title = 'Special:UserLogout'
const salt = formSalts.UserLogout

/** Logs out, once that is confirmed: a page elsewhere must not be able to do it to its visitors. */
export const userLogout = definePage({
  name: 'UserLogout',
  canonicalName: 'Userlogout',
  aliases: ['Logout'],
  title: 'logout',
  isForEverybody: true,
  isListed: false,

  async answer(call) {
    const { session, user } = call
    if (!user.isRegistered) return loggedOut(call)
    if (readFormState(call, salt) !== 'sent') return askWhether(call)

    session.end()
    return loggedOut(call)
  },
})

/** MediaWiki's form: a token that is not good any more only shows it again. */
function askWhether(call: PageCall): PageAnswer {
  const { say } = call
  const body = [
    html`<p>${say('userlogout-continue')}</p>`,
    buttons({ label: say('userlogout-submit') }),
  ]
  return { body: form({ title, salt, hidden: returnHidden(call), body }, call) }
}

async function loggedOut(call: PageCall): Promise<PageAnswer> {
  const { say } = call
  return {
    body: html`<p><strong>${say('logouttext')}</strong></p>${await returnLink(call)}`,
  }
}
