import type { Afterwards } from './afterwards.ts'
import type { AccountDirectory } from './auth/accounts/account-directory.ts'
import type { AccountStore } from './auth/accounts/account-store.ts'
import type { ActivityStore } from './auth/accounts/activity-store.ts'
import type { GlobalAccountStore } from './auth/accounts/global-account-store.ts'
import type { BlockChanges } from './auth/blocks/block-changes.ts'
import type { BlockDirectory } from './auth/blocks/block-directory.ts'
import type { BlockStore } from './auth/blocks/block-store.ts'
import type { BotPasswordStore } from './auth/bot-passwords/bot-password-store.ts'
import type { MembershipStore } from './auth/groups/membership-store.ts'
import type { LogReader } from './auth/log-reader.ts'
import type { EmailStore } from './auth/mail/email-store.ts'
import type { Mailer } from './auth/mail/mailer.ts'
import type { AuthProviders } from './auth/manager/auth-provider.ts'
import type { PageStore } from './auth/pages/page-store.ts'
import type { WatchlistStore } from './auth/pages/watchlist-store.ts'
import type { PreferenceStore } from './auth/preferences/preference-store.ts'
import type { CounterStore } from './auth/rate-limits/counter-store.ts'
import type { RateStore } from './auth/rate-limits/rate-store.ts'
import type { InterwikiStore } from './auth/site/interwiki-store.ts'
import type { StatisticsStore } from './auth/site/statistics-store.ts'
import type { SecondFactorStore } from './auth/two-factor/second-factor-store.ts'
import type { Clock } from './clock.ts'
import type { Modules } from './modules/module.ts'
import type { Random } from './random.ts'
import type { SessionIndex } from './session/session-index.ts'
import type { SessionStore } from './session/session-store.ts'
import type { Settings } from './settings/settings.ts'

/** Where a wiki keeps what it knows. */
export interface Stores {
  /**
   * Says that a request begins. Until this turn of the event loop ends, what is found may be as it was at
   * one moment after this: nothing that was acknowledged before the request came is missing from it. Of
   * a prompt one, which was on its way when the turn began, the moment may be any of this turn.
   */
  beginTurn(isPrompt?: boolean): void
  readonly accounts: AccountStore
  readonly directory: AccountDirectory
  readonly emails: EmailStore
  readonly globalAccounts: GlobalAccountStore
  readonly memberships: MembershipStore
  readonly botPasswords: BotPasswordStore
  readonly blocks: BlockStore
  readonly blockChanges: BlockChanges
  readonly blockDirectory: BlockDirectory
  readonly pages: PageStore
  readonly watchlist: WatchlistStore
  readonly counters: CounterStore
  readonly rates: RateStore
  readonly secondFactors: SecondFactorStore
  readonly activity: ActivityStore
  readonly log: LogReader
  readonly preferences: PreferenceStore
  readonly statistics: StatisticsStore
  readonly interwikis: InterwikiStore
  readonly sessions: SessionStore
  readonly sessionIndex: SessionIndex
}

/** The parts a wiki is made of; each can be swapped by passing another. */
export interface Wiki {
  readonly settings: Settings
  readonly clock: Clock
  readonly random: Random
  readonly stores: Stores
  readonly modules: Modules
  /** Who has a say when somebody logs in, makes an account or changes how to log in. */
  readonly providers: AuthProviders
  readonly mailer: Mailer
  /** Where is begun what nobody waits for. */
  readonly afterwards: Afterwards
  /** Hears of every error that is ours, not the client's. */
  readonly log: (error: unknown) => void
  /** Whether a request may bring settings of its own, in the header `X-Test-Config`. */
  readonly testMode: boolean
}
