import type { GlobalAccount } from '../../auth/accounts/global-account-store.ts'
import { type LogEntry, userPage } from '../../auth/log-entry.ts'
import type { Call } from '../../modules/module.ts'

/** What is logged of a change to an account. */
interface Logged {
  readonly account: GlobalAccount
  readonly action: string
  readonly reason: string | undefined
  readonly params: LogEntry['params']
  /** Whether only those read of it who may read of what is hidden. */
  readonly secret: boolean
}

/** The entry in the log that tells of a change to an account on all wikis. */
export function globalLogEntry(
  { account, action, reason, params, secret }: Logged,
  { user, sources, address }: Pick<Call, 'user' | 'sources' | 'address'>,
): LogEntry {
  return {
    type: secret ? 'suppress' : 'globalauth',
    action,
    by: { id: user.id, name: user.name },
    page: userPage(`${account.name}@global`),
    reason: reason ?? '',
    params,
    made: sources.now,
    address,
    recent: !secret,
  }
}
