import type { Awaitable } from '../../awaitable.ts'
import type { LogEntry } from '../log-entry.ts'
import type { UserName } from '../names/user-name.ts'

/** An account, as MediaWiki's table `user` keeps it. */
export interface Account {
  readonly id: number
  readonly name: UserName
  readonly realName: string
  /** `''` when there is none. */
  readonly email: string
  readonly emailAuthenticated: Date | undefined
  /** In MediaWiki's form, such as `:pbkdf2:…`; `''` when no password is good. */
  readonly passwordHash: string
  readonly passwordExpires: Date | undefined
  /** The hash of a password that was mailed, and when that was. */
  readonly temporaryPasswordHash: string
  readonly temporaryPasswordMade: Date | undefined
  /** The secret that all sessions of the account depend on. */
  readonly token: string
  readonly registration: Date | undefined
  readonly editCount: number
}

/** What a new account is made of. */
export interface NewAccount {
  readonly name: UserName
  readonly passwordHash: string
  readonly token: string
  readonly created: Date
  readonly realName?: string
  readonly email?: string
  readonly passwordExpires?: Date | undefined
  /** A password that is mailed, which is good for one login. */
  readonly temporaryPassword?: Omit<TemporaryPassword, 'unlessMadeSince'>
  /** What confirms the e-mail address hashes to this. */
  readonly emailToken?: EmailToken
  readonly groups?: readonly string[]
  /** What differs from the wiki's preferences. */
  readonly preferences?: Readonly<Record<string, string>>
  /** What the log says of it, once its number is known. */
  readonly log?: (id: number) => LogEntry
}

/** How somebody can log in from now on; any change ends what was mailed before. */
export interface CredentialChange {
  /** The account's own password and when it expires; without one it stays as it is, `''` is none. */
  readonly password?: { readonly hash: string; readonly expires: Date | undefined }
  /** A password that is mailed now. */
  readonly temporaryPassword?: Omit<TemporaryPassword, 'unlessMadeSince'>
  /** Whether something is only added: bot passwords then stay good. */
  readonly isAddition?: boolean
  /** What the change is made from: nothing is changed if that is not so any more. */
  readonly from?: Pick<Account, 'passwordHash' | 'temporaryPasswordHash'>
}

/** Where accounts live. Every method throws `StoreUnavailable` when the store does not answer. */
export interface AccountStore {
  /** Finds an account by its number, or by its name; the same object again only if it is unchanged, and nearly always then. */
  findById(id: number): Awaitable<Account | undefined>
  findByName(name: UserName): Awaitable<Account | undefined>
  /** Tells whether there is no account at all. */
  isEmpty(): Promise<boolean>
  /** All accounts, by name. */
  list(): Promise<readonly Account[]>
  /** Makes an account with all that belongs to it, or nothing; `undefined` if the name is taken. */
  create(account: NewAccount): Promise<Account | undefined>
  /** Gives an account another token, which ends all its sessions. */
  replaceToken(id: number, token: string): Promise<void>
  /** The same, unless it has got another meanwhile, by which its sessions have ended; says whether it did. */
  exchangeToken(id: number, from: string, to: string): Promise<boolean>
  /** Gives another token to each account that has a proper one, all or none; says how many there are. */
  replaceAllTokens(make: () => string): Promise<number>
  /** Gives a token to an account that has none (as imported ones may), and says which it then has. */
  giveToken(id: number, token: string): Promise<string>
  /** The stored hashes of a few accounts, `''` for none, from a place from 0 up to 1 among all. */
  someHashes(place: number): Promise<readonly string[]>
  /** Replaces a stored hash unless it has changed meanwhile, which it says. */
  replacePasswordHash(id: number, from: string, to: string): Promise<boolean>
  /** Changes how somebody can log in, with what that means for mailed and bot passwords: all or nothing, which it says. */
  changeCredentials(id: number, change: CredentialChange): Promise<boolean>
  /** The accounts with this e-mail address, confirmed or not. */
  findByEmail(address: string): Promise<readonly Account[]>
  /** Stores the hash of a temporary password; says whether it did, which it does once at most since `unlessMadeSince`. */
  setTemporaryPassword(id: number, password: TemporaryPassword): Promise<boolean>
}

/** A password that was mailed, as it is stored. */
export interface TemporaryPassword {
  readonly hash: string
  readonly made: Date
  readonly unlessMadeSince?: Date
}

/** A token that was mailed, as it is stored. */
export interface EmailToken {
  readonly hash: string
  readonly expires: Date
}
