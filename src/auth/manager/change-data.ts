import type { Message } from '../../messages/message.ts'
import type { CredentialChange } from '../accounts/account-store.ts'
import type { AuthContext } from './auth-context.ts'
import type { PrimaryProvider, SecondaryProvider } from './auth-provider.ts'
import type { DataChange, RowChange } from './data-change.ts'

/** What providers say of a change: what is wrong with it, and whom it concerns. */
export interface CheckedChange {
  readonly why: readonly Message[]
  readonly concerned: readonly (PrimaryProvider | SecondaryProvider)[]
}

/** Changes or removes what somebody logs in by, or says why not. */
export async function changeData(
  change: DataChange,
  context: AuthContext,
): Promise<readonly Message[]> {
  const checked = await checkChange(change, context)
  if (checked.why.length === 0) await makeChange(change, checked, context)
  return checked.why
}

/** Asks the providers what is wrong with a change. */
export async function checkChange(
  change: DataChange,
  context: AuthContext,
): Promise<CheckedChange> {
  const { primary, secondary } = context.providers
  const concerned = []
  for (const provider of [...primary, ...secondary]) {
    const why = await provider.checkChange?.(change, context)
    if (why === undefined) continue
    if (why.length > 0) return { why, concerned: [] }
    concerned.push(provider)
  }
  if (concerned.length === 0) {
    throw new Error(`Cannot change "${change.request.id}": who asks for it does not check it`)
  }
  return { why: [], concerned }
}

/**
 * Makes a change that nothing is wrong with; `undefined` if the account's password is not any more
 * what it is made `from`. Mailed and bot passwords end with any such change: who has stolen one is to
 * be shut out as well.
 */
export async function makeChange(
  change: DataChange,
  { concerned }: CheckedChange,
  context: AuthContext,
  from?: CredentialChange['from'],
): Promise<RowChange | undefined> {
  let row: RowChange = {}
  for (const provider of concerned) {
    row = { ...row, ...(await provider.makeChange?.(change, context)) }
  }
  const credentials = { ...row, ...(from && { from }) }
  const isMade = await context.accounts.changeCredentials(change.account.id, credentials)
  return isMade ? row : undefined
}
