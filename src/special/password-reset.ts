import { askForPassword } from '../auth/mail/ask-for-password.ts'
import { whyNotReset } from '../auth/mail/why-not-reset.ts'
import { canonicalUserName } from '../auth/names/user-name.ts'
import { html } from '../messages/html.ts'
import type { MessageKey } from '../messages/message.ts'
import { rememberedName } from './auth/remembered-name.ts'
import { buttons } from './forms/buttons.ts'
import { form } from './forms/form.ts'
import { readFormState } from './forms/form-token.ts'
import { notice } from './forms/notice.ts'
import { returnHidden } from './forms/return-hidden.ts'
import { textField } from './forms/text-field.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { returnLink } from './return-link.ts'

/** Has a temporary password mailed to who has forgotten his own; never tells who has an account. */
export const passwordReset = definePage({
  name: 'PasswordReset',
  title: 'passwordreset',
  isForEverybody: true,
  writes: true,
  isListed: ({ EnableEmail }) => EnableEmail,

  async answer(call) {
    const { user, settings, say } = call
    const { username, email } = settings.PasswordResetRoutes
    const why = await whyNotReset(user, settings)
    if (why !== undefined) return { body: html`<p>${say(why)}</p>` }
    if (!username && !email) return { body: html`<p>${say('passwordreset-disabled')}</p>` }

    switch (readFormState(call)) {
      case 'not sent':
        return ask(undefined, call)
      case 'stale':
        return ask('sessionfailure', call)
      case 'sent':
        return send(call)
    }
  },
})

function ask(problem: MessageKey | undefined, call: PageCall): PageAnswer {
  const { settings, user, say, text, field } = call
  const { username, email } = settings.PasswordResetRoutes
  const name = user.isRegistered ? user.name : rememberedName(call)
  const body = [
    html`<p>${say(username && email ? 'passwordreset-text-many' : 'passwordreset-text-one')}</p>`,
    problem && notice('error', say(problem)),
    username
      ? textField({
          ...{ id: 'mw-input-wpUsername', name: 'wpUsername', autocomplete: 'username' },
          ...{ label: say('userlogin-yourname'), value: field('wpUsername') || name },
        })
      : undefined,
    email
      ? textField({
          ...{ id: 'mw-input-wpEmail', name: 'wpEmail', type: 'email', autocomplete: 'email' },
          ...{ label: say('passwordreset-email'), value: field('wpEmail') },
        })
      : undefined,
    buttons({ label: say('mailmypassword'), value: text('mailmypassword') }),
  ]
  return { body: form({ title: 'Special:PasswordReset', hidden: returnHidden(call), body }, call) }
}

async function send(call: PageCall): Promise<PageAnswer> {
  const { user: by, settings, sources, say, field } = call
  const { username, email: byEmail } = settings.PasswordResetRoutes
  const given = {
    user: username ? field('wpUsername') : '',
    email: byEmail ? field('wpEmail') : '',
  }
  if (given.user !== '' && canonicalUserName(given.user) === undefined) return ask('noname', call)

  const forgotten = { user: given.user || undefined, email: given.email || undefined }
  const why = await askForPassword(forgotten, by, sources)
  if (why !== undefined) return ask(why, call)

  const { PasswordReminderResendTime: hours } = settings
  const typed = [given.user, given.email].filter((text) => text !== '')
  return {
    body: html`<p>${say('passwordreset-success', html`<bdi>${typed.join(', ')}</bdi>`)}</p>
<p>${say('passwordreset-success-details-generic', hours)}</p>${await returnLink(call)}`,
  }
}
