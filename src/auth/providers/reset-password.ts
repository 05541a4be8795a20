import { message } from '../../messages/message.ts'
import type { Account } from '../account-store.ts'
import type { AuthContext } from '../manager/auth-context.ts'
import type {
  Content,
  Failure,
  LoginProgress,
  PasswordChoice,
  Pause,
  SecondaryProvider,
} from '../manager/auth-provider.ts'
import type { AuthRequest, FieldValues } from '../manager/auth-request.ts'
import type { Reasons } from '../manager/auth-response.ts'
import { User } from '../user.ts'
import { buttonRequest } from './button-request.ts'
import { storedPassword, whyNotPassword } from './new-password.ts'
import { changePasswordRequest, passwordRequestId } from './password-request.ts'

/** Has another password chosen before the login is complete, if there is a reason to. */
export const resetPassword: SecondaryProvider = {
  id: 'MediaWiki\\Auth\\ResetPasswordSecondaryAuthenticationProvider',

  async beginLogin({ choice }) {
    return choice === undefined ? { status: 'abstain' } : ask(choice)
  },

  async continueLogin(login, submission, _, context) {
    const { choice } = login
    if (choice === undefined || (!choice.hard && submission.has(skip.id))) return { status: 'pass' }

    const values = submission.get(passwordRequestId)
    return values === undefined ? ask(choice) : change(login, choice, values, context)
  },
}

const skip = buttonRequest('skipReset', {
  label: message('authprovider-resetpass-skip-label'),
  help: message('authprovider-resetpass-skip-help'),
})

function ask(choice: PasswordChoice, why: Reasons = choice.why): Pause {
  const required: AuthRequest['required'] = choice.hard ? 'required' : 'optional'
  const password = { ...changePasswordRequest, required }
  return { status: 'ui', requests: choice.hard ? [password] : [password, skip], why }
}

async function change(
  { account }: LoginProgress,
  choice: PasswordChoice,
  values: FieldValues,
  context: AuthContext,
): Promise<Content | Failure | Pause> {
  const groups = await new User(context, account).groups()
  const why = await whyNotPassword(values, { name: account.name, groups }, context)
  if (why.length > 0) return ask(choice, why)

  const { password } = await storedPassword(values, context)
  // Whoever knows the old password must not undo what the owner has done in the meantime.
  if (!(await context.accounts.changeCredentials(account.id, { password, from: account }))) {
    return { status: 'fail', why: message('authmanager-authn-not-in-progress') }
  }
  const changed: Account = {
    ...account,
    passwordHash: password.hash,
    passwordExpires: password.expires,
    temporaryPasswordHash: '',
    temporaryPasswordMade: undefined,
  }
  return { status: 'pass', changed }
}
