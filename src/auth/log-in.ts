import { type Message, message } from '../messages/message.ts'
import { StoreUnavailable } from '../session/store-unavailable.ts'
import { isSystemUser } from '../session/user-token.ts'
import type { Account } from './account-store.ts'
import type { AuthSources } from './auth-sources.ts'
import { type PasswordFlaw, passwordFlaws } from './password-policy.ts'
import { HashQueueFullError } from './passwords/hash-queue.ts'
import { hashPassword, needsRehash, verifyNothing, verifyPassword } from './passwords/passwords.ts'
import { countTry, forgetTries } from './throttle.ts'
import { User } from './user.ts'
import { canonicalUserName, isUsableUserName } from './user-name.ts'
import { withToken } from './with-token.ts'

/** How an attempt to log in ended. */
export type LoginOutcome =
  | { readonly outcome: 'success'; readonly account: Account }
  | { readonly outcome: 'failed'; readonly why: Message }
  /** The password is right, but a person has to choose another before the login is complete. */
  | { readonly outcome: 'unfinished' }

/** A name and a password as somebody gave them. */
export interface Credentials {
  readonly name: string
  readonly password: string
}

/**
 * Logs in with an account's own password. That an account does not exist is answered in the words,
 * and after the work, of a wrong password.
 */
export async function logIn(given: Credentials, sources: AuthSources): Promise<LoginOutcome> {
  const { address, settings } = sources
  const complete = given.name !== '' && given.password !== ''
  const canonical = complete ? canonicalUserName(given.name) : undefined
  const tries = { pool: 'password', name: canonical ?? '', address } as const
  const isCounted = canonical !== undefined || !complete
  const seconds = isCounted ? await countTry(tries, sources) : undefined
  if (seconds !== undefined) return failed(message('login-throttled', { duration: seconds }))
  if (canonical === undefined || !isUsableUserName(canonical)) {
    return failed(message('authmanager-authn-no-primary'))
  }

  const account = await sources.accounts.findByName(canonical)
  const groups = account ? await new User(sources, account).groups() : ['*']
  const flaws = await passwordFlaws(given.password, { name: canonical, groups }, settings)
  const fatal = flaws.find((flaw) => flaw.fatal)
  if (fatal !== undefined) return failed(fatal.why)

  const matched = await matchPassword(account, given.password, sources)
  if (account === undefined || matched === undefined) return failed(message('wrongpassword'))
  if (await isKeptOut(account, sources)) return failed(message('login-userblocked', account.name))
  if (matched === 'temporary' || mustChoose(account, flaws, sources)) {
    return { outcome: 'unfinished' }
  }

  await forgetTries(tries, sources)
  return { outcome: 'success', account: await withToken(account, sources) }
}

function failed(why: Message): LoginOutcome {
  return { outcome: 'failed', why }
}

/** Which of an account's passwords it is; takes as long when there is no such account. */
async function matchPassword(
  account: Account | undefined,
  password: string,
  sources: AuthSources,
): Promise<'own' | 'temporary' | undefined> {
  if (account === undefined || account.passwordHash === '' || isSystemUser(account)) {
    await verifyNothing(password)
  }
  if (account === undefined || isSystemUser(account)) return undefined

  const { id, passwordHash, temporaryPasswordHash } = account
  if (isCurrent(account, sources)) {
    if (await verifyPassword(password, temporaryPasswordHash, id)) return 'temporary'
  }
  if (passwordHash === '' || !(await verifyPassword(password, passwordHash, id))) return undefined

  if (needsRehash(passwordHash)) await rehash(account, password, sources)
  return 'own'
}

/** Stores a password the way it is done today. */
async function rehash(account: Account, password: string, sources: AuthSources): Promise<void> {
  try {
    const made = await hashPassword(password, sources.random)
    await sources.accounts.replacePasswordHash(account.id, account.passwordHash, made)
  } catch (error) {
    // The password was right all the same: the next login tries again.
    const isBusy = error instanceof StoreUnavailable || error instanceof HashQueueFullError
    if (!isBusy) throw error
  }
}

function isCurrent(account: Account, { settings, now }: AuthSources): boolean {
  const { temporaryPasswordHash, temporaryPasswordMade } = account
  if (temporaryPasswordHash === '') return false
  if (temporaryPasswordMade === undefined) return true

  const age = now.getTime() - temporaryPasswordMade.getTime()
  return age < settings.NewPasswordExpiry * 1000
}

async function isKeptOut({ id }: Account, sources: AuthSources): Promise<boolean> {
  if (!sources.settings.BlockDisablesLogin) return false

  const blocks = await sources.blocks.find(id, sources.address, sources.now)
  // Blocks of the address count once who uses it is logged in, and those of a page like any other.
  return blocks.some((block) => !block.ofAddress)
}

function mustChoose(
  { passwordExpires }: Account,
  flaws: readonly PasswordFlaw[],
  { now }: AuthSources,
): boolean {
  return (
    (passwordExpires !== undefined && passwordExpires < now) ||
    flaws.some((flaw) => flaw.suggestChange || flaw.forceChange)
  )
}
