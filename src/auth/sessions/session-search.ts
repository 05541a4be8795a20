import type { Clock } from '../../clock.ts'
import type { SessionSearch } from '../../session/list-sessions.ts'
import type { SessionIndex } from '../../session/session-index.ts'
import type { SessionStore } from '../../session/session-store.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { AuthSources } from '../auth-sources.ts'
import { sessionUsers } from './session-users.ts'

/** Where sessions and what they depend on are found. */
export interface SessionSources
  extends Pick<AuthSources, 'settings' | 'random' | 'botPasswords' | 'globalAccounts'> {
  readonly accounts: AccountStore
  readonly sessions: SessionStore
  readonly sessionIndex: SessionIndex
  readonly clock: Clock
}

/** What looking for sessions takes, with the accounts as they are stored now. */
export function sessionSearch(sources: SessionSources): SessionSearch {
  const { settings, clock, sessions, sessionIndex } = sources
  const users = sessionUsers(sources)
  return { settings, clock, sessions, sessionIndex, users }
}
