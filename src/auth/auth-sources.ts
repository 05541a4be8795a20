import type { Random } from '../random.ts'
import type { GlobalAccountStore } from './accounts/global-account-store.ts'
import type { BotPasswordStore } from './bot-passwords/bot-password-store.ts'
import type { EmailStore } from './mail/email-store.ts'
import type { Mailer } from './mail/mailer.ts'
import type { AuthProviders } from './manager/auth-provider.ts'
import type { PreferenceStore } from './preferences/preference-store.ts'
import type { CounterStore } from './rate-limits/counter-store.ts'
import type { RateStore } from './rate-limits/rate-store.ts'
import type { SecondFactorStore } from './two-factor/second-factor-store.ts'
import type { UserSources } from './user.ts'

/** What proving who one is takes. */
export interface AuthSources extends UserSources {
  readonly botPasswords: BotPasswordStore
  readonly counters: CounterStore
  readonly emails: EmailStore
  readonly globalAccounts: GlobalAccountStore
  readonly rates: RateStore
  readonly secondFactors: SecondFactorStore
  readonly random: Random
  readonly providers: AuthProviders
  readonly preferences: PreferenceStore
  readonly mailer: Mailer
  /** Does something once the answer is out, so that its duration tells nothing. */
  readonly afterwards: (task: () => Promise<void>) => void
}
