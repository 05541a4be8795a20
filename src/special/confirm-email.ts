import type { Account } from '../auth/accounts/account-store.ts'
import { mailConfirmation } from '../auth/mail/change-email.ts'
import { isEmailAddress } from '../auth/mail/email-address.ts'
import { hashConfirmation } from '../auth/mail/email-confirmation.ts'
import { isTooOften } from '../auth/rate-limits/rate-limit.ts'
import { User } from '../auth/user.ts'
import { html } from '../messages/html.ts'
import type { MessageKey } from '../messages/message.ts'
import { sayTime } from '../messages/say-time.ts'
import { buttons } from './forms/buttons.ts'
import { form } from './forms/form.ts'
import { readFormState } from './forms/form-token.ts'
import { notice } from './forms/notice.ts'
import { loginUrl } from './login-url.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { refused } from './refused.ts'

/** Confirms an e-mail address by the link of a mail, or has another such mail sent. */
export const confirmEmail = definePage({
  name: 'ConfirmEmail',
  canonicalName: 'Confirmemail',
  title: 'confirmemail',
  right: 'editmyprivateinfo',
  writes: true,
  isListed: false,

  async answer(call) {
    const { user, subpage, say } = call
    if (!(await user.may('viewmyprivateinfo'))) return refused(say('pages-error-right'), call)
    if (subpage !== '') return { body: html`<p>${say(await confirm(call))}</p>` }

    const account = await user.account()
    if (account === undefined) {
      return { redirect: loginUrl(confirmEmail, call, { warning: 'confirmemail_needlogin' }) }
    }
    return isEmailAddress(account.email)
      ? ask(account, call)
      : { body: html`<p>${say('confirmemail_noemail')}</p>` }
  },
})

/** Confirms the address that a mail went to, whoever opens its link, and says what has come of it. */
async function confirm({ subpage, sources, user }: PageCall): Promise<MessageKey> {
  const { emails, now } = sources
  const hash = hashConfirmation(subpage)
  const account = await emails.findByToken(hash, now)
  if (account === undefined) return 'confirmemail_invalid'
  if (await isTooOften('confirmemail', new User(sources, account), sources)) {
    return 'actionthrottledtext'
  }
  if (!(await emails.confirm(account.id, hash, now))) return 'confirmemail_invalid'
  return user.isRegistered ? 'confirmemail_loggedin' : 'confirmemail_success'
}

/** Offers another mail, unless the address is confirmed already. */
async function ask(account: Account, call: PageCall): Promise<PageAnswer> {
  const { emailAuthenticated } = account
  const { sources, say, text, language } = call
  if (emailAuthenticated !== undefined) {
    return {
      body: html`<p>${say('emailauthenticated', sayTime(emailAuthenticated, language))}</p>`,
    }
  }
  const state = readFormState(call)
  const problem = state === 'sent' ? await send(account, call) : undefined
  if (state === 'sent' && problem === undefined) {
    return { body: notice('success', say('confirmemail_sent')) }
  }
  const isPending = await sources.emails.isPending(account.id, sources.now)
  const why = state === 'stale' ? 'sessionfailure' : problem
  const body = [
    why && notice('error', say(why)),
    isPending ? notice('notice', say('confirmemail_pending')) : undefined,
    buttons({ label: say('confirmemail_send'), value: text('confirmemail_send') }),
  ]
  return {
    body: html`<p>${say('confirmemail_text')}</p>${form({ title: 'Special:ConfirmEmail', body }, call)}`,
  }
}

async function send(account: Account, call: PageCall): Promise<MessageKey | undefined> {
  const { sources, user } = call
  // Nobody has shown yet that the address is theirs who has it written to.
  if (await isTooOften('changeemail', user, sources)) return 'actionthrottledtext'
  if (!call.settings.EnableEmail) return 'passwordreset-emaildisabled'
  return (await mailConfirmation(account, sources)) ? undefined : 'sessionfailure'
}
