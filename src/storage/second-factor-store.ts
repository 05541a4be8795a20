import { type Kysely, sql } from 'kysely'
import * as v from 'valibot'
import type { SecondFactor, SecondFactorStore } from '../auth/two-factor/second-factor-store.ts'
import { databaseTime } from '../clock.ts'
import type { Settings } from '../settings/settings.ts'
import type { ExtensionTables } from './extension-schema.ts'
import { keyspace } from './keyspace.ts'
import type { ObjectCache } from './object-cache/object-cache.ts'
import type { MediaWikiTables } from './schema.ts'

/** Where second factors and the codes that were used are kept. */
interface SecondFactorTables {
  readonly database: Kysely<MediaWikiTables>
  readonly objectCache: ObjectCache
}

/** Keeps second factors in the table of the extension OATHAuth, in its spelling. */
export function secondFactorStore(
  { database, objectCache }: SecondFactorTables,
  settings: Settings,
): SecondFactorStore {
  const tables = database.withTables<ExtensionTables>()
  return {
    async find(userId) {
      const row = await tables
        .selectFrom('oathauth_users')
        .select('data')
        .where('id', '=', userId)
        .where('module', '=', 'totp')
        .executeTakeFirst()
      return readFactor(row?.data ?? undefined)
    },

    async save(userId, factor) {
      const kept = { module: 'totp', data: spell(factor) }
      await tables
        .insertInto('oathauth_users')
        .values({ id: userId, ...kept })
        .onConflict((conflict) => conflict.column('id').doUpdateSet(kept))
        .execute()
    },

    async remove(userId) {
      const { numDeletedRows } = await tables
        .deleteFrom('oathauth_users')
        .where('id', '=', userId)
        .executeTakeFirst()
      return numDeletedRows > 0n
    },

    useRecoveryCode(userId, code) {
      return tables.transaction().execute(async (transaction) => {
        const own = transaction.selectFrom('oathauth_users').select('data').where('id', '=', userId)
        const factor = readFactor((await own.executeTakeFirst())?.data ?? undefined)
        if (factor?.recoveryCodes.includes(code) !== true) return false

        const recoveryCodes = factor.recoveryCodes.filter((other) => other !== code)
        await transaction
          .updateTable('oathauth_users')
          .set({ data: spell({ ...factor, recoveryCodes }) })
          .where('id', '=', userId)
          .execute()
        return true
      })
    },

    async usePeriod(userId, period, expires) {
      const changed = { value: Buffer.from(String(period)), exptime: databaseTime(expires) }
      const last = sql<number>`cast(cast(objectcache.value as text) as integer)`
      // One statement, so that of many who come with one code only one is let in.
      const row = await objectCache.database
        .insertInto('objectcache')
        .values({ keyname: `${keyspace(settings)}:oathauth-totp:usedtokens:${userId}`, ...changed })
        .onConflict((conflict) =>
          conflict
            .column('keyname')
            .doUpdateSet(changed)
            .where((row) => row(last, '<', period)),
        )
        .returning('keyname')
        .executeTakeFirst()
      return row !== undefined
    },
  }
}

const stored = v.object({
  keys: v.tupleWithRest(
    [v.object({ secret: v.string(), scratch_tokens: v.array(v.string()) })],
    v.unknown(),
  ),
})

function spell({ secret, recoveryCodes }: SecondFactor): string {
  return JSON.stringify({ keys: [{ secret, scratch_tokens: recoveryCodes }] })
}

/** Reads the extension's JSON; what it is not throws, since ignoring it would let somebody in. */
function readFactor(data: string | undefined): SecondFactor | undefined {
  if (data === undefined) return undefined

  const { secret, scratch_tokens } = v.parse(stored, JSON.parse(data)).keys[0]
  return { secret, recoveryCodes: scratch_tokens }
}
