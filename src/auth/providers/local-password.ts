import { listMessage, type Message, message } from '../../messages/message.ts'
import { StoreUnavailable } from '../../session/store-unavailable.ts'
import { isSystemUser } from '../../session/user-token.ts'
import type { Account } from '../accounts/account-store.ts'
import type { AuthContext } from '../manager/auth-context.ts'
import type { PasswordChoice, PrimaryProvider } from '../manager/auth-provider.ts'
import type { AuthAction, AuthRequest } from '../manager/auth-request.ts'
import { borrowHash } from '../passwords/borrow-hash.ts'
import { HashQueueFullError } from '../passwords/hash-queue.ts'
import type { PasswordFlaw } from '../passwords/password-policy.ts'
import {
  hashPassword,
  needsRehash,
  verifyNothing,
  verifyPassword,
  verifyPatiently,
} from '../passwords/passwords.ts'
import { User } from '../user.ts'
import { type Credentials, findCredentials } from './credentials.ts'
import { hasTemporaryPassword } from './has-temporary-password.ts'
import { storedPassword, whyNotPassword } from './new-password.ts'
import {
  changePasswordRequest,
  creationPasswordRequest,
  loginPasswordRequest,
  passwordRequestId,
  removePasswordRequest,
} from './password-request.ts'

/** Proves who somebody is by the account's own password. */
export const localPassword: PrimaryProvider = {
  id: 'MediaWiki\\Auth\\LocalPasswordPrimaryAuthenticationProvider',
  requests: (action) => requests[action] ?? [],

  async beginLogin(submission, context) {
    const credentials = await findCredentials(submission, context)
    if (credentials === undefined) return { status: 'abstain' }

    const { account, password, flaws } = credentials
    if (flaws.some(({ fatal }) => fatal)) return { status: 'fail', why: reasonsOf(flaws) }

    const owner = await findOwner(credentials, context)
    const proved = owner && (await rehash(owner, password, context))
    if (proved === undefined) {
      // A mailed password has been checked before, and anybody may have one mailed: the clock is not to tell to whom.
      if (!hasTemporaryPassword(account, context)) await verifyNothing(password)
      return { status: 'fail', why: message('wrongpassword') }
    }

    const choice = choiceFor(proved, credentials, context)
    return { status: 'pass', username: proved.name, proved, ...(choice && { choice }) }
  },

  async checkCreation({ name }, submission, context) {
    const values = submission.get(passwordRequestId)
    return values ? whyNotPassword(values, { name, groups: ['*'] }, context) : []
  },

  async beginCreation(_, submission, context) {
    const values = submission.get(passwordRequestId)
    if (values === undefined) return { status: 'abstain' }

    const { hash, expires } = (await storedPassword(values, context)).password
    return { status: 'pass', row: { passwordHash: hash, passwordExpires: expires } }
  },

  async checkChange({ request, action, values, account }, context) {
    if (request.id !== passwordRequestId) return undefined
    if (action === 'remove') return []

    const { name } = account
    const groups = await new User(context, account).groups()
    return whyNotPassword(values, { name, groups }, context)
  },

  async makeChange({ action, values }, context) {
    return action === 'remove'
      ? { password: { hash: '', expires: undefined } }
      : storedPassword(values, context)
  },
}

const requests: Partial<Record<AuthAction, readonly AuthRequest[]>> = {
  login: [loginPasswordRequest],
  create: [creationPasswordRequest],
  change: [changePasswordRequest],
  remove: [removePasswordRequest],
}

/** The account, if the password is its own; takes as long when there is no such account. */
async function findOwner(
  { name, account, password }: Credentials,
  context: AuthContext,
): Promise<Account | undefined> {
  if (account === undefined || account.passwordHash === '' || isSystemUser(account)) {
    await verifyPatiently(password, await borrowHash(name, context), 0)
    return undefined
  }
  const isOwn = await verifyPatiently(password, account.passwordHash, account.id)
  return isOwn ? account : undefined
}

/** Stores a password the way it is done today; `undefined` if it has ceased to be the account's own meanwhile. */
async function rehash(
  account: Account,
  password: string,
  { accounts, random, settings }: AuthContext,
): Promise<Account | undefined> {
  const { id, passwordHash } = account
  if (settings.ReadOnly || !needsRehash(passwordHash)) return account
  try {
    const hash = await hashPassword(password, random)
    if (await accounts.replacePasswordHash(id, passwordHash, hash)) {
      return { ...account, passwordHash: hash }
    }
  } catch (error) {
    // The password was right all the same: the next login tries again.
    const isBusy = error instanceof StoreUnavailable || error instanceof HashQueueFullError
    if (isBusy) return account
    throw error
  }
  // Another login may have done it, or the owner has chosen another password.
  const now = await accounts.findById(id)
  return now && (await verifyPassword(password, now.passwordHash, id)) ? now : undefined
}

/** Whether another password has to be chosen, or should be. */
function choiceFor(
  account: Account,
  { flaws }: Credentials,
  context: AuthContext,
): PasswordChoice | undefined {
  return choiceByAge(account, context) ?? choiceByPolicy(flaws, context)
}

function choiceByAge(
  { passwordExpires }: Account,
  { now, settings }: AuthContext,
): PasswordChoice | undefined {
  if (passwordExpires === undefined || passwordExpires >= now) return undefined

  const hard = passwordExpires.getTime() + settings.PasswordExpireGrace * 1000 < now.getTime()
  return { why: message(hard ? 'resetpass-expired' : 'resetpass-expired-soft'), hard }
}

function choiceByPolicy(
  flaws: readonly PasswordFlaw[],
  { settings }: AuthContext,
): PasswordChoice | undefined {
  const hard = flaws.some(({ forceChange }) => forceChange)
  const isWanted = hard || flaws.some(({ suggestChange }) => suggestChange)
  if (!settings.InvalidPasswordReset || !isWanted) return undefined

  const key = hard ? 'resetpass-validity' : 'resetpass-validity-soft'
  return { why: message(key, { message: listMessage(reasonsOf(flaws)) }), hard }
}

function reasonsOf(flaws: readonly PasswordFlaw[]): readonly Message[] {
  return flaws.map(({ why }) => why)
}
