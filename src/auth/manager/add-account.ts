import { randomHex32 } from '../../random.ts'
import type { Account, NewAccount } from '../accounts/account-store.ts'
import type { AuthSources } from '../auth-sources.ts'
import { type LogEntry, type Performer, userPage } from '../log-entry.ts'

/** How the log tells of a new account. */
export interface AccountOrigin {
  /** `create` by who owns it, `create2` and `byemail` by somebody else, `autocreate` by the wiki. */
  readonly action: string
  /** Who made it; missing for its owner. */
  readonly by?: Performer
  readonly reason?: string
  /** Whether it stands among the recent changes. */
  readonly recent: boolean
}

/** Makes an account, however it came about, with everything MediaWiki would make; `undefined` if the name is taken. */
export function addAccount(
  wanted: Omit<NewAccount, 'token' | 'created' | 'log'>,
  { action, by, reason = '', recent }: AccountOrigin,
  sources: Pick<AuthSources, 'accounts' | 'settings' | 'random' | 'now' | 'address'>,
): Promise<Account | undefined> {
  const { accounts, settings, random, now, address } = sources
  const log = (id: number): LogEntry => ({
    type: 'newusers',
    action,
    by: by ?? { id, name: wanted.name },
    page: userPage(wanted.name),
    reason,
    params: new Map([['4::userid', id]]),
    made: now,
    address,
    recent,
  })
  return accounts.create({
    ...wanted,
    token: randomHex32(random),
    created: now,
    ...(settings.NewUserLog && { log }),
  })
}
