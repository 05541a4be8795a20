import { type Kysely, sql } from 'kysely'
import type { CounterStore } from '../auth/rate-limits/counter-store.ts'
import { databaseTime } from '../clock.ts'
import { expiredRowSweeper } from './expired-rows.ts'
import type { MediaWikiTables } from './schema.ts'

/** Keeps counters in MediaWiki's table `objectcache`, as the plain digits that MediaWiki writes there. */
export function counterStore(database: Kysely<Pick<MediaWikiTables, 'objectcache'>>): CounterStore {
  const sweep = expiredRowSweeper(database)
  return {
    async take(key, limit, seconds, now) {
      await sweep(now)
      const time = databaseTime(now)
      const expires = databaseTime(new Date(now.getTime() + seconds * 1000))
      const count = sql<number>`cast(cast(objectcache.value as text) as integer)`
      const one = Buffer.from('1')
      // One statement, so that of many at once exactly `limit` are counted.
      const row = await database
        .insertInto('objectcache')
        .values({ keyname: key, value: one, exptime: expires })
        .onConflict((conflict) =>
          conflict
            .column('keyname')
            .doUpdateSet({
              value: sql`case when objectcache.exptime <= ${time} then ${one} else cast(cast(${count} + 1 as text) as blob) end`,
              exptime: sql`case when objectcache.exptime <= ${time} then ${expires} else objectcache.exptime end`,
            })
            .where((row) =>
              row.or([row('objectcache.exptime', '<=', time), row(count, '<', limit)]),
            ),
        )
        .returning('keyname')
        .executeTakeFirst()
      return row !== undefined
    },

    async reset(key) {
      await database.deleteFrom('objectcache').where('keyname', '=', key).execute()
    },
  }
}
