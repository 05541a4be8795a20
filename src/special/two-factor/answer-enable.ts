import { secondFactorAddress } from '../../auth/two-factor/make-second-factor.ts'
import type { SecondFactor } from '../../auth/two-factor/second-factor-store.ts'
import { verifySecondFactor } from '../../auth/two-factor/verify-second-factor.ts'
import { type Html, html } from '../../messages/html.ts'
import { readFormState } from '../forms/form-token.ts'
import { notice } from '../forms/notice.ts'
import type { PageAnswer, PageCall } from '../page.ts'
import { linkBack } from '../return-link.ts'
import { codeForm } from './code-form.ts'
import { forgetPending, pendingFactor } from './pending-factor.ts'

/** Shows a secret for an app; once a code proves that the app has it, logins need one. */
export async function answerEnable(call: PageCall): Promise<PageAnswer> {
  const { sources, user, field, say } = call
  const factor = pendingFactor(call)
  const state = readFormState(call)
  if (state === 'not sent') return ask(factor, call)
  if (state === 'stale') return ask(factor, call, say('sessionfailure'))
  if (!(await verifySecondFactor(user.id, factor, field('token'), sources))) {
    return ask(factor, call, say('oathauth-login-failed'))
  }

  await sources.secondFactors.save(user.id, factor)
  forgetPending(call)
  return tell(factor, call)
}

function ask(factor: SecondFactor, call: PageCall, error?: Html): PageAnswer {
  const { say, user, settings } = call
  const address = secondFactorAddress(factor, user.name, settings.Sitename)
  const above = html`<p>${say('pages-factor-app')}</p>
<dl class="jeton-secrets">
<dt>${say('pages-factor-secret')}</dt><dd><code id="mw-oathauth-secret">${grouped(factor.secret)}</code></dd>
<dt>${say('pages-factor-address')}</dt><dd><code><a href="${address}">${address}</a></code></dd>
</dl>
`
  const help = say('pages-factor-confirm')
  return { body: codeForm({ action: 'enable', above, help, ...(error && { error }) }, call) }
}

function tell({ recoveryCodes }: SecondFactor, call: PageCall): PageAnswer {
  const { say, addressOf } = call
  const codes = recoveryCodes.map((code) => html`<li><code>${grouped(code)}</code></li>\n`)
  const back = linkBack(addressOf('Special:Preferences'), say('mypreferences'), call)
  return {
    body: html`${notice('success', say('oathauth-validatedoath'))}<p>${say('pages-factor-codes')}</p>
<ol class="jeton-secrets" id="mw-oathauth-codes">
${codes}</ol>
${back}`,
  }
}

/** In groups of four, as people copy them. */
function grouped(secret: string): string {
  return (secret.match(/.{1,4}/g) ?? []).join(' ')
}
