import { message } from '../../messages/message.ts'
import { findUserToken, isUserToken } from '../../session/user-token.ts'
import type { Account } from '../account-store.ts'
import { rememberMe } from '../providers/remember-me.ts'
import { withToken } from '../with-token.ts'
import type { AuthContext } from './auth-context.ts'
import type { Pause, Proof, SecondaryProvider } from './auth-provider.ts'
import type { AuthAction, FieldValues, Submission } from './auth-request.ts'
import { type AuthResponse, failed } from './auth-response.ts'
import { endFlow, keepFlow, type LoginState, newLogin, readFlow } from './flow-state.ts'
import { requestsFor } from './requests-for.ts'

/**
 * Begins to log somebody in: providers of the first kind may refuse, one of the second finds out who
 * it is, those of the third may want more. A login that waited for something is forgotten.
 */
export async function beginLogin(
  submission: Submission,
  returnUrl: string | undefined,
  context: AuthContext,
): Promise<AuthResponse> {
  endFlow(context.session, 'login')
  for (const provider of context.providers.pre) {
    const why = await provider.checkLogin?.(submission, context)
    if (why !== undefined) return failed(why)
  }
  const begun = await withoutSecrets(submission, 'login', context)
  return prove({ ...newLogin, returnUrl, begun }, submission, context)
}

/** Goes on with a login that waits for an answer. */
export async function continueLogin(
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  const state = readFlow<LoginState>(context.session, 'login')
  if (state === undefined) return failed(message('authmanager-authn-not-in-progress'))

  return state.accountId === undefined
    ? prove(state, submission, context)
    : complete(state, submission, context)
}

/** Asks primary providers, until one says who it is. */
async function prove(
  state: LoginState,
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  for (const provider of context.providers.primary) {
    const isWaiting = state.waiting?.provider === provider.id
    if (state.waiting !== undefined && !isWaiting) continue
    const step = isWaiting
      ? await provider.continueLogin?.(submission, state.waiting?.keep ?? null, context)
      : await provider.beginLogin(submission, context)
    switch (step?.status) {
      case undefined:
      case 'abstain':
        continue
      case 'fail':
        return end(failed(step.why), context)
      case 'ui':
      case 'redirect':
        return pause(step, provider.id, state, context)
      case 'pass':
        return accept(step, state, submission, context)
    }
  }
  const key = state.waiting ? 'authmanager-authn-not-in-progress' : 'authmanager-authn-no-primary'
  return end(failed(message(key)), context)
}

/** Goes on with who has been found out. */
async function accept(
  { username, token, choice }: Proof,
  state: LoginState,
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  const account = username && (await context.accounts.findByName(username))
  if (!account) return restart(state, context)

  const { id: accountId } = account
  // Who had no token has had no session that anybody could have wanted to end.
  const userToken = token ? findUserToken({ ...account, token }, context.settings) : undefined
  const known = { ...state, waiting: undefined, accountId, userToken, choice }
  return complete(known, submission, context)
}

/** Somebody is known elsewhere, but not here: the login begins again, and may name an account. */
async function restart(state: LoginState, context: AuthContext): Promise<AuthResponse> {
  const requests = await requestsFor('login', context)
  keepFlow(context.session, 'login', { ...newLogin, returnUrl: state.returnUrl, pending: requests })
  return { status: 'RESTART', requests, why: message('authmanager-authn-no-local-user') }
}

/** Asks secondary providers, and logs in when all are content. */
async function complete(
  state: LoginState,
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  const account = await context.accounts.findById(state.accountId ?? 0)
  if (account === undefined || isOutdated(state, account, context)) {
    return end(failed(message('authmanager-authn-not-in-progress')), context)
  }
  const begun = new Map(Object.entries(state.begun))
  const login = { account, choice: state.choice, begun }
  const done = new Set(state.done)
  for (const provider of context.providers.secondary) {
    if (done.has(provider.id)) continue
    const isWaiting = state.waiting?.provider === provider.id
    const step = isWaiting
      ? await provider.continueLogin?.(login, submission, state.waiting?.keep ?? null, context)
      : await provider.beginLogin?.(login, context)
    if (step?.status === 'fail') return end(failed(step.why), context)
    if (step?.status === 'ui' || step?.status === 'redirect') {
      return pause(step, provider.id, { ...state, done: [...done] }, context)
    }
    done.add(provider.id)
  }
  return logIn(account, begun, context)
}

/** Whether the account's sessions have been ended, as by a new password, since its owner was proved. */
function isOutdated(
  { userToken }: LoginState,
  account: Account,
  { settings }: AuthContext,
): boolean {
  return userToken !== undefined && !isUserToken(userToken, account, settings)
}

async function logIn(
  account: Account,
  begun: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  const { session, now, providers } = context
  endFlow(session, 'login')
  const remember = begun.get(rememberMe.id)?.['rememberMe'] === true
  const seconds = Math.floor(now.getTime() / 1000)
  session.logIn(await withToken(account, context), { remember, seconds })
  for (const provider of providers.pre) await provider.afterLogin?.(account, context)
  return { status: 'PASS', username: account.name }
}

function pause(
  { keep = null, ...step }: Pause,
  provider: SecondaryProvider['id'],
  state: LoginState,
  { session }: AuthContext,
): AuthResponse {
  const { requests } = step
  keepFlow(session, 'login', { ...state, waiting: { provider, keep }, pending: requests })
  if (step.status === 'ui') return { status: 'UI', requests, why: step.why }

  const { target, data } = step
  return { status: 'REDIRECT', requests, target, ...(data && { data }) }
}

function end(response: AuthResponse, { session }: AuthContext): AuthResponse {
  endFlow(session, 'login')
  return response
}

/** What later steps may be told of the first one: passwords are not kept with a session. */
async function withoutSecrets(
  submission: Submission,
  action: AuthAction,
  context: AuthContext,
): Promise<Record<string, FieldValues>> {
  const requests = await requestsFor(action, context)
  const secret = new Set(
    requests.flatMap(({ fields }) =>
      Object.keys(fields).filter(
        (name) => fields[name]?.sensitive || fields[name]?.type === 'password',
      ),
    ),
  )
  return Object.fromEntries(
    [...submission].map(([id, values]) => [
      id,
      Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name))),
    ]),
  )
}
