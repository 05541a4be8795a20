import { message } from '../../messages/message.ts'
import type { Account } from '../accounts/account-store.ts'
import { withToken } from '../accounts/with-token.ts'
import { canonicalUserName } from '../names/user-name.ts'
import { isRemembered } from '../providers/remember-me.ts'
import type { AuthContext } from './auth-context.ts'
import type {
  Abstention,
  Content,
  Failure,
  LoginProgress,
  Pause,
  Proof,
  SecondaryProvider,
} from './auth-provider.ts'
import { findUsername, type Submission } from './auth-request.ts'
import { type AuthResponse, failed } from './auth-response.ts'
import { autoCreate } from './auto-create.ts'
import { haveChanged, marksOf } from './credential-marks.ts'
import { endFlow, keepFlow, type LoginState, newLogin, readFlow } from './flow-state.ts'
import { paused } from './paused.ts'
import { aboutAccount, requestsFor } from './requests-for.ts'
import { withoutSecrets } from './without-secrets.ts'

/**
 * Begins to log somebody in: providers of the first kind may refuse, one of the second finds out who
 * it is, those of the third may want more. A login that waited for something is forgotten.
 */
export async function beginLogin(
  submission: Submission,
  returnUrl: string | undefined,
  context: AuthContext,
): Promise<AuthResponse> {
  return begin({ ...newLogin, returnUrl }, submission, { ...context, returnUrl })
}

/** Goes on with a login that waits for an answer. */
export async function continueLogin(
  submission: Submission,
  visit: AuthContext,
): Promise<AuthResponse> {
  const state = readFlow<LoginState>(visit.session, 'login')
  if (state === undefined) return failed(message('authmanager-authn-not-in-progress'))
  const context = { ...visit, returnUrl: state.returnUrl }
  if (state.accountId !== undefined) return complete(state, submission, context)

  // Who is known elsewhere only may prove to be somebody here instead: that is an attempt like any other.
  return state.waiting === undefined
    ? begin(state, submission, context)
    : prove(state, submission, context)
}

/** Logs in who has just got an account by proving nothing else: whoever makes one for himself. */
export async function logInNewAccount(
  username: string,
  context: AuthContext,
): Promise<AuthResponse> {
  const name = canonicalUserName(username)
  const account = name && (await context.accounts.findByName(name))
  if (!account) return failed(message('authmanager-authn-not-in-progress'))

  endFlow(context.session, 'login')
  const known = { ...newLogin, accountId: account.id, marks: marksOf(account) }
  return complete(known, new Map(), context)
}

async function begin(
  state: LoginState,
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  endFlow(context.session, 'login')
  for (const provider of context.providers.pre) {
    const why = await provider.checkLogin?.(submission, context)
    if (why !== undefined) return failed(why)
  }
  const begun = await withoutSecrets(submission, 'login', context)
  return prove({ ...state, begun }, submission, context)
}

/** Asks primary providers, until one says who it is. */
async function prove(
  state: LoginState,
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  const { waiting } = state
  for (const provider of context.providers.primary) {
    if (waiting !== undefined && waiting.provider !== provider.id) continue
    if (waiting !== undefined && provider.continueLogin === undefined) {
      throw cannotContinue(provider.id)
    }
    const step = waiting
      ? await provider.continueLogin?.(submission, waiting.keep, context)
      : await provider.beginLogin(submission, context)
    switch (step?.status) {
      case undefined:
      case 'abstain':
        continue
      case 'fail':
        return end({ ...failed(step.why), ...preservedBy(step) }, context)
      case 'ui':
      case 'redirect':
        return pause(step, provider.id, state, findUsername(Object.values(state.begun)), context)
      case 'pass':
        return accept(step, state, submission, context)
    }
  }
  const key = waiting ? 'authmanager-authn-not-in-progress' : 'authmanager-authn-no-primary'
  return end(failed(message(key)), context)
}

/** Goes on with who has been found out. */
async function accept(
  proof: Proof,
  state: LoginState,
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  const { username, proved, choice } = proof
  if (username === undefined) return restart(state, preservedBy(proof), context)

  const found = await context.accounts.findByName(username)
  const made = found ? { account: found } : await autoCreate(username, context)
  if ('why' in made) {
    const why = message('authmanager-authn-autocreate-failed', { message: made.why })
    return end(failed(why), context)
  }
  const { account } = made
  const marks = marksOf(proved ?? account)
  const known = { ...state, waiting: undefined, accountId: account.id, marks, choice }
  return complete(known, submission, context)
}

/** Somebody is known elsewhere, but not here: the login begins again, and may name an account. */
async function restart(
  state: LoginState,
  preserved: Pick<Proof, 'preserved'>,
  context: AuthContext,
): Promise<AuthResponse> {
  const requests = await requestsFor('login', context)
  keepFlow(context.session, 'login', { ...newLogin, returnUrl: state.returnUrl, pending: requests })
  return {
    status: 'RESTART',
    requests,
    why: message('authmanager-authn-no-local-user'),
    ...preserved,
  }
}

/** Asks secondary providers, and logs in when all are content. */
async function complete(
  state: LoginState,
  submission: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  let account = await context.accounts.findById(state.accountId ?? 0)
  if (account === undefined || (state.marks && haveChanged(state.marks, account))) {
    return end(failed(message('authmanager-authn-not-in-progress')), context)
  }
  const begun = new Map(Object.entries(state.begun))
  const done = new Set(state.done)
  for (const provider of context.providers.secondary) {
    if (done.has(provider.id) && !provider.isAskedAnew) continue
    const login = { account, choice: state.choice, begun }
    const step = await askProvider(provider, login, state.waiting, submission, context)
    if (step.status === 'fail') return end(failed(step.why), context)
    if (step.status === 'ui' || step.status === 'redirect') {
      const known = { ...state, marks: marksOf(account), done: [...done] }
      return pause(step, provider.id, known, account.name, context)
    }
    if (step.status === 'pass') account = step.changed ?? account
    done.add(provider.id)
  }
  return logIn(account, begun, context)
}

/** Takes a step of a secondary provider: the next one of the provider that waits for an answer. */
async function askProvider(
  provider: SecondaryProvider,
  login: LoginProgress,
  waiting: LoginState['waiting'],
  submission: Submission,
  context: AuthContext,
): Promise<Content | Failure | Abstention | Pause> {
  if (waiting?.provider !== provider.id) {
    return (await provider.beginLogin?.(login, context)) ?? { status: 'abstain' }
  }
  if (provider.continueLogin === undefined) throw cannotContinue(provider.id)
  return provider.continueLogin(login, submission, waiting.keep, context)
}

function cannotContinue(id: string): TypeError {
  return new TypeError(
    `Cannot go on with a login: "${id}" has asked something, and has no continueLogin`,
  )
}

async function logIn(
  account: Account,
  begun: Submission,
  context: AuthContext,
): Promise<AuthResponse> {
  const { session, now, providers } = context
  endFlow(session, 'login')
  const remember = isRemembered(begun, context)
  const seconds = Math.floor(now.getTime() / 1000)
  session.logIn(await withToken(account, context), { remember, seconds })
  for (const provider of providers.pre) await provider.afterLogin?.(account, context)
  return { status: 'PASS', username: account.name }
}

function pause(
  step: Pause,
  provider: string,
  state: LoginState,
  name: string | undefined,
  { session }: AuthContext,
): AuthResponse {
  const requests = aboutAccount(step.requests, name)
  const waiting = { provider, keep: step.keep ?? null }
  keepFlow(session, 'login', { ...state, waiting, pending: requests })
  return paused(step, requests)
}

/** The name that a login began with, as it was given. */
function end(response: AuthResponse, { session }: AuthContext): AuthResponse {
  endFlow(session, 'login')
  return response
}

function preservedBy({ preserved }: Proof | Failure): Pick<Proof, 'preserved'> {
  return preserved ? { preserved } : {}
}
