import type { SessionUsers } from '../session/session-users.ts'
import type { AccountStore } from './account-store.ts'
import { sessionBotPassword } from './bot-log-in.ts'
import type { BotPasswordStore } from './bot-password-store.ts'

/** Tells sessions about accounts and bot passwords, as they are stored now. */
export function sessionUsers(accounts: AccountStore, botPasswords: BotPasswordStore): SessionUsers {
  return {
    findUser: (id) => accounts.findById(id),
    async findBotPassword(userId, appId) {
      const stored = await botPasswords.find(userId, appId)
      return stored && sessionBotPassword(stored)
    },
  }
}
