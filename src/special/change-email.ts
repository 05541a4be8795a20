import type { Account } from '../auth/accounts/account-store.ts'
import { changeEmail as giveEmail } from '../auth/mail/change-email.ts'
import { isEmailAddress, isTooLongAddress } from '../auth/mail/email-address.ts'
import { isTooOften } from '../auth/rate-limits/rate-limit.ts'
import { html } from '../messages/html.ts'
import type { MessageKey } from '../messages/message.ts'
import { findReturn } from './find-return.ts'
import { buttons } from './forms/buttons.ts'
import { form } from './forms/form.ts'
import { readFormState } from './forms/form-token.ts'
import { notice } from './forms/notice.ts'
import { returnHidden } from './forms/return-hidden.ts'
import { textField } from './forms/text-field.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { refused } from './refused.ts'
import { returnLink } from './return-link.ts'

/** Gives an account another e-mail address, or none; only after a recent login, since passwords are mailed there. */
export const changeEmail = definePage({
  name: 'ChangeEmail',
  title: 'changeemail',
  needsLogin: 'changeemail-no-info',
  right: 'editmyprivateinfo',
  writes: true,
  securityLevel: 'ChangeEmail',

  async answer(call) {
    const account = await call.user.account()
    if (account === undefined || !(await call.user.may('viewmyprivateinfo'))) {
      return refused(call.say('pages-error-right'), call)
    }
    const state = readFormState(call)
    if (state !== 'sent')
      return ask(account, state === 'stale' ? 'sessionfailure' : undefined, call)

    const problem = await findProblem(account, call)
    return problem === undefined ? change(account, call) : ask(account, problem, call)
  },
})

function ask(account: Account, problem: MessageKey | undefined, call: PageCall): PageAnswer {
  const { say, text, field } = call
  const { name, email } = account
  const body = [
    html`<p>${say('changeemail-header')}</p>`,
    problem && notice('error', say(problem)),
    html`<dl><dt>${say('userlogin-yourname')}</dt><dd><bdi>${name}</bdi></dd><dt>${say('changeemail-oldemail')}</dt><dd>${email === '' ? say('changeemail-none') : html`<bdi>${email}</bdi>`}</dd></dl>
`,
    textField({
      ...{ id: 'mw-input-wpNewEmail', name: 'wpNewEmail', type: 'email', autocomplete: 'email' },
      ...{ label: say('changeemail-newemail'), value: field('wpNewEmail') },
      ...{ maxLength: 255, autofocus: true },
    }),
    buttons({
      ...{ id: 'change_email_submit', label: say('changeemail-submit') },
      value: text('changeemail-submit'),
    }),
  ]
  const parts = { title: 'Special:ChangeEmail', id: 'mw-changeemail-form' }
  return { body: form({ ...parts, hidden: returnHidden(call), body }, call) }
}

async function findProblem(
  { email: old }: Account,
  { user, sources, field }: PageCall,
): Promise<MessageKey | undefined> {
  const email = field('wpNewEmail')
  if (email !== '' && !isEmailAddress(email)) return 'invalidemailaddress'
  if (email === old) return 'changeemail-nochange'
  if (isTooLongAddress(email)) return 'changeemail-maxlength'

  // Each address that is added gets a mail; to be rid of one costs nobody anything.
  const isTooMuch = email !== '' && (await isTooOften('changeemail', user, sources))
  return isTooMuch ? 'actionthrottledtext' : undefined
}

async function change(account: Account, call: PageCall): Promise<PageAnswer> {
  const { sources, say, field } = call
  const isAsked = await giveEmail(account, field('wpNewEmail'), sources)
  if (!isAsked) return { redirect: (await findReturn(call)).address }

  const asked = say('eauthentsent', html`<bdi>${account.name}</bdi>`)
  return { body: html`${notice('warning', asked)}${await returnLink(call)}` }
}
