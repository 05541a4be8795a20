import { verifySession } from '../../auth/sessions/verify-session.ts'
import { unixSeconds } from '../../clock.ts'
import { defineModule } from '../../modules/module.ts'
import { makeVerificationToken } from '../../session/verification-token.ts'

/** Why a token is refused, as the extension says it, and for what only we refuse in the same manner. */
const refusals = {
  incorrect: 'Incorrect token',
  'too old': 'Expired token',
  used: 'Used token',
} as const

/**
 * Lets a user prove to another service who he is: without a token it gives him one, with one it
 * tells whoever asks whether it is good. As MediaWiki's extension of the same name, but that tokens
 * end with their session, and can be limited to an age and to one use.
 */
export const sessionVerification = defineModule({
  name: 'session_verification',
  className: 'ApiThirdPartySessionVerification',
  helpUrls: [
    'https://www.mediawiki.org/wiki/Special:MyLanguage/Extension:Third_party_session_verification',
  ],
  examples: [
    {
      query: 'action=session_verification',
      summary: 'apihelp-session_verification-example-get',
      answer: { session_verification: { error: 'No user' } },
    },
    {
      query: 'action=session_verification&token=123ABC&maxage=60&singleuse=1',
      summary: 'apihelp-session_verification-example-verify',
      answer: { session_verification: { error: 'Incorrect token' } },
    },
  ],
  reads: true,
  params: {
    token: { type: 'string', sensitive: true },
    maxage: { type: 'integer' },
    singleuse: { type: 'boolean' },
  },

  async answer({ params, session, user, sources, clock }) {
    const { token, maxage, singleuse } = params
    // PHP takes `0` for nothing.
    if (token === undefined || token === '' || token === '0') {
      if (!user.isRegistered) return { error: 'No user' }
      const seconds = unixSeconds(clock)
      return { token: makeVerificationToken(session, user.id, seconds, sources.random) }
    }

    const maxAge = maxage === undefined ? undefined : Number(maxage)
    const verified = await verifySession(
      { token, maxAge, singleUse: singleuse },
      { ...sources, clock },
    )
    if (verified.outcome !== 'verified') return { error: refusals[verified.outcome] }
    const { userId, age } = verified
    return { success: 1, userID: String(userId), token_age_in_seconds: age }
  },
})
