import { type Clock, databaseTime } from '../../clock.ts'
import type { SessionStore } from '../../session/session-store.ts'
import type { Settings } from '../../settings/settings.ts'
import type { ObjectCache } from '../object-cache/object-cache.ts'
import { packSession } from './pack-session.ts'
import { sessionKeyPrefix } from './session-keys.ts'

/** Keeps sessions in MediaWiki's table `objectcache`, under MediaWiki's keys and deflated as there. */
export function sessionStore(
  cache: ObjectCache,
  { settings, clock }: { settings: Settings; clock: Clock },
): SessionStore {
  const prefix = sessionKeyPrefix(settings)
  const key = (id: string): string => prefix + id
  const { insert, update, move, remove } = prepareStatements(cache)
  return {
    read: (id) => cache.find(key(id), clock.now()),

    async create(id, bytes, expires, replaces) {
      const [to, value, until] = [key(id), packSession(bytes), databaseTime(expires)]
      if (replaces === undefined) {
        await cache.change([to], () => insert.run(to, value, until))
        cache.sweepNowAndThen(clock.now())
        return
      }
      const from = key(replaces)
      await cache.change([from, to], () => {
        // One statement does both or neither; if there is nothing to take the place of, it does nothing.
        const isMoved = move.run(to, value, until, from, '') > 0
        if (!isMoved) insert.run(to, value, until)
      })
    },

    update(id, bytes, expires) {
      const [name, value, until] = [key(id), packSession(bytes), databaseTime(expires)]
      // Its row may still be there: to whoever asked meanwhile it has ended all the same.
      const values = [value, until, name, databaseTime(clock.now())]
      return cache.change([name], () => update.run(...values) > 0)
    },

    move(from, to, bytes, expires) {
      const names = [key(from), key(to)]
      const values = [
        key(to),
        packSession(bytes),
        databaseTime(expires),
        key(from),
        databaseTime(clock.now()),
      ]
      return cache.change(names, () => move.run(...values) > 0)
    },

    async delete(id) {
      const name = key(id)
      await cache.change([name], () => remove.run(name))
    },
  }
}

/** The values of each come in the order in which it names columns. */
function prepareStatements({ database, prepare }: ObjectCache) {
  const changed = { value: null, exptime: '' }
  return {
    insert: prepare(() =>
      database
        .insertInto('objectcache')
        .values({ keyname: '', ...changed })
        .compile(),
    ),
    update: prepare(() =>
      database
        .updateTable('objectcache')
        .set(changed)
        .where('keyname', '=', '')
        .where('exptime', '>', '')
        .compile(),
    ),
    move: prepare(() =>
      database
        .updateTable('objectcache')
        .set({ keyname: '', ...changed })
        .where('keyname', '=', '')
        .where('exptime', '>', '')
        .compile(),
    ),
    remove: prepare(() => database.deleteFrom('objectcache').where('keyname', '=', '').compile()),
  }
}
