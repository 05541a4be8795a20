import type { Account, EmailToken } from '../accounts/account-store.ts'

/** Another e-mail address for an account, which nobody has confirmed yet. */
export interface EmailChange {
  /** `''` for none. */
  readonly email: string
  /** What confirms it, if somebody is asked to. */
  readonly token: EmailToken | undefined
}

/** Where e-mail addresses of accounts live, and what confirms them. Every method throws `StoreUnavailable` when it does not answer. */
export interface EmailStore {
  /** Gives an account another address. */
  change(id: number, change: EmailChange, now: Date): Promise<void>
  /** Gives an account another token for the address that it has; says whether it still has that one. */
  replaceToken(id: number, email: string, token: EmailToken): Promise<boolean>
  /** The account whose address a token confirms, which hashes to that, if it can be used now. */
  findByToken(hash: string, now: Date): Promise<Account | undefined>
  /** Whether an account waits for its address to be confirmed. */
  isPending(id: number, now: Date): Promise<boolean>
  /** Confirms the address for which there is such a token; says whether there is. */
  confirm(id: number, hash: string, now: Date): Promise<boolean>
  /** Takes that back, with the token, for good; says whether there was one. */
  deny(id: number, hash: string, now: Date): Promise<boolean>
}
