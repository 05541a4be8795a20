import type { Kysely, Selectable, Transaction } from 'kysely'
import * as v from 'valibot'
import type {
  BotPasswordStore,
  ChangedBotPassword,
  StoredBotPassword,
} from '../auth/bot-passwords/bot-password-store.ts'
import type { MediaWikiTables } from './schema.ts'
import { RowMemory } from './sqlite/row-memory.ts'
import type { SqliteConnection } from './sqlite/sqlite-connection.ts'

/** Keeps bot passwords in MediaWiki's table `bot_passwords`. */
export function botPasswordStore(
  database: Kysely<MediaWikiTables>,
  connection: SqliteConnection,
): BotPasswordStore {
  const found = new RowMemory(
    connection,
    () =>
      database
        .selectFrom('bot_passwords')
        .selectAll()
        .where('bp_user', '=', 0)
        .where('bp_app_id', '=', '')
        .compile(),
    ([row]) => row && readBotPassword(row),
  )
  return {
    find: (userId, appId) => found.find(`${userId} ${appId}`, () => [userId, appId]),

    async list(userId) {
      const rows = await database
        .selectFrom('bot_passwords')
        .selectAll()
        .where('bp_user', '=', userId)
        .orderBy('bp_app_id')
        .execute()
      return rows.map(readBotPassword)
    },

    create(made, ownerToken) {
      const { userId, appId, passwordHash } = made
      return ifOwner({ userId, ownerToken }, database, async (transaction) => {
        const row = await transaction
          .insertInto('bot_passwords')
          .values({
            bp_user: userId,
            bp_app_id: appId,
            bp_password: passwordHash,
            ...spellBotPassword(made),
          })
          .onConflict((conflict) => conflict.doNothing())
          .returning('bp_user')
          .executeTakeFirst()
        return row !== undefined
      })
    },

    update(changed, ownerToken) {
      const { userId, appId, passwordHash } = changed
      return ifOwner({ userId, ownerToken }, database, async (transaction) => {
        const row = await transaction
          .updateTable('bot_passwords')
          .set({
            ...(passwordHash !== undefined && { bp_password: passwordHash }),
            ...spellBotPassword(changed),
          })
          .where('bp_user', '=', userId)
          .where('bp_app_id', '=', appId)
          .returning('bp_user')
          .executeTakeFirst()
        return row !== undefined
      })
    },

    async delete(userId, appId) {
      const row = await database
        .deleteFrom('bot_passwords')
        .where('bp_user', '=', userId)
        .where('bp_app_id', '=', appId)
        .returning('bp_user')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

/** Writes something unless the account has got another token meanwhile; says whether it did. */
function ifOwner(
  { userId, ownerToken }: { userId: number; ownerToken: string | undefined },
  database: Kysely<MediaWikiTables>,
  write: (transaction: Transaction<MediaWikiTables>) => Promise<boolean>,
): Promise<boolean> {
  return database.transaction().execute(async (transaction) => {
    if (ownerToken === undefined) return write(transaction)

    const owner = await transaction
      .selectFrom('user')
      .select('user_token')
      .where('user_id', '=', userId)
      .executeTakeFirst()
    return owner?.user_token === ownerToken && write(transaction)
  })
}

/** The columns that every change writes. */
function spellBotPassword({ token, grants, addresses }: ChangedBotPassword) {
  return {
    bp_token: token,
    bp_restrictions: JSON.stringify({ IPAddresses: addresses }),
    bp_grants: JSON.stringify(grants),
  }
}

const restrictionsSchema = v.object({ IPAddresses: v.array(v.string()) })
const grantsSchema = v.array(v.string())

function readBotPassword(row: Selectable<MediaWikiTables['bot_passwords']>): StoredBotPassword {
  const restrictions = v.safeParse(restrictionsSchema, readJson(row.bp_restrictions))
  const grants = v.safeParse(grantsSchema, readJson(row.bp_grants))
  return {
    userId: row.bp_user,
    appId: row.bp_app_id,
    passwordHash: row.bp_password,
    token: row.bp_token,
    // What cannot be read allows nothing, to nobody.
    grants: grants.success ? grants.output : [],
    addresses: restrictions.success ? restrictions.output.IPAddresses : [],
  }
}

function readJson(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // Somebody has written into the table by hand; that must not end anybody else's request.
    return undefined
  }
}
