import type { Message } from '../../messages/message.ts'
import type { AuthContext } from './auth-context.ts'
import type { DataChange, RowChange } from './data-change.ts'

/**
 * Changes or removes what somebody logs in by, or says why not. Mailed and bot passwords end with any
 * such change: who has stolen one is to be shut out as well.
 */
export async function changeData(
  change: DataChange,
  context: AuthContext,
): Promise<readonly Message[]> {
  const { primary, secondary } = context.providers
  const concerned = []
  for (const provider of [...primary, ...secondary]) {
    const why = await provider.checkChange?.(change, context)
    if (why === undefined) continue
    if (why.length > 0) return why
    concerned.push(provider)
  }
  if (concerned.length === 0) {
    throw new Error(`Cannot change "${change.request.id}": who asks for it does not check it`)
  }
  let row: RowChange = {}
  for (const provider of concerned) {
    row = { ...row, ...(await provider.makeChange?.(change, context)) }
  }
  await context.accounts.changeCredentials(change.account.id, row)
  return []
}
