import type { Kysely } from 'kysely'
import type { MembershipStore } from '../auth/membership-store.ts'
import { databaseTime, readDatabaseTime } from '../clock.ts'
import type { MediaWikiTables } from './schema.ts'

/** Keeps memberships in MediaWiki's table `user_groups`. */
export function membershipStore(database: Kysely<MediaWikiTables>): MembershipStore {
  const current = (now: Date) =>
    database
      .selectFrom('user_groups')
      .where((row) =>
        row.or([row('ug_expiry', 'is', null), row('ug_expiry', '>', databaseTime(now))]),
      )
  return {
    async of(userId, now) {
      const rows = await current(now)
        .select(['ug_group', 'ug_expiry'])
        .where('ug_user', '=', userId)
        .orderBy('ug_group')
        .execute()
      return rows.map(({ ug_group, ug_expiry }) => ({
        group: ug_group,
        expires: ug_expiry === null ? undefined : readDatabaseTime(ug_expiry),
      }))
    },

    async count(group, now) {
      const row = await current(now)
        .select(({ fn }) => fn.countAll<number>().as('members'))
        .where('ug_group', '=', group)
        .executeTakeFirst()
      return row?.members ?? 0
    },
  }
}
