import type { PageCall } from '../page.ts'
import { authToken } from './auth-token.ts'
import { returnFields } from './return-fields.ts'

/**
 * Where somebody comes back to who has been sent to another site. The token is in it, as in MediaWiki:
 * nobody can be made to come back from where somebody else has been.
 */
export function returnAddress(
  page: 'Special:UserLogin' | 'Special:CreateAccount',
  tokenName: 'wpLoginToken' | 'wpCreateaccountToken',
  call: PageCall,
): string {
  const type = tokenName === 'wpLoginToken' ? 'login' : 'createaccount'
  const query = { ...returnFields(call), [tokenName]: authToken(type, call) }
  return new URL(call.addressOf(`${page}/return`, query), call.settings.Server).href
}
