import { type Message, message } from '../../messages/message.ts'
import type { SessionBotPassword } from '../../session/session-users.ts'
import { isSystemUser } from '../../session/user-token.ts'
import type { Account } from '../accounts/account-store.ts'
import { withToken } from '../accounts/with-token.ts'
import { isInRanges } from '../addresses/address-ranges.ts'
import type { AuthSources } from '../auth-sources.ts'
import { canonicalUserName } from '../names/user-name.ts'
import { isKnownHash, verifyNothing, verifyPassword } from '../passwords/passwords.ts'
import { countTry, forgetTries } from '../rate-limits/throttle.ts'
import type { StoredBotPassword } from './bot-password-store.ts'

/** What a program gave: which account, which of its bot passwords, and the secret. */
/** A name and a password as somebody gave them. */
export interface GivenCredentials {
  readonly name: string
  readonly password: string
}

export interface BotCredentials extends GivenCredentials {
  readonly appId: string
}

/** How a program's attempt to log in ended. */
export type BotLoginOutcome =
  | {
      readonly outcome: 'success'
      readonly account: Account
      readonly botPassword: SessionBotPassword
    }
  /** Final: it is not to be tried as an account's own password. */
  | { readonly outcome: 'failed'; readonly why: Message }
  | { readonly outcome: 'not a bot password' }

/** The form of the secret of a bot password. */
export const botSecretPattern = /^[0-9a-w]{32,}$/

/**
 * Recognises the two ways to write a bot password: `Name@app` with the secret, and `Name` with
 * `app@secret`. Anything else is an account's own name and password.
 */
export function findBotCredentials(
  { name, password }: GivenCredentials,
  separator: string,
): BotCredentials | undefined {
  if (Buffer.byteLength(password) < 32) return undefined
  if (name.includes(separator)) {
    return botSecretPattern.test(password) ? splitName(name, password, separator) : undefined
  }

  const at = password.lastIndexOf(separator)
  const secret = password.slice(at + separator.length)
  if (at === -1 || !botSecretPattern.test(secret)) return undefined
  return { name, appId: password.slice(0, at), password: secret }
}

function splitName(given: string, password: string, separator: string): BotCredentials {
  const at = given.indexOf(separator)
  return { name: given.slice(0, at), appId: given.slice(at + separator.length), password }
}

/** Logs a program in. A missing account or bot password takes as long as a wrong secret. */
export async function botLogIn(
  { name, appId, password }: BotCredentials,
  sources: AuthSources,
): Promise<BotLoginOutcome> {
  const canonical = canonicalUserName(name)
  if (canonical === undefined) return refuse(password)

  // Counted whether or not there is such an account: else being throttled would tell.
  const tries = { pool: 'botpassword', name: canonical, address: sources.address } as const
  const seconds = await countTry(tries, sources)
  if (seconds !== undefined) {
    return { outcome: 'failed', why: message('login-throttled', { duration: seconds }) }
  }

  const account = await sources.accounts.findByName(canonical)
  const stored = account && (await sources.botPasswords.find(account.id, appId))
  if (!account || !stored || !isInRanges(sources.address, stored.addresses)) return refuse(password)
  if (!isKnownHash(stored.passwordHash)) {
    return { outcome: 'failed', why: message('botpasswords-needs-reset', name, appId) }
  }
  if (isSystemUser(account)) return refuse(password)
  if (!(await verifyPassword(password, stored.passwordHash, account.id))) {
    return { outcome: 'not a bot password' }
  }
  // Only who has the secret hears of it, other than in MediaWiki, which tells everybody.
  if (await sources.globalAccounts.isLocked(account.name)) {
    return { outcome: 'failed', why: message('botpasswords-locked') }
  }

  await forgetTries(tries, sources)
  const botPassword = sessionBotPassword(stored)
  return { outcome: 'success', account: await withToken(account, sources), botPassword }
}

async function refuse(password: string): Promise<BotLoginOutcome> {
  await verifyNothing(password)
  return { outcome: 'not a bot password' }
}

/** What a session has to know of a bot password. */
export function sessionBotPassword(stored: StoredBotPassword): SessionBotPassword {
  const { userId, appId, token, grants, addresses } = stored
  return { userId, appId, token, grants, allows: (address) => isInRanges(address, addresses) }
}
