import { say } from '../../messages/say.ts'
import { type Random, systemRandom } from '../../random.ts'
import type { Settings } from '../../settings/settings.ts'
import { explicitGroups } from '../groups/rights.ts'
import { isEmailAddress } from '../mail/email-address.ts'
import { addAccount } from '../manager/add-account.ts'
import { canonicalUserName, isCreatableUserName } from '../names/user-name.ts'
import { passwordFlaws } from '../passwords/password-policy.ts'
import { hashPassword } from '../passwords/passwords.ts'
import type { Account, AccountStore } from './account-store.ts'

/** An account to be made, as somebody wrote it. */
export interface AccountRequest {
  readonly name: string
  readonly password: string
  readonly groups?: readonly string[]
  readonly email?: string
  readonly realName?: string
}

/** What making accounts takes. */
export interface AccountMaking {
  readonly accounts: AccountStore
  readonly settings: Settings
  readonly now: Date
  readonly random?: Random
}

/** Says why an account or a bot password cannot be made, in one English sentence. */
export class CannotCreate extends Error {
  override readonly name = 'CannotCreate'
}

/** Makes an account; throws `CannotCreate` with the reason when it cannot be. */
export async function createAccount(
  request: AccountRequest,
  { accounts, settings, now, random = systemRandom }: AccountMaking,
): Promise<Account> {
  const name = canonicalUserName(request.name)
  if (name === undefined || !isCreatableUserName(name, settings)) {
    throw new CannotCreate(
      `"${request.name}" cannot be the name of an account: it must not be an address, be longer than 235 bytes or hold any of # < > [ ] | { } / ${settings.InvalidUsernameCharacters}`,
    )
  }
  const groups = request.groups ?? []
  const unknown = groups.find((group) => !explicitGroups(settings).includes(group))
  if (unknown !== undefined) {
    const known = explicitGroups(settings).join(', ')
    throw new CannotCreate(`There is no group "${unknown}" to put anybody into, only: ${known}`)
  }
  const effective = [...groups, '*', 'user']
  const [flaw] = await passwordFlaws(request.password, { name, groups: effective }, settings)
  if (flaw !== undefined) {
    throw new CannotCreate(
      `The password of ${name} cannot be used: ${say(flaw.why, 'en', 'plaintext')}`,
    )
  }
  const { email, realName } = request
  if (email && !isEmailAddress(email)) throw new CannotCreate(`"${email}" is no e-mail address.`)

  const wanted = {
    name,
    groups,
    passwordHash: await hashPassword(request.password, random),
    ...(email !== undefined && { email }),
    ...(realName !== undefined && { realName }),
  }
  // As MediaWiki's own script logs it, which has no client either.
  const origin = { action: 'autocreate', recent: false }
  const sources = { accounts, settings, random, now, address: '127.0.0.1' }
  const account = await addAccount(wanted, origin, sources)
  if (account === undefined) throw new CannotCreate(`The name ${name} is taken.`)
  return account
}
