import type { Kysely } from 'kysely'
import type { Membership, MembershipStore } from '../auth/groups/membership-store.ts'
import { databaseTime, readDatabaseTime } from '../clock.ts'
import { writeLogEntry } from './log/write-log-entry.ts'
import type { MediaWikiTables } from './schema.ts'

/** Keeps memberships in MediaWiki's tables `user_groups` and `user_former_groups`. */
export function membershipStore(database: Kysely<MediaWikiTables>): MembershipStore {
  return {
    of: (userId, now) => findMemberships(database, userId, now),

    async count(group, now) {
      const row = await current(database, now)
        .select(({ fn }) => fn.countAll<number>().as('members'))
        .where('ug_group', '=', group)
        .executeTakeFirst()
      return row?.members ?? 0
    },

    change(userId, now, decide) {
      return database.transaction().execute(async (transaction) => {
        const { result, remove, add, log } = decide(await findMemberships(transaction, userId, now))
        for (const group of remove) await removeMembership(transaction, userId, group)
        for (const membership of add) await putMembership(transaction, userId, membership)
        if (log !== undefined) await writeLogEntry(transaction, log)
        return result
      })
    },
  }
}

function current(database: Kysely<MediaWikiTables>, now: Date) {
  return database
    .selectFrom('user_groups')
    .where((row) =>
      row.or([row('ug_expiry', 'is', null), row('ug_expiry', '>=', databaseTime(now))]),
    )
}

async function findMemberships(
  database: Kysely<MediaWikiTables>,
  userId: number,
  now: Date,
): Promise<readonly Membership[]> {
  const rows = await current(database, now)
    .select(['ug_group', 'ug_expiry'])
    .where('ug_user', '=', userId)
    .orderBy('ug_group')
    .execute()
  return rows.map(({ ug_group, ug_expiry }) => ({
    group: ug_group,
    expires: ug_expiry === null ? undefined : readDatabaseTime(ug_expiry),
  }))
}

async function removeMembership(
  database: Kysely<MediaWikiTables>,
  userId: number,
  group: string,
): Promise<void> {
  await database
    .deleteFrom('user_groups')
    .where('ug_user', '=', userId)
    .where('ug_group', '=', group)
    .execute()
  await database
    .insertInto('user_former_groups')
    .values({ ufg_user: userId, ufg_group: group })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

async function putMembership(
  database: Kysely<MediaWikiTables>,
  userId: number,
  { group, expires }: Membership,
): Promise<void> {
  const expiry = expires === undefined ? null : databaseTime(expires)
  await database
    .insertInto('user_groups')
    .values({ ug_user: userId, ug_group: group, ug_expiry: expiry })
    .onConflict((conflict) =>
      conflict.columns(['ug_user', 'ug_group']).doUpdateSet({ ug_expiry: expiry }),
    )
    .execute()
}
