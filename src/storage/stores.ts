import type { Clock } from '../clock.ts'
import type { Settings } from '../settings/settings.ts'
import type { Stores } from '../wiki.ts'
import { accountDirectory } from './accounts/account-directory.ts'
import { accountStore } from './accounts/account-store.ts'
import { emailStore } from './accounts/email-store.ts'
import { activityStore } from './activity-store.ts'
import { blockChanges } from './blocks/block-changes.ts'
import { blockDirectory } from './blocks/block-directory.ts'
import { blockStore } from './blocks/block-store.ts'
import { botPasswordStore } from './bot-password-store.ts'
import { counterStore } from './counter-store.ts'
import { globalAccountStore } from './global-accounts/global-account-store.ts'
import { noGlobalAccounts } from './global-accounts/no-global-accounts.ts'
import { interwikiStore } from './interwiki-store.ts'
import { logReader } from './log/log-reader.ts'
import { membershipStore } from './membership-store.ts'
import { pageStore } from './page-store.ts'
import { preferenceStore } from './preference-store.ts'
import { rateStore } from './rate-store.ts'
import { secondFactorStore } from './second-factor-store.ts'
import { sessionIndex } from './sessions/session-index.ts'
import { sessionStore } from './sessions/session-store.ts'
import type { SqliteStorage } from './sqlite/open-sqlite.ts'
import { statisticsStore } from './statistics-store.ts'
import { watchlistStore } from './watchlist-store.ts'

/** All stores of a wiki, on its database. */
export function makeStores(
  { database, objectCache, connection }: Omit<SqliteStorage, 'close' | typeof Symbol.asyncDispose>,
  parts: { settings: Settings; clock: Clock },
): Stores {
  return {
    beginTurn(isPrompt) {
      connection.beginTurn(isPrompt)
      objectCache.beginTurn(isPrompt)
    },
    accounts: accountStore(database, connection),
    emails: emailStore(database),
    directory: accountDirectory(database, parts.settings),
    globalAccounts: parts.settings.Extensions.includes('CentralAuth')
      ? globalAccountStore(database, connection, parts.settings.DBname)
      : noGlobalAccounts,
    memberships: membershipStore(database, connection),
    botPasswords: botPasswordStore(database, connection),
    blocks: blockStore(database, connection, parts.settings),
    blockChanges: blockChanges(database),
    blockDirectory: blockDirectory(database),
    pages: pageStore(database),
    watchlist: watchlistStore(database),
    activity: activityStore(database, connection),
    log: logReader(database),
    preferences: preferenceStore(database, connection),
    statistics: statisticsStore(database),
    interwikis: interwikiStore(database),
    secondFactors: secondFactorStore({ database, objectCache }, parts.settings),
    counters: counterStore(objectCache),
    rates: rateStore(objectCache, parts.settings),
    sessions: sessionStore(objectCache, parts),
    sessionIndex: sessionIndex(objectCache, parts),
  }
}
