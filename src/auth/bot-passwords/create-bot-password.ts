import { type Random, systemRandom } from '../../random.ts'
import type { Settings } from '../../settings/settings.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import { CannotCreate } from '../accounts/create-account.ts'
import { everywhere, isAddressRange } from '../addresses/address-ranges.ts'
import { canonicalUserName } from '../names/user-name.ts'
import { botSecretPattern } from './bot-log-in.ts'
import type { BotPasswordStore } from './bot-password-store.ts'
import { addBotPassword } from './save-bot-password.ts'

/** A bot password to be made, as somebody wrote it. */
export interface BotPasswordRequest {
  readonly user: string
  readonly appId: string
  /** What it allows; `basic` unless given. */
  readonly grants?: readonly string[]
  /** Addresses and ranges it may be used from; everywhere unless given. */
  readonly ips?: readonly string[]
  /** At least 32 characters of 0 to 9 and a to w; made at random unless given. */
  readonly password?: string
}

/** What a program logs in with. */
export interface BotLogin {
  /** `Name@app`. */
  readonly user: string
  readonly password: string
}

/** What making bot passwords takes. */
export interface BotPasswordMaking {
  readonly accounts: AccountStore
  readonly botPasswords: BotPasswordStore
  readonly settings: Settings
  readonly random?: Random
}

/** Makes a bot password; throws `CannotCreate` with the reason when it cannot be. */
export async function createBotPassword(
  request: BotPasswordRequest,
  { accounts, botPasswords, settings, random = systemRandom }: BotPasswordMaking,
): Promise<BotLogin> {
  const { user, grants = ['basic'], ips = everywhere, password } = request
  checkBotPassword(request, settings)
  // As it will be read when a client sends it.
  const appId = request.appId.normalize('NFC')
  const name = canonicalUserName(user)
  const account = name && (await accounts.findByName(name))
  if (!account) throw new CannotCreate(`There is no account "${user}".`)

  const chosen = { userId: account.id, appId, grants, addresses: ips }
  const secret = await addBotPassword(chosen, { botPasswords, random }, password)
  if (secret === undefined) {
    throw new CannotCreate(`${account.name} has a bot password "${appId}" already.`)
  }
  return {
    user: `${account.name}${settings.UserrightsInterwikiDelimiter}${appId}`,
    password: secret,
  }
}

/** Throws `CannotCreate` with the reason when no account could have such a bot password. */
export function checkBotPassword(request: BotPasswordRequest, settings: Settings): void {
  const { appId, grants = [], ips = [], password } = request
  if (appId === '' || Buffer.byteLength(appId) > 32) {
    throw new CannotCreate('The name of a bot password must have 1 to 32 bytes.')
  }
  // A client cannot send these, and so could not log in with it.
  if (/[\p{Cc}\p{Cs}]/u.test(appId)) {
    throw new CannotCreate('The name of a bot password must not have control characters.')
  }
  const unknown = grants.find((grant) => !Object.hasOwn(settings.GrantPermissions, grant))
  if (unknown !== undefined) {
    const known = Object.keys(settings.GrantPermissions).join(', ')
    throw new CannotCreate(`There is no grant "${unknown}", only: ${known}`)
  }
  const wrong = ips.find((range) => !isAddressRange(range))
  if (wrong !== undefined) {
    throw new CannotCreate(`"${wrong}" is no address or range: write 192.0.2.7 or 192.0.2.0/24`)
  }
  if (password !== undefined && !botSecretPattern.test(password)) {
    throw new CannotCreate(
      'A bot password must have at least 32 characters, and only 0 to 9 and a to w.',
    )
  }
}
