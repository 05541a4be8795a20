import { makeSaltedToken, saltedTokenMatches } from '../../session/token.ts'
import type { PageCall } from '../page.ts'

/** Makes the token of a form, which proves that the wiki itself showed it; most forms share the salt `''`. */
export function formToken({ session, user, sources }: PageCall, salt = ''): string {
  const owner = { session, isRegistered: user.isRegistered }
  return makeSaltedToken(owner, salt, Math.floor(sources.now.getTime() / 1000))
}

/**
 * What has come of a form: nothing was sent, or something that another site may have made up (or a
 * session that has ended since), or what its visitor wants.
 */
export function readFormState(
  call: PageCall,
  salt = '',
  name = 'wpEditToken',
): 'not sent' | 'stale' | 'sent' {
  const { session, user, isPosted, field } = call
  if (!isPosted) return 'not sent'

  const owner = { session, isRegistered: user.isRegistered }
  return saltedTokenMatches(owner, salt, field(name)) ? 'sent' : 'stale'
}
