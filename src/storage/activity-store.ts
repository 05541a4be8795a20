import { type Kysely, sql } from 'kysely'
import type { ActivityStore } from '../auth/accounts/activity-store.ts'
import { readDatabaseTime } from '../clock.ts'
import type { MediaWikiTables } from './schema.ts'
import { RowMemory } from './sqlite/row-memory.ts'
import type { SqliteConnection } from './sqlite/sqlite-connection.ts'

/** Reads what users have chosen and done from MediaWiki's tables. */
export function activityStore(
  database: Kysely<MediaWikiTables>,
  connection: SqliteConnection,
): ActivityStore {
  const news = database.selectFrom('user_newtalk').select('user_id')
  const newsById = new RowMemory(
    connection,
    () => news.where('user_id', '=', 0).compile(),
    (rows) => rows.length > 0,
  )
  const newsByAddress = new RowMemory(
    connection,
    () => news.where('user_ip', '=', '').compile(),
    (rows) => rows.length > 0,
  )
  const contribution = (order: 'asc' | 'desc') =>
    new RowMemory(
      connection,
      () => spellContribution(database, order),
      ([row]) => row && readDatabaseTime(row.rev_timestamp),
    )
  const [first, latest] = [contribution('asc'), contribution('desc')]
  return {
    hasNewMessages: (userId, address) =>
      userId === 0 ? newsByAddress.find(address) : newsById.find(userId),

    firstContribution: (userId) => first.find(userId),

    latestContribution: (userId) => latest.find(userId),

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

function spellContribution(database: Kysely<MediaWikiTables>, order: 'asc' | 'desc') {
  return (
    database
      .selectFrom('revision')
      .innerJoin('actor', 'actor_id', 'rev_actor')
      .select('rev_timestamp')
      .where('actor_user', '=', 0)
      .orderBy('rev_timestamp', order)
      // Written into the statement: whenever a limit is bound, SQLite makes its plan anew.
      .limit(sql.lit(1))
      .compile()
  )
}
