import { unixSeconds } from '../../clock.ts'
import {
  explainToken,
  type TokenExplanation,
  type TokenReason,
} from '../../session/explain-token.ts'
import { findLogInTime } from '../../session/find-log-in-time.ts'
import type { ListedSession } from '../../session/list-sessions.ts'
import type { Session } from '../../session/session.ts'
import type { User } from '../user.ts'
import { findTokenSession } from './find-token-session.ts'
import type { SessionSources } from './session-search.ts'

/** Who asks about a token. */
interface Asking {
  readonly session: Session
  readonly user: User
  /** False when the request's credentials do not count. */
  readonly hasCredentials: boolean
  readonly isSessionLost: boolean
}

/** What is known of a token, by its own session and by the others of the same user. */
export interface KnownToken extends TokenExplanation {
  /** When the session that asks was logged in to, in seconds since 1970. */
  readonly loggedIn: number | undefined
  /** The session that gave it, if that is another one of the same user. */
  readonly other: ListedSession | undefined
}

/** Where it is known which session gave a token, there is nothing to be guessed any more. */
const guesses: readonly TokenReason[] = ['other-secret', 'no-secret', 'made-before-log-in']

/** Explains a token to who asks, and finds the session that it was given to among their own. */
export async function explainFor(
  token: string,
  asking: Asking,
  sources: SessionSources,
): Promise<KnownToken> {
  const { session, user, hasCredentials } = asking
  const loggedIn = hasCredentials ? await findLogInTime(session, sources.sessionIndex) : undefined
  const now = unixSeconds(sources.clock)
  const explained = explainToken(token, { ...asking, loggedIn, now })
  const { meant, reasons } = explained
  const mayLook = user.isRegistered && (await user.may('viewmyprivateinfo'))
  const isUnknown = reasons.some((reason) => guesses.includes(reason))
  if (!mayLook || !isUnknown || meant === undefined || session.user === undefined) {
    return { ...explained, loggedIn, other: undefined }
  }
  const other = await findTokenSession(meant, session.user, sources)
  if (other === undefined) return { ...explained, loggedIn, other }

  const known = reasons.filter((reason) => !guesses.includes(reason))
  return { ...explained, reasons: [...known, 'other-session'], loggedIn, other }
}
