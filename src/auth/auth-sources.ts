import type { Random } from '../random.ts'
import type { BotPasswordStore } from './bot-password-store.ts'
import type { CounterStore } from './counter-store.ts'
import type { AuthProviders } from './manager/auth-provider.ts'
import type { SecondFactorStore } from './two-factor/second-factor-store.ts'
import type { UserSources } from './user.ts'

/** What proving who one is takes. */
export interface AuthSources extends UserSources {
  readonly botPasswords: BotPasswordStore
  readonly counters: CounterStore
  readonly secondFactors: SecondFactorStore
  readonly random: Random
  readonly providers: AuthProviders
}
