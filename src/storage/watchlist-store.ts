import type { Kysely } from 'kysely'
import type { WatchlistStore } from '../auth/pages/watchlist-store.ts'
import { databaseTime, readDatabaseTime } from '../clock.ts'
import type { MediaWikiTables } from './schema.ts'

/** Keeps in MediaWiki's tables `watchlist` and `watchlist_expiry` what accounts watch. */
export function watchlistStore(database: Kysely<MediaWikiTables>): WatchlistStore {
  return {
    watch(userId, { namespace, title }, until) {
      return database.transaction().execute(async (transaction) => {
        const wl_title = title.replaceAll(' ', '_')
        const namespaces = [namespace, namespace + 1]
        await transaction
          .insertInto('watchlist')
          .values(
            namespaces.map((wl_namespace) => {
              return { wl_user: userId, wl_namespace, wl_title, wl_notificationtimestamp: null }
            }),
          )
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        if (until === undefined) return

        const items = await transaction
          .selectFrom('watchlist')
          .select('wl_id')
          .where('wl_user', '=', userId)
          .where('wl_namespace', 'in', namespaces)
          .where('wl_title', '=', wl_title)
          .execute()
        const ids = items.map(({ wl_id }) => wl_id)
        await transaction.deleteFrom('watchlist_expiry').where('we_item', 'in', ids).execute()
        if (until === 'infinity') return
        const rows = ids.map((we_item) => ({ we_item, we_expiry: databaseTime(until) }))
        await transaction.insertInto('watchlist_expiry').values(rows).execute()
      })
    },

    async findEnd(userId, { namespace, title }) {
      const row = await database
        .selectFrom('watchlist')
        .innerJoin('watchlist_expiry', 'we_item', 'wl_id')
        .select('we_expiry')
        .where('wl_user', '=', userId)
        .where('wl_namespace', '=', namespace)
        .where('wl_title', '=', title.replaceAll(' ', '_'))
        .executeTakeFirst()
      return row && readDatabaseTime(row.we_expiry)
    },
  }
}
