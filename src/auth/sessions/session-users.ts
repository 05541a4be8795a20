import { withValue } from '../../awaitable.ts'
import type { SessionUsers } from '../../session/session-users.ts'
import type { AccountStore } from '../accounts/account-store.ts'
import type { GlobalAccountStore } from '../accounts/global-account-store.ts'
import { sessionBotPassword } from '../bot-passwords/bot-log-in.ts'
import type { BotPasswordStore } from '../bot-passwords/bot-password-store.ts'

/** Where is looked up what sessions depend on. */
interface SessionUserSources {
  readonly accounts: AccountStore
  readonly botPasswords: BotPasswordStore
  readonly globalAccounts: GlobalAccountStore
}

/** Tells sessions about accounts and bot passwords, as they are stored now; a locked account has no sessions. */
export function sessionUsers({
  accounts,
  botPasswords,
  globalAccounts,
}: SessionUserSources): SessionUsers {
  return {
    findUser(id) {
      return withValue(accounts.findById(id), (account) => {
        if (account === undefined) return undefined
        const isLocked = globalAccounts.isLocked(account.name)
        return withValue(isLocked, (locked) => (locked ? undefined : account))
      })
    },
    findBotPassword(userId, appId) {
      const stored = botPasswords.find(userId, appId)
      return withValue(stored, (found) => found && sessionBotPassword(found))
    },
  }
}
