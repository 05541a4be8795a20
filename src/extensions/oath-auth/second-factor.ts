import type { Pause, SecondaryProvider } from '../../auth/manager/auth-provider.ts'
import { type AuthRequest, textOf } from '../../auth/manager/auth-request.ts'
import { isTooOften } from '../../auth/rate-limits/rate-limit.ts'
import { verifySecondFactor } from '../../auth/two-factor/verify-second-factor.ts'
import { User } from '../../auth/user.ts'
import { type Message, message } from '../../messages/message.ts'

const codeRequest: AuthRequest = {
  id: 'MediaWiki\\Extension\\OATHAuth\\Auth\\TOTPAuthenticationRequest',
  required: 'required',
  provider: message('oathauth-describe-provider'),
  account: { text: null },
  fields: {
    OATHToken: {
      type: 'string',
      label: message('oathauth-auth-token-label'),
      help: message('oathauth-auth-token-help'),
    },
  },
}

/** Asks who has a second factor for a code of it, once the password was right. */
export const secondFactor: SecondaryProvider = {
  id: 'MediaWiki\\Extension\\OATHAuth\\Auth\\TOTPSecondaryAuthenticationProvider',

  async beginLogin({ account }, { secondFactors }) {
    const factor = await secondFactors.find(account.id)
    return factor === undefined ? { status: 'abstain' } : ask(message('oathauth-auth-ui'), false)
  },

  async continueLogin({ account }, submission, _, context) {
    const code = textOf(submission, codeRequest.id, 'OATHToken')
    if (code === '') return ask(message('oathauth-login-failed'))

    const factor = await context.secondFactors.find(account.id)
    // It has been switched off meanwhile.
    if (factor === undefined) return { status: 'pass' }

    // Counted before the code is looked at: six digits are soon guessed, by many at once.
    if (await isTooOften('badoath', new User(context, account), context)) {
      return ask(message('oathauth-throttled', { duration: 60 }))
    }
    const isRight = await verifySecondFactor(account.id, factor, code, context)
    return isRight ? { status: 'pass' } : ask(message('oathauth-login-failed'))
  },
}

function ask(why: Message, isError = true): Pause {
  return { status: 'ui', requests: [codeRequest], why, isError }
}
