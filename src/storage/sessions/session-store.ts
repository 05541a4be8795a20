import { deflateRawSync } from 'node:zlib'
import type { Kysely } from 'kysely'
import { type Clock, databaseTime } from '../../clock.ts'
import type { SessionStore } from '../../session/session-store.ts'
import type { Settings } from '../../settings/settings.ts'
import { expiredRowSweeper } from '../expired-rows.ts'
import type { MediaWikiTables } from '../schema.ts'
import { jetonMark, sessionKeyPrefix } from './session-keys.ts'

/** Keeps sessions in MediaWiki's table `objectcache`, under MediaWiki's keys and deflated as there. */
export function sessionStore(
  database: Kysely<Pick<MediaWikiTables, 'objectcache'>>,
  { settings, clock }: { settings: Settings; clock: Clock },
): SessionStore {
  const key = (id: string): string => sessionKeyPrefix(settings) + id
  const row = (id: string, bytes: Uint8Array, expires: Date) => ({
    keyname: key(id),
    value: Buffer.concat([jetonMark, deflateRawSync(bytes)]),
    exptime: databaseTime(expires),
  })
  const sweep = expiredRowSweeper(database)
  return {
    async read(id) {
      const found = await database
        .selectFrom('objectcache')
        .select('value')
        .where('keyname', '=', key(id))
        .where('exptime', '>', databaseTime(clock.now()))
        .executeTakeFirst()
      return found?.value ?? undefined
    },

    async create(id, bytes, expires, replaces) {
      await sweep(clock.now())
      await database.transaction().execute(async (transaction) => {
        if (replaces !== undefined) {
          await transaction.deleteFrom('objectcache').where('keyname', '=', key(replaces)).execute()
        }
        await transaction
          .insertInto('objectcache')
          .values(row(id, bytes, expires))
          .execute()
      })
    },

    async update(id, bytes, expires) {
      const { keyname, ...changed } = row(id, bytes, expires)
      const { numUpdatedRows } = await database
        .updateTable('objectcache')
        .set(changed)
        .where('keyname', '=', keyname)
        // Its row may still be there: to whoever asked meanwhile it has ended all the same.
        .where('exptime', '>', databaseTime(clock.now()))
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async move(from, to, bytes, expires) {
      const { numUpdatedRows } = await database
        .updateTable('objectcache')
        .set(row(to, bytes, expires))
        .where('keyname', '=', key(from))
        .where('exptime', '>', databaseTime(clock.now()))
        .executeTakeFirst()
      return numUpdatedRows > 0n
    },

    async delete(id) {
      await database.deleteFrom('objectcache').where('keyname', '=', key(id)).execute()
    },
  }
}
