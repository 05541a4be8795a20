import { message } from '../../messages/message.ts'
import { isEmailAddress } from '../mail/email-address.ts'
import { User } from '../user.ts'
import type { CreationContext, Pause } from './auth-provider.ts'
import { findUsername, type Submission } from './auth-request.ts'
import { type AuthResponse, failed } from './auth-response.ts'
import { findNewName, whyNotCreate } from './check-creation.ts'
import type { Creation, CreationPass } from './creation.ts'
import { withCreationLock } from './creation-lock.ts'
import { accountData } from './creation-requests.ts'
import type { CreationState } from './creation-state.ts'
import { endFlow, keepFlow, readFlow } from './flow-state.ts'
import { makeAccount } from './make-account.ts'
import { paused } from './paused.ts'
import { withoutSecrets } from './without-secrets.ts'

/**
 * Begins to make an account: what is wrong with it is said in MediaWiki's order. Who makes it stays
 * logged in as before.
 */
export async function beginCreation(
  submission: Submission,
  { creator, returnUrl }: { readonly creator: User; readonly returnUrl: string | undefined },
  context: CreationContext,
): Promise<AuthResponse> {
  const given = findUsername(submission.values()) ?? ''
  if (given === '') return failed(message('noname'))

  const refused = await whyNotCreate(creator, context)
  if (refused.length > 0) return failed(refused)

  const name = await findNewName(given, context)
  if (typeof name !== 'string') return failed(name)

  const { email } = accountData(submission)
  if (email !== '' && !isEmailAddress(email)) {
    return end(failed(message('invalidemailaddress')), context)
  }
  const begun = await withoutSecrets(submission, 'create', context)
  const who = creator.isRegistered ? { id: creator.id, name: creator.name } : undefined
  const state = { ...newCreation, name, creator: who, returnUrl, begun }
  return locked(state, context, () =>
    advance(state, submission, creator, { ...context, returnUrl }),
  )
}

const newCreation = {
  isChecked: false,
  waiting: undefined,
  accountId: undefined,
  done: [],
  pending: [],
} satisfies Partial<CreationState>

/** Goes on with an account that waits for an answer. */
export async function continueCreation(
  submission: Submission,
  user: User,
  context: CreationContext,
): Promise<AuthResponse> {
  const state = readFlow<CreationState>(context.session, 'create')
  if (state === undefined) return failed(message('authmanager-create-not-in-progress'))

  return locked(state, context, async () => {
    // It is still who began it, whoever has logged in since; what he may do can have changed.
    const creator = user.id === (state.creator?.id ?? 0) ? user : new User(context, state.creator)
    const refused = await whyNotCreate(creator, context)
    if (refused.length > 0) return end(failed(refused), context)
    return advance(state, submission, creator, { ...context, returnUrl: state.returnUrl })
  })
}

async function locked(
  state: CreationState,
  context: CreationContext,
  step: () => Promise<AuthResponse>,
): Promise<AuthResponse> {
  const response = await withCreationLock(state.name, context, step)
  // Whoever holds the lock may be the same client: the flow stays that one's.
  return response ?? failed(message('usernameinprogress'))
}

/** Goes as far as possible: checks, a primary provider, the account, secondary providers. */
async function advance(
  state: CreationState,
  submission: Submission,
  creator: User,
  context: CreationContext,
): Promise<AuthResponse> {
  if (state.accountId !== undefined) {
    return complete(state, submission, creator, context)
  }
  const { name } = state
  if ((await context.accounts.findByName(name)) !== undefined) {
    return end(failed(message('userexists')), context)
  }
  const { email, realName } = accountData(new Map(Object.entries(state.begun)))
  const creation = { name, creator, email, realName }
  if (!state.isChecked) {
    const { pre, primary, secondary } = context.providers
    for (const provider of [...pre, ...primary, ...secondary]) {
      const why = (await provider.checkCreation?.(creation, submission, context)) ?? []
      if (why.length > 0) return end(failed(why), context)
    }
  }
  return choose({ ...state, isChecked: true }, submission, creation, context)
}

/** Asks primary providers, until one will let the new account log in. */
async function choose(
  state: CreationState,
  submission: Submission,
  creation: Creation,
  context: CreationContext,
): Promise<AuthResponse> {
  const { waiting } = state
  for (const provider of context.providers.primary) {
    if (waiting !== undefined && waiting.provider !== provider.id) continue
    const step = waiting
      ? await provider.continueCreation?.(creation, submission, waiting.keep, context)
      : await provider.beginCreation?.(creation, submission, context)
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
        return make(step, state, creation, context)
    }
  }
  const key = waiting ? 'authmanager-create-not-in-progress' : 'authmanager-create-no-primary'
  return end(failed(message(key)), context)
}

async function make(
  pass: CreationPass,
  state: CreationState,
  creation: Creation,
  context: CreationContext,
): Promise<AuthResponse> {
  const begun = new Map(Object.entries(state.begun))
  const account = await makeAccount(pass, creation, accountData(begun).reason, context)
  if (account === undefined) return end(failed(message('userexists')), context)

  const made = { ...state, waiting: undefined, accountId: account.id }
  return complete(made, begun, creation.creator, context)
}

/** Asks secondary providers, once the account is there. */
async function complete(
  state: CreationState,
  submission: Submission,
  creator: User,
  context: CreationContext,
): Promise<AuthResponse> {
  const account = await context.accounts.findById(state.accountId ?? 0)
  if (account === undefined) {
    return end(failed(message('authmanager-create-not-in-progress')), context)
  }
  const made = { account, creator }
  const begun = new Map(Object.entries(state.begun))
  const done = new Set(state.done)
  for (const provider of context.providers.secondary) {
    if (done.has(provider.id)) continue
    const { waiting } = state
    const step =
      waiting?.provider === provider.id
        ? await provider.continueCreation?.(made, submission, waiting.keep, context)
        : await provider.beginCreation?.(made, begun, context)
    if (step?.status === 'ui' || step?.status === 'redirect') {
      return pause(step, provider.id, { ...state, done: [...done] }, context)
    }
    done.add(provider.id)
  }
  return end({ status: 'PASS', username: account.name }, context)
}

function pause(
  step: Pause,
  provider: string,
  state: CreationState,
  { session }: CreationContext,
): AuthResponse {
  const waiting = { provider, keep: step.keep ?? null }
  keepFlow(session, 'create', { ...state, waiting, pending: step.requests })
  return paused(step)
}

function end(response: AuthResponse, { session }: CreationContext): AuthResponse {
  endFlow(session, 'create')
  return response
}
