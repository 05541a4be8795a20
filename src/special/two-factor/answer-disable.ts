import { isTooOften } from '../../auth/rate-limits/rate-limit.ts'
import type { SecondFactor } from '../../auth/two-factor/second-factor-store.ts'
import { verifySecondFactor } from '../../auth/two-factor/verify-second-factor.ts'
import { type Html, html } from '../../messages/html.ts'
import { message } from '../../messages/message.ts'
import { readFormState } from '../forms/form-token.ts'
import { notice } from '../forms/notice.ts'
import type { PageAnswer, PageCall } from '../page.ts'
import { linkBack } from '../return-link.ts'
import { sayMessage } from '../say-message.ts'
import { codeForm } from './code-form.ts'

/** Takes the second factor away from who can still give a code of it. */
export async function answerDisable(factor: SecondFactor, call: PageCall): Promise<PageAnswer> {
  const { sources, user, field, say, addressOf } = call
  const state = readFormState(call)
  if (state === 'not sent') return ask(call)
  if (state === 'stale') return ask(call, say('sessionfailure'))
  // Counted before the code is looked at, as at a login: six digits are soon guessed.
  if (await isTooOften('badoath', user, sources)) {
    return ask(call, sayMessage(message('oathauth-throttled', { duration: 60 }), call))
  }
  if (!(await verifySecondFactor(user.id, factor, field('token'), sources))) {
    return ask(call, say('oathauth-login-failed'))
  }

  await sources.secondFactors.remove(user.id)
  const back = linkBack(addressOf('Special:Preferences'), say('mypreferences'), call)
  return {
    body: html`${notice('success', say('oathauth-disabledoath'))}${back}`,
  }
}

function ask(call: PageCall, error?: Html): PageAnswer {
  const { say } = call
  const above = html`<p>${say('pages-factor-end')}</p>\n`
  const help = say('oathauth-auth-token-help')
  return { body: codeForm({ action: 'disable', above, help, ...(error && { error }) }, call) }
}
