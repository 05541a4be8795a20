import type { Kysely } from 'kysely'
import type { ActivityStore } from '../auth/accounts/activity-store.ts'
import { readDatabaseTime } from '../clock.ts'
import type { MediaWikiTables } from './schema.ts'

/** Reads what users have chosen and done from MediaWiki's tables. */
export function activityStore(database: Kysely<MediaWikiTables>): ActivityStore {
  return {
    async hasNewMessages(userId, address) {
      const row = await database
        .selectFrom('user_newtalk')
        .select('user_id')
        .where((found) =>
          userId === 0 ? found('user_ip', '=', address) : found('user_id', '=', userId),
        )
        .executeTakeFirst()
      return row !== undefined
    },

    firstContribution: (userId) => findContribution(database, userId, 'asc'),

    latestContribution: (userId) => findContribution(database, userId, 'desc'),

    async countUnread(userId, limit) {
      const rows = await database
        .selectFrom('watchlist')
        .select('wl_id')
        .where('wl_user', '=', userId)
        .where('wl_notificationtimestamp', 'is not', null)
        .limit(limit)
        .execute()
      return rows.length
    },
  }
}

async function findContribution(
  database: Kysely<MediaWikiTables>,
  userId: number,
  order: 'asc' | 'desc',
): Promise<Date | undefined> {
  const row = await database
    .selectFrom('revision')
    .innerJoin('actor', 'actor_id', 'rev_actor')
    .select('rev_timestamp')
    .where('actor_user', '=', userId)
    .orderBy('rev_timestamp', order)
    .executeTakeFirst()
  return row && readDatabaseTime(row.rev_timestamp)
}
