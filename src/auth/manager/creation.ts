import type { Account, NewAccount } from '../accounts/account-store.ts'
import type { UserName } from '../names/user-name.ts'
import type { User } from '../user.ts'

/** An account that is about to be made. */
export interface Creation {
  readonly name: UserName
  /** Who makes it: somebody without an account for himself, or anybody for somebody else. */
  readonly creator: User
  /** `''` when none was given, as for the real name. */
  readonly email: string
  readonly realName: string
}

/** An account that has just been made, and by whom. */
export interface MadeAccount {
  readonly account: Account
  readonly creator: User
}

/** That who gets the new account will be able to log in: with what stands in its row, or elsewhere. */
export interface CreationPass {
  readonly status: 'pass'
  readonly row?: Partial<Pick<NewAccount, 'passwordHash' | 'passwordExpires' | 'temporaryPassword'>>
  /** How the log calls it, if not `create` or `create2`. */
  readonly logAction?: string
  /** Whether the owner gets a mail about the account anyway, and needs no other. */
  readonly isMailed?: boolean
  /** Done once the account is there: what a provider keeps elsewhere, or mails. */
  finish?(account: Account): Promise<void> | void
}
