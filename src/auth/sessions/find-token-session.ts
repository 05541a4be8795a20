import { unixSeconds } from '../../clock.ts'
import { explainToken } from '../../session/explain-token.ts'
import { type ListedSession, listSessions } from '../../session/list-sessions.ts'
import { Session } from '../../session/session.ts'
import type { SessionUser } from '../../session/session-users.ts'
import { type SessionSources, sessionSearch } from './session-search.ts'

// Nobody has as many in use: more are left behind by a program that logs in again and again.
const mostSessions = 500

/** Finds which session of an account gave a token, that its owner may know which program has it. */
export async function findTokenSession(
  token: string,
  user: SessionUser,
  sources: SessionSources,
): Promise<ListedSession | undefined> {
  const listed = await listSessions(user, sessionSearch(sources), mostSessions)
  return listed.find(({ id, appId, record }) => {
    const kind = appId === undefined ? 'cookie' : 'bot password'
    const origin = { random: sources.random, now: sources.clock.now() }
    const session = new Session({ id, kind, user, stored: record }, origin)
    const now = unixSeconds(sources.clock)
    const facts = { session, now, hasCredentials: true, isSessionLost: false, loggedIn: undefined }
    const { types, forms } = explainToken(token, facts)
    return types.length + forms.length > 0
  })
}
