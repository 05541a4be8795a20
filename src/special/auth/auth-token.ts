import { makeToken, tokenMatches } from '../../session/token.ts'
import type { TokenType } from '../../session/token-types.ts'
import type { PageCall } from '../page.ts'

/** Makes the token of a form that logs in or makes an account: the same that the API gives for it. */
export function authToken(type: TokenType, { session, user, sources }: PageCall): string {
  const owner = { session, isRegistered: user.isRegistered }
  return makeToken(owner, type, Math.floor(sources.now.getTime() / 1000))
}

/** Tells whether a form comes from this session: else somebody could be logged in to another's account. */
export function authTokenMatches(
  type: TokenType,
  sent: string,
  { session, user }: PageCall,
): boolean {
  return tokenMatches({ session, isRegistered: user.isRegistered }, type, sent)
}
