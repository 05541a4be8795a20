import type { SessionNote } from '../../session/session-index.ts'
import type { ObjectCache } from '../object-cache/object-cache.ts'
import { readNote } from './session-note.ts'

/** Uses closer to each other than that are noted once: most requests need no write. */
export const secondsBetweenNotes = 60

/**
 * Makes what puts a note in its place, within a change, and says when the use was that is noted then. Of
 * what was noted there, that stays which is not said anew.
 */
export function prepareNotePut({
  database,
  prepare,
}: ObjectCache): (key: string, note: SessionNote, expires: string) => number {
  const select = prepare(() =>
    database
      .selectFrom('objectcache')
      .select(['value', 'exptime'])
      .where('keyname', '=', '')
      .compile(),
  )
  const upsert = prepare(() =>
    database
      .insertInto('objectcache')
      .values({ keyname: '', value: null, exptime: '' })
      .onConflict((conflict) =>
        conflict.column('keyname').doUpdateSet((row) => ({
          value: row.ref('excluded.value'),
          exptime: row.ref('excluded.exptime'),
        })),
      )
      .compile(),
  )
  return (key, note, expires) => {
    const [before] = select.all(key)
    // Another process may have lengthened the session's life meanwhile.
    const exptime = before && before.exptime > expires ? before.exptime : expires
    const noted = readNote(before?.value)
    const { used = 0 } = note
    const isNoted = noted?.used !== undefined && used - noted.used < secondsBetweenNotes
    // Another process has noted nearly the same.
    if (isNoted && note.made === undefined && before?.exptime === exptime) return noted.used

    upsert.run(key, Buffer.from(JSON.stringify({ ...noted, ...note })), exptime)
    return used
  }
}
