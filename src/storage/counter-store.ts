import { type Kysely, sql } from 'kysely'
import type { CountedTry, CounterStore } from '../auth/rate-limits/counter-store.ts'
import { databaseTime } from '../clock.ts'
import type { ObjectCache } from './object-cache/object-cache.ts'
import type { ObjectCacheTables } from './sqlite/open-sqlite.ts'

/** Keeps counters in MediaWiki's table `objectcache`, as the plain digits that MediaWiki writes there. */
export function counterStore(cache: ObjectCache): CounterStore {
  const count = cache.prepare(() => countUnlessReached(cache.database))
  const remove = cache.prepare(() =>
    cache.database.deleteFrom('objectcache').where('keyname', '=', '').compile(),
  )
  const isCounted = ({ key, limit, seconds }: CountedTry, now: Date): boolean => {
    const time = databaseTime(now)
    const expires = databaseTime(new Date(now.getTime() + seconds * 1000))
    const values = [key, one, expires, time, one, time, expires, time, limit]
    return count.all(...values).length > 0
  }
  const takeInTurn: CounterStore['takeInTurn'] = async (tries, now) => {
    const keys = tries.map(({ key }) => key)
    const place = await cache.change(keys, () => tries.findIndex((each) => !isCounted(each, now)))
    cache.sweepNowAndThen(now)
    return place === -1 ? undefined : place
  }
  return {
    takeInTurn,

    async take(key, limit, seconds, now) {
      return (await takeInTurn([{ key, limit, seconds }], now)) === undefined
    },

    async reset(...keys) {
      await cache.change(keys, () => {
        for (const key of keys) remove.run(key)
      })
    },
  }
}

const one = Buffer.from('1')

/** One statement, so that of many at once exactly as many are counted as may be. */
function countUnlessReached(database: Kysely<ObjectCacheTables>) {
  const [time, expires] = ['', '']
  const times = sql<number>`cast(cast(objectcache.value as text) as integer)`
  return database
    .insertInto('objectcache')
    .values({ keyname: '', value: one, exptime: expires })
    .onConflict((conflict) =>
      conflict
        .column('keyname')
        .doUpdateSet({
          value: sql`case when objectcache.exptime <= ${time} then ${one} else cast(cast(${times} + 1 as text) as blob) end`,
          exptime: sql`case when objectcache.exptime <= ${time} then ${expires} else objectcache.exptime end`,
        })
        .where((row) => row.or([row('objectcache.exptime', '<=', time), row(times, '<', 0)])),
    )
    .returning('keyname')
    .compile()
}
