import type { PageCall, Query } from '../page.ts'
import { returnFields } from './return-fields.ts'

/**
 * Where somebody comes back to who has been sent to another site. The token is in it, as in MediaWiki:
 * nobody can be made to come back from where somebody else has been.
 */
export function returnAddress(page: string, token: Query, call: PageCall): string {
  const query = { ...returnFields(call), ...token }
  return new URL(call.addressOf(`${page}/return`, query), call.settings.Server).href
}
