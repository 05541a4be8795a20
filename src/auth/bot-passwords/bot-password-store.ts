import type { Awaitable } from '../../awaitable.ts'

/** A password made for one program, as MediaWiki's table `bot_passwords` keeps it. */
export interface StoredBotPassword {
  readonly userId: number
  readonly appId: string
  /** `''` when it has to be made anew. */
  readonly passwordHash: string
  /** Changes with every change; the sessions of the program depend on it. */
  readonly token: string
  readonly grants: readonly string[]
  /** Addresses and ranges from which it may be used. */
  readonly addresses: readonly string[]
}

/** What is written of a bot password that is there: all of it, but for a hash that is not given. */
export type ChangedBotPassword = Omit<StoredBotPassword, 'passwordHash'> &
  Partial<Pick<StoredBotPassword, 'passwordHash'>>

/** Where bot passwords live. */
export interface BotPasswordStore {
  /** Finds one by its account and name; the same object again only if it is unchanged, and nearly always then. */
  find(userId: number, appId: string): Awaitable<StoredBotPassword | undefined>
  /** The bot passwords of an account, by name. */
  list(userId: number): Promise<readonly StoredBotPassword[]>
  /** Makes one; false if the account has one of that name, or another token than is said here. */
  create(botPassword: StoredBotPassword, ownerToken?: string): Promise<boolean>
  /** Changes one, which ends its sessions if the token is another; false if there is none, or as above. */
  update(changed: ChangedBotPassword, ownerToken?: string): Promise<boolean>
  /** Deletes one, which ends its sessions; false if there was none. */
  delete(userId: number, appId: string): Promise<boolean>
}
