import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import { type Clock, databaseTime } from '../../clock.ts'
import { RecentlyUsed } from '../../memory/recently-used.ts'
import { sessionHandle } from '../../session/session-handle.ts'
import type { SessionIndex, SessionNote } from '../../session/session-index.ts'
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
  const keyOf = ({ userId, id }: SessionNote) => prefixOf(userId) + sessionHandle(id)
  const latest = new RecentlyUsed<string, Latest>()
  const remember = (note: SessionNote, until: Date, { used, isDurable }: Omit<Latest, 'expires'>) =>
    latest.set(note.id, { used, isDurable, expires: until.getTime() }, weight)
  const put = prepareNotePut(cache)
  const current = () =>
    database
      .selectFrom('objectcache')
      .select('value')
      .where('exptime', '>', databaseTime(clock.now()))
  return {
    async note(note, until) {
      const last = latest.get(note.id)
      if (last?.isDurable && isSoonAfter(last, note, until)) return

      const time = databaseTime(until)
      const used = await cache.change([keyOf(note)], () => put(keyOf(note), note, time))
      remember(note, until, { used, isDurable: true })
      cache.sweepNowAndThen(clock.now())
    },

    noteUse(note, until) {
      const last = latest.get(note.id)
      if (last !== undefined && isSoonAfter(last, note, until)) return

      remember(note, until, { used: note.used ?? 0, isDurable: false })
      const noted = cache.change([keyOf(note)], () => {
        const used = put(keyOf(note), note, databaseTime(until))
        remember(note, until, { used, isDurable: false })
      })
      // Nobody waits for it: that the store does not answer is heard by who needs it.
      noted.catch(() => {})
      cache.sweepNowAndThen(clock.now())
    },

    async find(userId, handle) {
      await cache.settle()
      const row = await current()
        .where('keyname', '=', prefixOf(userId) + handle)
        .executeTakeFirst()
      return readNote(row?.value)
    },

    async list(userId) {
      await cache.settle()
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

/** What was noted of a session last. */
interface Latest {
  readonly used: number
  /** In milliseconds. */
  readonly expires: number
  /** Whether a crash cannot undo it. */
  readonly isDurable: boolean
}

function isSoonAfter(last: Latest, { used = 0 }: SessionNote, until: Date): boolean {
  return last.expires === until.getTime() && used - last.used < secondsBetweenNotes
}

/** The first key behind all that begin with a prefix; each ends with a colon, which a semicolon follows. */
function after(prefix: string): string {
  return `${prefix.slice(0, -1)};`
}
