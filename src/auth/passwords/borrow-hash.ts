import { createHmac } from 'node:crypto'
import type { Settings } from '../../settings/settings.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { UserName } from '../names/user-name.ts'
import { hashOfNobody } from './passwords.ts'

/**
 * Finds a stored hash to check a password against where there is none: that of somebody else, the same
 * for a name each time. Wikis have hashes of several types, and each takes its own time; so does then
 * a name that nobody has, and the clock does not tell which are nobody's.
 */
export async function borrowHash(
  name: UserName,
  { accounts, settings }: { readonly accounts: AccountStore; readonly settings: Settings },
): Promise<string> {
  // By a secret: nobody is to work out which types are likely for a name.
  const digest = createHmac('sha256', settings.SecretKey || '')
    .update(name)
    .digest()
  const place = digest.readUInt32BE() / 2 ** 32
  const hashes = await accounts.someHashes(place)
  return hashes.find((hash) => hash !== '') ?? hashOfNobody
}
