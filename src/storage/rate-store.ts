import { type Kysely, sql } from 'kysely'
import type { Rate, RateStore } from '../auth/rate-limits/rate-store.ts'
import { databaseTime } from '../clock.ts'
import type { Settings } from '../settings/settings.ts'
import { keyspace } from './keyspace.ts'
import type { ObjectCache } from './object-cache/object-cache.ts'
import type { MediaWikiTables } from './schema.ts'

type CacheTables = Pick<MediaWikiTables, 'objectcache'>

/** Into how many steps MediaWiki divides the time of a limit. */
const steps = 30

/**
 * Keeps rates in MediaWiki's table `objectcache` as MediaWiki does (`WRStatsRateLimiter`), so that a
 * wiki beside us counts the same: a row for each step of the time, with plain digits.
 */
export function rateStore(cache: ObjectCache, settings: Settings): RateStore {
  const { database } = cache
  const name = ({ action, condition, isGlobal, who }: Rate, step: number): string => {
    const parts = ['limiter', action, condition, '', step, condition, ...who]
    const key = parts.map((part) => String(part).replaceAll('%', '%25').replaceAll(':', '%3A'))
    return [isGlobal ? 'global' : keyspace(settings), ...key].join(':')
  }

  const leavesRoom = async (tables: Kysely<CacheTables>, rate: Rate, now: Date) => {
    const { first, last, restOfFirst } = stretch(rate, now)
    const keys = Array.from({ length: last - first + 1 }, (_, at) => name(rate, first + at))
    const rows = await tables
      .selectFrom('objectcache')
      .select(['keyname', times.as('times')])
      .where('keyname', 'in', keys)
      .where('exptime', '>', databaseTime(now))
      .execute()
    const total = rows.reduce(
      (sum, row) => sum + (row.keyname === keys[0] ? row.times * restOfFirst : row.times),
      0,
    )
    return Math.round(total) + 1 <= rate.limit
  }
  const leaveRoom = async (tables: Kysely<CacheTables>, rates: readonly Rate[], now: Date) => {
    for (const rate of rates) if (!(await leavesRoom(tables, rate, now))) return false
    return true
  }

  return {
    leavesRoom: (rates, now) => leaveRoom(database, rates, now),

    async take(rates, now) {
      if (rates.length === 0) return true
      // Looked at and counted while nobody else can: of many at once exactly as many get through.
      const isTaken = await database.transaction().execute(async (transaction) => {
        if (!(await leaveRoom(transaction, rates, now))) return false

        for (const rate of rates) {
          const { last, expires } = stretch(rate, now)
          await addOne(transaction, name(rate, last), expires)
        }
        return true
      })
      cache.sweepNowAndThen(now)
      return isTaken
    },
  }
}

// MediaWiki writes digits first, and a number when it adds to them.
const times = sql<number>`cast(cast(objectcache.value as text) as integer)`

async function addOne(tables: Kysely<CacheTables>, key: string, expires: Date): Promise<void> {
  await tables
    .insertInto('objectcache')
    .values({ keyname: key, value: Buffer.from('1'), exptime: databaseTime(expires) })
    .onConflict((conflict) =>
      conflict
        .column('keyname')
        .doUpdateSet({ value: sql`cast(cast(${times} + 1 as text) as blob)` }),
    )
    .execute()
}

/** The steps of a rate's time until now, and how much of the first is still in it. */
function stretch({ seconds }: Rate, now: Date) {
  const step = seconds / steps
  const end = now.getTime() / 1000
  const first = Math.floor((end - seconds) / step)
  return {
    first,
    last: Math.floor(end / step),
    restOfFirst: ((first + 1) * step - (end - seconds)) / step,
    expires: new Date(now.getTime() + Math.ceil(seconds + step) * 1000),
  }
}
