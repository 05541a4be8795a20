import { message } from '../../messages/message.ts'
import { StoreUnavailable } from '../../session/store-unavailable.ts'
import { isSystemUser } from '../../session/user-token.ts'
import type { Account } from '../account-store.ts'
import type { AuthContext } from '../manager/auth-context.ts'
import type { PasswordChoice, PrimaryProvider } from '../manager/auth-provider.ts'
import { HashQueueFullError } from '../passwords/hash-queue.ts'
import { hashPassword, needsRehash, verifyNothing, verifyPassword } from '../passwords/passwords.ts'
import { type Credentials, findCredentials } from './credentials.ts'
import { loginPasswordRequest } from './password-request.ts'

/** Proves who somebody is by the account's own password. */
export const localPassword: PrimaryProvider = {
  id: 'MediaWiki\\Auth\\LocalPasswordPrimaryAuthenticationProvider',
  requests: (action) => (action === 'login' ? [loginPasswordRequest] : []),

  async beginLogin(submission, context) {
    const credentials = await findCredentials(submission, context)
    if (credentials === undefined) return { status: 'abstain' }

    const fatal = credentials.flaws.find((flaw) => flaw.fatal)
    if (fatal !== undefined) return { status: 'fail', why: fatal.why }

    const account = await findOwner(credentials)
    if (account === undefined) return { status: 'fail', why: message('wrongpassword') }

    if (needsRehash(account.passwordHash)) await rehash(account, credentials.password, context)
    const choice = choiceFor(account, credentials, context)
    const { name: username, token } = account
    return { status: 'pass', username, token, ...(choice && { choice }) }
  },
}

/** The account, if the password is its own; takes as long when there is no such account. */
async function findOwner({ account, password }: Credentials): Promise<Account | undefined> {
  if (account === undefined || account.passwordHash === '' || isSystemUser(account)) {
    await verifyNothing(password)
    return undefined
  }
  const isOwn = await verifyPassword(password, account.passwordHash, account.id)
  return isOwn ? account : undefined
}

/** Stores a password the way it is done today. */
async function rehash(
  { id, passwordHash }: Account,
  password: string,
  { accounts, random }: AuthContext,
): Promise<void> {
  try {
    await accounts.replacePasswordHash(id, passwordHash, await hashPassword(password, random))
  } catch (error) {
    // The password was right all the same: the next login tries again.
    const isBusy = error instanceof StoreUnavailable || error instanceof HashQueueFullError
    if (!isBusy) throw error
  }
}

/** Whether another password has to be chosen, or should be. */
function choiceFor(
  { passwordExpires }: Account,
  { flaws }: Credentials,
  { now }: AuthContext,
): PasswordChoice | undefined {
  if (passwordExpires !== undefined && passwordExpires < now) {
    return { why: message('resetpass-expired'), hard: true }
  }
  if (flaws.some(({ forceChange }) => forceChange)) {
    return { why: message('resetpass-validity'), hard: true }
  }
  return flaws.some(({ suggestChange }) => suggestChange)
    ? { why: message('resetpass-validity-soft'), hard: false }
    : undefined
}
