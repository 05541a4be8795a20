import type { Account } from '../accounts/account-store.ts'
import type { AuthContext } from '../manager/auth-context.ts'
import { type Submission, textOf } from '../manager/auth-request.ts'
import { canonicalUserName, isUsableUserName, type UserName } from '../names/user-name.ts'
import { type PasswordFlaw, passwordFlaws } from '../passwords/password-policy.ts'
import { User } from '../user.ts'
import { passwordRequestId } from './password-request.ts'

/** A name that could be somebody's, and a password. */
export interface Credentials {
  readonly name: UserName
  readonly password: string
  /** `undefined` when nobody is called that. */
  readonly account: Account | undefined
  /** What is wrong with the password, whosever it is. */
  readonly flaws: readonly PasswordFlaw[]
}

/** The name that somebody gave, as the wiki spells it; `undefined` if nobody can be called that. */
function findGivenName(submission: Submission): UserName | undefined {
  const given = textOf(submission, passwordRequestId, 'username')
  const name = given === '' ? undefined : canonicalUserName(given)
  return name !== undefined && isUsableUserName(name) ? name : undefined
}

/** The name and the password that somebody gave, and whose they are. */
export async function findCredentials(
  submission: Submission,
  context: AuthContext,
): Promise<Credentials | undefined> {
  const name = findGivenName(submission)
  if (name === undefined) return undefined

  const password = textOf(submission, passwordRequestId, 'password')
  const account = await context.accounts.findByName(name)
  const groups = account ? await new User(context, account).groups() : ['*']
  const flaws = await passwordFlaws(password, { name, groups }, context.settings)
  return { name, password, account, flaws }
}
