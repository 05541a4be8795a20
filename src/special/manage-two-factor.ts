import { html } from '../messages/html.ts'
import { button } from './forms/button.ts'
import { getForm } from './forms/get-form.ts'
import { definePage, type PageAnswer, type PageCall } from './page.ts'
import { refused } from './refused.ts'
import { answerDisable } from './two-factor/answer-disable.ts'
import { answerEnable } from './two-factor/answer-enable.ts'
import { factorTitle } from './two-factor/code-form.ts'

/** Gives one's own account a second factor, with the extension OATHAuth, and takes it away. */
export const manageTwoFactor = definePage({
  name: 'Manage_Two-factor_authentication',
  canonicalName: 'OATHManage',
  aliases: ['OATH_Manage', 'OATH', 'Two-factor_authentication', 'OATHAuth'],
  title: 'oathmanage',
  extension: 'OATHAuth',
  needsLogin: true,
  writes: true,
  securityLevel: 'OATHManage',
  holdsSecrets: true,

  async answer(call) {
    const { sources, user, field, say } = call
    const factor = await sources.secondFactors.find(user.id)
    if (factor === undefined && !(await user.may('oathauth-enable'))) {
      return refused(say('pages-error-right'), call)
    }
    const action = field('action')
    if (action === 'enable' && factor === undefined) return answerEnable(call)
    if (action === 'disable' && factor !== undefined) return answerDisable(factor, call)
    return overview(factor?.recoveryCodes.length, call)
  },
})

function overview(codesLeft: number | undefined, call: PageCall): PageAnswer {
  const { say } = call
  const isOn = codesLeft !== undefined
  const change = button({
    name: 'action',
    value: isOn ? 'disable' : 'enable',
    label: say(isOn ? 'oathauth-disable-generic' : 'oathauth-enable-generic'),
    kind: isOn ? 'destructive' : 'primary',
  })
  const module = html`<input type="hidden" name="module" value="totp"/>`
  return {
    body: html`<p>${say('pages-factor-intro')}</p>
<p><strong>${say(isOn ? 'pages-preferences-factor-on' : 'pages-preferences-factor-off')}</strong></p>
${isOn ? html`<p>${say('pages-factor-left', codesLeft)}</p>` : undefined}${getForm({ title: factorTitle, body: [module, change] }, call)}`,
  }
}
