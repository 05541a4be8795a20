import { createHash } from 'node:crypto'
import type { Account } from '../accounts/account-store.ts'

/** Tells one state of what an account logs in by from another, and nothing else of it. */
export interface CredentialMarks {
  readonly password: string
  /** None for an account without a token: it has had no session that anybody could have wanted to end. */
  readonly token: string | undefined
}

/** The marks of an account as it is. */
export function marksOf({
  id,
  passwordHash,
  temporaryPasswordHash,
  token,
}: Account): CredentialMarks {
  return {
    password: digest([id, passwordHash, temporaryPasswordHash]),
    token: token === '' ? undefined : digest([id, token]),
  }
}

/** Whether an account has got another password or token since its marks were taken. */
export function haveChanged({ password, token }: CredentialMarks, account: Account): boolean {
  const now = marksOf(account)
  return password !== now.password || (token !== undefined && token !== now.token)
}

/** Of salted hashes and of random tokens: nobody finds out what it was made of. */
function digest(parts: readonly (string | number)[]): string {
  return createHash('sha256').update(JSON.stringify(parts)).digest('hex')
}
