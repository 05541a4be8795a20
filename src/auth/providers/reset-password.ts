import { type Message, message } from '../../messages/message.ts'
import type { Account } from '../accounts/account-store.ts'
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
import { checkChange, makeChange } from '../manager/change-data.ts'
import type { DataChange } from '../manager/data-change.ts'
import { buttonRequest } from './button-request.ts'
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
    if (values === undefined) return ask(choice)
    // Who may skip it can log in to a wiki that cannot be changed now; who has to choose waits.
    if (context.settings.ReadOnly) return ask(choice, [message('apierror-readonly')])
    return change(login, choice, values, context)
  },
}

const skip = buttonRequest('skipReset', {
  label: message('authprovider-resetpass-skip-label'),
  help: message('authprovider-resetpass-skip-help'),
})

function ask(choice: PasswordChoice, flaws: readonly Message[] = []): Pause {
  const required: AuthRequest['required'] = choice.hard ? 'required' : 'optional'
  const password = { ...changePasswordRequest, required }
  const isError = flaws.length > 0
  const requests = choice.hard ? [password] : [password, skip]
  return { status: 'ui', requests, why: isError ? flaws : choice.why, isError }
}

async function change(
  { account }: LoginProgress,
  choice: PasswordChoice,
  values: FieldValues,
  context: AuthContext,
): Promise<Content | Failure | Pause> {
  const wanted: DataChange = { action: 'change', request: changePasswordRequest, values, account }
  const checked = await checkChange(wanted, context)
  if (checked.why.length > 0) return ask(choice, checked.why)

  // Whoever knows the old password must not undo what the owner has done in the meantime.
  const row = await makeChange(wanted, checked, context, account)
  if (row === undefined) {
    return { status: 'fail', why: message('authmanager-authn-not-in-progress') }
  }
  const changed: Account = {
    ...account,
    ...(row.password && { passwordHash: row.password.hash, passwordExpires: row.password.expires }),
    temporaryPasswordHash: '',
    temporaryPasswordMade: undefined,
  }
  return { status: 'pass', changed }
}
