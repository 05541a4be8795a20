import { setImmediate } from 'node:timers/promises'
import { sql } from 'kysely'
import * as v from 'valibot'
import { type Clock, databaseTime } from '../../clock.ts'
import { sessionHandle } from '../../session/session-handle.ts'
import type { SessionIndex, SessionNote } from '../../session/session-index.ts'
import type { Settings } from '../../settings/settings.ts'
import { keyspace } from '../keyspace.ts'
import type { ObjectCache } from '../object-cache/object-cache.ts'
import { jetonMark, sessionKeyPrefix } from './session-keys.ts'

/** Uses closer to each other than that are noted once: most requests need no write. */
const secondsBetweenNotes = 60
const mostRemembered = 10_000
const rowsAtOnce = 500

/** Keeps notes of sessions in MediaWiki's table `objectcache`, under keys of our own, as JSON. */
export function sessionIndex(
  cache: ObjectCache,
  { settings, clock }: { settings: Settings; clock: Clock },
): SessionIndex {
  const { database } = cache
  const keyPrefix = `${keyspace(settings)}:JetonSession:`
  const prefixOf = (userId: number) => `${keyPrefix}${userId}:`
  const latest = new Map<string, { used: number; expires: number }>()
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

      if (latest.size >= mostRemembered) latest.clear()
      latest.set(note.id, { used, expires })
      try {
        const key = prefixOf(note.userId) + sessionHandle(note.id)
        await cache.change([key], () => put(key, note, databaseTime(until)))
        cache.sweepNowAndThen(clock.now())
      } catch (error) {
        // Or the next use would go unnoticed as well.
        latest.delete(note.id)
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

/** Makes what puts a note in its place: of what was noted there, that stays which is not said anew. */
function prepareNotePut({ database, prepare }: ObjectCache) {
  const row = { keyname: '', value: null, exptime: '' }
  const insert = prepare(() =>
    database
      .insertInto('objectcache')
      .values(row)
      .onConflict((conflict) => conflict.doNothing())
      .compile(),
  )
  const select = prepare(() =>
    database
      .selectFrom('objectcache')
      .select(['value', 'exptime'])
      .where('keyname', '=', '')
      .compile(),
  )
  const update = prepare(() =>
    database
      .updateTable('objectcache')
      .set({ value: null, exptime: '' })
      .where('keyname', '=', '')
      .compile(),
  )
  return (key: string, note: SessionNote, expires: string): void => {
    if (insert.run(key, Buffer.from(JSON.stringify(note)), expires) > 0) return

    const [before] = select.all(key)
    const value = Buffer.from(JSON.stringify({ ...readNote(before?.value), ...note }))
    // Another process may have lengthened the session's life meanwhile.
    const exptime = before && before.exptime > expires ? before.exptime : expires
    update.run(value, exptime, key)
  }
}

/** The first key behind all that begin with a prefix; each ends with a colon, which a semicolon follows. */
function after(prefix: string): string {
  return `${prefix.slice(0, -1)};`
}

const noteSchema = v.pipe(
  v.string(),
  v.parseJson(),
  v.object({
    id: v.string(),
    userId: v.number(),
    made: v.exactOptional(v.number()),
    used: v.exactOptional(v.number()),
    address: v.exactOptional(v.string()),
    agent: v.exactOptional(v.string()),
  }),
)

/** Reads a note; a damaged one counts as none, and is written anew when the session is used. */
function readNote(value: Uint8Array | null | undefined): SessionNote | undefined {
  if (value === null || value === undefined) return undefined

  const read = v.safeParse(noteSchema, Buffer.from(value).toString())
  return read.success ? read.output : undefined
}
