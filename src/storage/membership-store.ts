import type { Kysely } from 'kysely'
import type { Membership, MembershipStore } from '../auth/groups/membership-store.ts'
import { withValue } from '../awaitable.ts'
import { databaseTime, readDatabaseTime } from '../clock.ts'
import { writeLogEntry } from './log/write-log-entry.ts'
import type { MediaWikiTables } from './schema.ts'
import { RowMemory } from './sqlite/row-memory.ts'
import type { SqliteConnection } from './sqlite/sqlite-connection.ts'

/** Keeps memberships in MediaWiki's tables `user_groups` and `user_former_groups`. */
export function membershipStore(
  database: Kysely<MediaWikiTables>,
  connection: SqliteConnection,
): MembershipStore {
  const held = new RowMemory(connection, () => selectMemberships(database, 0).compile(), readHeld)
  return {
    of: (userId, now) => withValue(held.find(userId), (known) => current(known, now)),

    async count(group, now) {
      const row = await database
        .selectFrom('user_groups')
        .select(({ fn }) => fn.countAll<number>().as('members'))
        .where('ug_group', '=', group)
        .where((row) =>
          row.or([row('ug_expiry', 'is', null), row('ug_expiry', '>=', databaseTime(now))]),
        )
        .executeTakeFirst()
      return row?.members ?? 0
    },

    change(userId, now, decide) {
      return database.transaction().execute(async (transaction) => {
        const rows = await selectMemberships(transaction, userId).execute()
        const { result, remove, add, log } = decide(current(readHeld(rows), now))
        for (const group of remove) await removeMembership(transaction, userId, group)
        for (const membership of add) await putMembership(transaction, userId, membership)
        if (log !== undefined) await writeLogEntry(transaction, log)
        return result
      })
    },
  }
}

/** All memberships of an account, also those that are over, and when each ends as the table spells it. */
interface Held {
  readonly memberships: readonly Membership[]
  readonly ends: readonly (string | null)[]
}

function selectMemberships(database: Kysely<MediaWikiTables>, userId: number) {
  return database
    .selectFrom('user_groups')
    .select(['ug_group', 'ug_expiry'])
    .where('ug_user', '=', userId)
    .orderBy('ug_group')
}

function readHeld(
  rows: readonly { readonly ug_group: string; readonly ug_expiry: string | null }[],
): Held {
  return {
    memberships: rows.map(({ ug_group, ug_expiry }) => ({
      group: ug_group,
      expires: ug_expiry === null ? undefined : readDatabaseTime(ug_expiry),
    })),
    ends: rows.map(({ ug_expiry }) => ug_expiry),
  }
}

/** Those that are not over: the same object, as long as none is. */
function current({ memberships, ends }: Held, now: Date): readonly Membership[] {
  if (ends.every((end) => end === null)) return memberships

  const time = databaseTime(now)
  const isOver = (end: string | null | undefined) => typeof end === 'string' && end < time
  if (!ends.some(isOver)) return memberships
  return memberships.filter((_, index) => !isOver(ends[index]))
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
