import type { Kysely } from 'kysely'
import type { PreferenceStore } from '../auth/preferences/preference-store.ts'
import { nextTouch } from './accounts/next-touch.ts'
import type { MediaWikiTables } from './schema.ts'
import { RowMemory } from './sqlite/row-memory.ts'
import type { SqliteConnection } from './sqlite/sqlite-connection.ts'

/** Keeps preferences in MediaWiki's table `user_properties`. */
export function preferenceStore(
  database: Kysely<MediaWikiTables>,
  connection: SqliteConnection,
): PreferenceStore {
  const chosen = new RowMemory(
    connection,
    () =>
      database
        .selectFrom('user_properties')
        .select(['up_property', 'up_value'])
        .where('up_user', '=', 0)
        .orderBy('up_property')
        .compile(),
    (rows) => new Map(rows.map(({ up_property, up_value }) => [up_property, up_value ?? ''])),
  )
  return {
    of: (userId) => chosen.find(userId),

    async change(userId, changes, now, realName) {
      await database.transaction().execute(async (transaction) => {
        const names = [...changes.keys()]
        if (names.length > 0) {
          await transaction
            .deleteFrom('user_properties')
            .where('up_user', '=', userId)
            .where('up_property', 'in', names)
            .execute()
        }
        const rows = [...changes].flatMap(([name, value]) =>
          value === undefined ? [] : { up_user: userId, up_property: name, up_value: value },
        )
        if (rows.length > 0) await transaction.insertInto('user_properties').values(rows).execute()
        await transaction
          .updateTable('user')
          .set({
            user_touched: await nextTouch(transaction, userId, now),
            ...(realName !== undefined && { user_real_name: realName }),
          })
          .where('user_id', '=', userId)
          .execute()
      })
    },
  }
}
