import { type Kysely, type Selectable, sql } from 'kysely'
import type { Account, AccountStore } from '../../auth/accounts/account-store.ts'
import type { UserName } from '../../auth/names/user-name.ts'
import { databaseTime, readDatabaseTime } from '../../clock.ts'
import type { MediaWikiTables } from '../schema.ts'
import { RowMemory } from '../sqlite/row-memory.ts'
import type { SqliteConnection } from '../sqlite/sqlite-connection.ts'
import { changeCredentials } from './change-credentials.ts'
import { writeNewAccount } from './write-new-account.ts'

/** The columns that an account is made of. */
const accountColumns = [
  ...['user_id', 'user_name', 'user_real_name', 'user_email', 'user_email_authenticated'],
  ...['user_password', 'user_password_expires', 'user_newpassword', 'user_newpass_time'],
  ...['user_token', 'user_registration', 'user_editcount'],
] as const

type UserRow = Pick<Selectable<MediaWikiTables['user']>, (typeof accountColumns)[number]>

/** Keeps accounts in MediaWiki's table `user` and those that belong to it. */
export function accountStore(
  database: Kysely<MediaWikiTables>,
  connection: SqliteConnection,
): AccountStore {
  const users = database.selectFrom('user').select(accountColumns)
  const byId = new RowMemory(
    connection,
    () => users.where('user_id', '=', 0).compile(),
    ([row]) => readAccount(row),
  )
  const byName = new RowMemory(
    connection,
    () => users.where('user_name', '=', '').compile(),
    ([row]) => readAccount(row),
  )
  return {
    findById: (id) => byId.find(id),

    findByName: (name) => byName.find(name),

    async isEmpty() {
      const row = await database.selectFrom('user').select('user_id').limit(1).executeTakeFirst()
      return row === undefined
    },

    async list() {
      const rows = await database.selectFrom('user').selectAll().orderBy('user_name').execute()
      return rows.map((row) => readAccount(row))
    },

    create(account) {
      return database
        .transaction()
        .execute(async (transaction) => readAccount(await writeNewAccount(transaction, account)))
    },

    async replaceToken(id, token) {
      await database
        .updateTable('user')
        .set({ user_token: token })
        .where('user_id', '=', id)
        .execute()
    },

    replaceAllTokens(make) {
      return database.transaction().execute(async (transaction) => {
        const rows = await transaction
          .selectFrom('user')
          .select('user_id')
          .where('user_token', '!=', '')
          // A system user's says that nobody can be it, which has to stay.
          .where('user_token', 'not like', '*** INVALID ***%')
          .execute()
        for (const { user_id } of rows) {
          await transaction
            .updateTable('user')
            .set({ user_token: make() })
            .where('user_id', '=', user_id)
            .execute()
        }
        return rows.length
      })
    },

    async exchangeToken(id, from, to) {
      const { numUpdatedRows } = await database
        .updateTable('user')
        .set({ user_token: to })
        .where('user_id', '=', id)
        .where('user_token', '=', from)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async giveToken(id, token) {
      await database
        .updateTable('user')
        .set({ user_token: token })
        .where('user_id', '=', id)
        .where('user_token', '=', '')
        .execute()
      const row = await database
        .selectFrom('user')
        .select('user_token')
        .where('user_id', '=', id)
        .executeTakeFirstOrThrow()
      return row.user_token
    },

    async someHashes(place) {
      const rows = await database
        .selectFrom('user')
        .select('user_password')
        .where('user_id', '>', sql<number>`${place} * (select max(user_id) from user)`)
        .orderBy('user_id')
        .limit(10)
        .execute()
      return rows.map(({ user_password: hash }) => hash)
    },

    async replacePasswordHash(id, from, to) {
      const { numUpdatedRows } = await database
        .updateTable('user')
        .set({ user_password: to })
        .where('user_id', '=', id)
        .where('user_password', '=', from)
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    changeCredentials(id, change) {
      return database
        .transaction()
        .execute((transaction) => changeCredentials(transaction, id, change))
    },

    async findByEmail(address) {
      const query = database.selectFrom('user').selectAll().where('user_email', '=', address)
      return (await query.orderBy('user_id').execute()).map((row) => readAccount(row))
    },

    async setTemporaryPassword(id, { hash, made, unlessMadeSince }) {
      const update = database
        .updateTable('user')
        .set({ user_newpassword: hash, user_newpass_time: databaseTime(made) })
        .where('user_id', '=', id)
      // One statement, so that of several who ask at once one is given a password.
      const { numUpdatedRows } = await (unlessMadeSince === undefined
        ? update
        : update.where((row) =>
            row.or([
              row('user_newpass_time', 'is', null),
              row('user_newpass_time', '<=', databaseTime(unlessMadeSince)),
            ]),
          )
      ).executeTakeFirstOrThrow()
      return numUpdatedRows > 0n
    },
  }
}

/** Makes an account of its row. */
export function readAccount(row: UserRow): Account
export function readAccount(row: UserRow | undefined): Account | undefined
export function readAccount(row: UserRow | undefined): Account | undefined {
  if (row === undefined) return undefined

  return {
    id: row.user_id,
    // What the table holds has been through `canonicalUserName`, ours or MediaWiki's.
    name: row.user_name as UserName,
    realName: row.user_real_name,
    email: row.user_email,
    emailAuthenticated: readTime(row.user_email_authenticated),
    passwordHash: row.user_password,
    passwordExpires: readTime(row.user_password_expires),
    temporaryPasswordHash: row.user_newpassword,
    temporaryPasswordMade: readTime(row.user_newpass_time),
    token: row.user_token,
    registration: readTime(row.user_registration),
    editCount: row.user_editcount ?? 0,
  }
}

function readTime(digits: string | null): Date | undefined {
  return digits === null ? undefined : readDatabaseTime(digits)
}
