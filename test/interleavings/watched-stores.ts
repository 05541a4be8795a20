import type { Account } from '../../src/auth/accounts/account-store.ts'
import type { Stores } from '../../src/wiki.ts'
import type { Deeds, Ledger } from './ledger.ts'

/** Stores that tell the ledger what has taken effect. */
export function watchedStores(stores: Stores, ledger: Ledger, deeds: Deeds): Stores {
  const { accounts, botPasswords, sessions } = stores
  const note = (account: Account | undefined): Account | undefined => {
    if (account) deeds.accountTokens.set(account.id, account.token)
    return account
  }
  return {
    ...stores,
    accounts: {
      ...accounts,
      async findById(id) {
        const account = await accounts.findById(id)
        // A later look at it does not make what was found before any newer.
        return deeds.accountTokens.has(id) ? account : note(account)
      },
      // Logging in proves it anew.
      findByName: async (name) => note(await accounts.findByName(name)),
      async exchangeToken(id, from, to) {
        const isNew = await accounts.exchangeToken(id, from, to)
        if (isNew) ledger.noteAccountToken(id, to)
        // Who was somebody by the old one may go on with the new one.
        if (isNew && deeds.accountTokens.get(id) === from) {
          deeds.accountTokens.set(id, to)
          deeds.exchanged = { from, to }
        }
        return isNew
      },
      async replacePasswordHash(id, from, to) {
        const isReplaced = await accounts.replacePasswordHash(id, from, to)
        const account = await accounts.findById(id)
        ledger.notePasswordHash(id, account?.passwordHash ?? '')
        return isReplaced
      },
      async replaceToken(id, token) {
        await accounts.replaceToken(id, token)
        ledger.noteAccountToken(id, token)
      },
    },
    botPasswords: {
      ...botPasswords,
      async delete(userId, appId) {
        const wasThere = await botPasswords.delete(userId, appId)
        ledger.noteBotToken(userId, appId, undefined)
        return wasThere
      },
    },
    sessions: {
      ...sessions,
      async read(id) {
        const bytes = await sessions.read(id)
        if (bytes !== undefined) ledger.noteRead(id)
        return bytes
      },
      async create(id, bytes, expires, replaces) {
        await sessions.create(id, bytes, expires, replaces)
        if (replaces !== undefined) ledger.noteEnded(replaces, deeds)
        ledger.noteCreated(id, bytes, expires, deeds)
      },
      async move(from, to, bytes, expires) {
        const isKept = await sessions.move(from, to, bytes, expires)
        if (isKept) {
          ledger.noteMoved(from, to, deeds)
          ledger.noteCreated(to, bytes, expires, deeds)
        }
        return isKept
      },
      async update(id, bytes, expires) {
        const isKept = await sessions.update(id, bytes, expires)
        if (isKept) ledger.noteUpdated(id, bytes, expires, deeds)
        return isKept
      },
      async delete(id) {
        await sessions.delete(id)
        ledger.noteEnded(id, deeds)
      },
    },
  }
}
