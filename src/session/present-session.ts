import { type Clock, unixSeconds } from '../clock.ts'
import type { Settings } from '../settings/settings.ts'
import type { ListedSession } from './list-sessions.ts'
import { longestAgent } from './save-session.ts'
import type { Session } from './session.ts'
import { sessionHandle } from './session-handle.ts'
import { cookieProvider } from './session-providers.ts'
import type { SessionUser } from './session-users.ts'

/** Who asks, and when. */
interface Presence {
  readonly user: SessionUser
  /** When the user logged in, where that is known: seconds since 1970. */
  readonly loggedIn: number | undefined
  readonly address: string
  readonly agent: string
  readonly settings: Settings
  readonly clock: Clock
}

/** Lists the browser's session that asks as it is now, though what is stored of it is older or not there yet. */
export function presentSession(session: Session, presence: Presence): ListedSession {
  const { user, loggedIn, address, agent, settings, clock } = presence
  const now = unixSeconds(clock)
  const metadata = session.stored?.metadata ?? {
    ...{ provider: cookieProvider, providerMetadata: null, forceHTTPS: false, persisted: true },
    ...{ userId: user.id, userName: user.name, userToken: null, remember: session.remember },
    ...{ expires: now + settings.ObjectCacheSessionExpiry, loggedOut: 0 },
  }
  return {
    ...{ id: session.id, handle: sessionHandle(session.id), user, address },
    agent: agent.slice(0, longestAgent),
    record: { data: session.data, metadata },
    appId: undefined,
    remembered: session.remember,
    made: loggedIn ?? (session.stored === undefined ? now : undefined),
    used: now,
  }
}
