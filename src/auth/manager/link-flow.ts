import { message } from '../../messages/message.ts'
import type { Account } from '../accounts/account-store.ts'
import type { AuthContext } from './auth-context.ts'
import type { AuthProviders, Failure, Linked, Pause } from './auth-provider.ts'
import type { Submission } from './auth-request.ts'
import { type AuthResponse, failed } from './auth-response.ts'
import { endFlow, keepFlow, readFlow } from './flow-state.ts'
import type { LinkState } from './link-state.ts'
import { paused } from './paused.ts'

/** Tells whether accounts here can be linked to others elsewhere: whether some provider does that. */
export function canLink({ primary }: AuthProviders): boolean {
  return primary.some(({ beginLink }) => beginLink !== undefined)
}

/** Begins to link somebody's account; what waited for an answer is forgotten. */
export async function beginLink(
  account: Account,
  submission: Submission,
  returnUrl: string | undefined,
  context: AuthContext,
): Promise<AuthResponse> {
  endFlow(context.session, 'link')
  for (const provider of context.providers.primary) {
    const step = await provider.beginLink?.(account, submission, { ...context, returnUrl })
    if (step === undefined || step.status === 'abstain') continue
    return respond(step, { accountId: account.id, returnUrl, provider: provider.id }, context)
  }
  return failed(message('authmanager-link-no-primary'))
}

/** Goes on with a link that waits for an answer. */
export async function continueLink(
  account: Account,
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  const state = readFlow<LinkState>(context.session, 'link')
  const provider = context.providers.primary.find(({ id }) => id === state?.waiting.provider)
  // Somebody else may have logged in meanwhile: nobody's account is linked by another's answers.
  if (state === undefined || state.accountId !== account.id || !provider?.continueLink) {
    endFlow(context.session, 'link')
    return failed(message('authmanager-link-not-in-progress'))
  }
  const { keep } = state.waiting
  const known = { ...context, returnUrl: state.returnUrl }
  const step = await provider.continueLink(account, submission, keep, known)
  return respond(step, { ...state, provider: provider.id }, context)
}

function respond(
  step: Linked | Failure | Pause,
  flow: Pick<LinkState, 'accountId' | 'returnUrl'> & { readonly provider: string },
  { session }: AuthContext,
): AuthResponse {
  if (step.status === 'pass' || step.status === 'fail') {
    endFlow(session, 'link')
    return step.status === 'pass' ? { status: 'PASS' } : failed(step.why)
  }
  const { keep = null, requests } = step
  const { accountId, returnUrl, provider } = flow
  const state: LinkState = { accountId, returnUrl, waiting: { provider, keep }, pending: requests }
  keepFlow(session, 'link', state)
  return paused(step)
}
