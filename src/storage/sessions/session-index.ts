import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Clock, databaseTime } from '../../clock.ts'
import { RecentlyUsed } from '../../memory/recently-used.ts'
import { sessionHandle } from '../../session/session-handle.ts'
import type { SessionIndex } from '../../session/session-index.ts'
import type { Settings } from '../../settings/settings.ts'
import { keyspace } from '../keyspace.ts'
import type { ObjectCache } from '../object-cache/object-cache.ts'
import { prepareNotePut, secondsBetweenNotes } from './put-note.ts'
import { jetonMark, sessionKeyPrefix } from './session-keys.ts'
import { readNote } from './session-note.ts'

/** About how many bytes it takes to remember when a session was noted last. */
const weight = 128
const rowsAtOnce = 500

/** Keeps notes of sessions in MediaWiki's table `objectcache`, under keys of our own, as JSON. */
export function sessionIndex(
  cache: ObjectCache,
  { settings, clock }: { settings: Settings; clock: Clock },
): SessionIndex {
  const { database } = cache
  const keyPrefix = `${keyspace(settings)}:JetonSession:`
  const prefixOf = (userId: number) => `${keyPrefix}${userId}:`
  const latest = new RecentlyUsed<string, { used: number; expires: number }>()
  const put = prepareNotePut(cache)
  const current = () =>
    database
      .selectFrom('objectcache')
      .select('value')
      .where('exptime', '>', databaseTime(clock.now()))
  return {
    async note(note, until) {
      const last = latest.get(note.id)
      const { used = 0 } = note
      const expires = until.getTime()
      if (last?.expires === expires && used - last.used < secondsBetweenNotes) return

      latest.set(note.id, { used, expires }, weight)
      try {
        const key = prefixOf(note.userId) + sessionHandle(note.id)
        const noted = await cache.change([key], () => put(key, note, databaseTime(until)))
        if (noted < used) latest.set(note.id, { used: noted, expires }, weight)
        cache.sweepNowAndThen(clock.now())
      } catch (error) {
        // Or the next use would go unnoticed as well.
        latest.set(note.id, { used: Number.NEGATIVE_INFINITY, expires }, weight)
        throw error
      }
    },

    async find(userId, handle) {
      const row = await current()
        .where('keyname', '=', prefixOf(userId) + handle)
        .executeTakeFirst()
      return readNote(row?.value)
    },

    async list(userId) {
      const prefix = prefixOf(userId)
      const rows = await current()
        .where('keyname', '>', prefix)
        .where('keyname', '<', after(prefix))
        .execute()
      return rows.map(({ value }) => readNote(value)).filter((note) => note !== undefined)
    },

    async *scan(which) {
      const prefix = sessionKeyPrefix(settings)
      const isOurs = sql`substr(value, 1, ${jetonMark.length}) = ${jetonMark}`
      const value =
        which === 'all'
          ? sql<Uint8Array | null>`value`
          : sql<Uint8Array | null>`case when ${isOurs} then null else value end`
      let last = prefix
      for (;;) {
        const rows = await database
          .selectFrom('objectcache')
          .select(['keyname', 'exptime', value.as('bytes')])
          .where('keyname', '>', last)
          .where('keyname', '<', after(prefix))
          .orderBy('keyname')
          .limit(rowsAtOnce)
          .execute()
        const now = databaseTime(clock.now())
        for (const { keyname, exptime, bytes } of rows)
          if (bytes !== null && exptime > now) yield { id: keyname.slice(prefix.length), bytes }
        if (rows.length < rowsAtOnce) return
        last = rows.at(-1)?.keyname ?? last
        // There may be a million of them: others want to be answered meanwhile.
        await setImmediate()
      }
    },
  }
}

/** The first key behind all that begin with a prefix; each ends with a colon, which a semicolon follows. */
function after(prefix: string): string {
  return `${prefix.slice(0, -1)};`
}
