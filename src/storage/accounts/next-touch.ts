import type { Kysely } from 'kysely'
import { databaseTime, readDatabaseTime } from '../../clock.ts'
import type { MediaWikiTables } from '../schema.ts'

/**
 * The time at which an account is changed, for its row. MediaWiki tells versions of an account apart by
 * it: it must not stand still.
 */
export async function nextTouch(
  database: Kysely<MediaWikiTables>,
  userId: number,
  now: Date,
): Promise<string> {
  const { user_touched } = await database
    .selectFrom('user')
    .select('user_touched')
    .where('user_id', '=', userId)
    .executeTakeFirstOrThrow()
  const next = (readDatabaseTime(user_touched)?.getTime() ?? 0) + 1000
  return databaseTime(new Date(Math.max(now.getTime(), next)))
}
