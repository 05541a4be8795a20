import type { Kysely } from 'kysely'
import type { EmailStore } from '../../auth/mail/email-store.ts'
import { databaseTime } from '../../clock.ts'
import type { MediaWikiTables } from '../schema.ts'
import { readAccount } from './account-store.ts'
import { nextTouch } from './next-touch.ts'

/** Keeps e-mail addresses in MediaWiki's table `user`. */
export function emailStore(database: Kysely<MediaWikiTables>): EmailStore {
  return {
    change(id, { email, token }, now) {
      return database.transaction().execute(async (transaction) => {
        await transaction
          .updateTable('user')
          .set({
            user_email: email,
            user_email_authenticated: null,
            user_email_token: token?.hash ?? null,
            user_email_token_expires: token ? databaseTime(token.expires) : null,
            user_touched: await nextTouch(transaction, id, now),
          })
          .where('user_id', '=', id)
          .execute()
      })
    },

    async replaceToken(id, email, { hash, expires }) {
      const { numUpdatedRows } = await database
        .updateTable('user')
        .set({ user_email_token: hash, user_email_token_expires: databaseTime(expires) })
        .where('user_id', '=', id)
        .where('user_email', '=', email)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async findByToken(hash, now) {
      const query = database
        .selectFrom('user')
        .selectAll()
        .where('user_email_token', '=', hash)
        .where('user_email_token_expires', '>', databaseTime(now))
      return readAccount(await query.executeTakeFirst())
    },

    async isPending(id, now) {
      const row = await database
        .selectFrom('user')
        .select('user_id')
        .where('user_id', '=', id)
        .where('user_email_authenticated', 'is', null)
        .where('user_email_token', 'is not', null)
        .where('user_email_token_expires', '>', databaseTime(now))
        .executeTakeFirst()
      return row !== undefined
    },

    confirm(id, hash, now) {
      return database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('user')
          .set({
            user_email_authenticated: databaseTime(now),
            user_touched: await nextTouch(transaction, id, now),
          })
          .where('user_id', '=', id)
          .where('user_email_token', '=', hash)
          .where('user_email_token_expires', '>', databaseTime(now))
          .executeTakeFirst()
        return numUpdatedRows > 0n
      })
    },

    deny(id, hash, now) {
      return database.transaction().execute(async (transaction) => {
        const { numUpdatedRows } = await transaction
          .updateTable('user')
          .set({
            user_email_authenticated: null,
            user_email_token: null,
            user_email_token_expires: null,
            user_touched: await nextTouch(transaction, id, now),
          })
          .where('user_id', '=', id)
          .where('user_email_token', '=', hash)
          .where('user_email_token_expires', '>', databaseTime(now))
          .executeTakeFirst()
        return numUpdatedRows > 0n
      })
    },
  }
}
