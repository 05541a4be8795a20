import { type Expression, type Kysely, type RawBuilder, type SqlBool, sql } from 'kysely'
import type {
  AccountDirectory,
  ListedAccount,
  Looking,
} from '../../auth/accounts/account-directory.ts'
import type { Membership } from '../../auth/groups/membership-store.ts'
import { databaseTime, readDatabaseTime } from '../../clock.ts'
import type { Settings } from '../../settings/settings.ts'
import { readBlock } from '../blocks/block-row.ts'
import { hidingNumber, hidingNumberOfRow } from '../global-accounts/hiding-levels.ts'
import type { MediaWikiTables } from '../schema.ts'
import { readAccount } from './account-store.ts'

/** What MediaWiki calls `RC_EXTERNAL`: something that was done on another wiki. */
const doneElsewhere = 5

/** Looks up many accounts at once in MediaWiki's tables. */
export function accountDirectory(
  database: Kysely<MediaWikiTables>,
  settings: Settings,
): AccountDirectory {
  const hiding = hidingNumberOfRow(settings)
  return {
    async findByNames(names, looking) {
      if (names.length === 0) return []
      const rows = await selectAccounts(database, hiding, looking)
        .where('user_name', 'in', names)
        .execute()
      return rows.map((row) => readListed(row, looking))
    },

    async findByIds(ids, looking) {
      if (ids.length === 0) return []
      const rows = await selectAccounts(database, hiding, looking)
        .where('user_id', 'in', ids)
        .execute()
      return rows.map((row) => readListed(row, looking))
    },

    async search(search, looking) {
      const { from, to, prefix, inGroups, notInGroups, activeSince, descending } = search
      const [first, last] = descending ? [to, from] : [from, to]
      const member = (groups: readonly string[]): Expression<SqlBool> =>
        currentMemberships(database, looking.now)
          .select('ug_user')
          .where('ug_user', '=', sql.ref<number>('user.user_id'))
          .where('ug_group', 'in', groups)
          .$call((found) => sql<SqlBool>`exists ${found}`)

      const rows = await selectAccounts(database, hiding, looking)
        .$if(first !== undefined, (query) => query.where('user_name', '>=', first ?? ''))
        .$if(last !== undefined, (query) => query.where('user_name', '<=', last ?? ''))
        .$if(prefix !== undefined, (query) =>
          query
            // The index finds these; the last condition makes sure.
            .where('user_name', '>=', prefix ?? '')
            .where('user_name', '<=', `${prefix}\u{10ffff}`)
            .where(sql<SqlBool>`substr(user_name, 1, length(${prefix})) = ${prefix}`),
        )
        .$if(inGroups !== undefined, (query) => query.where(member(inGroups ?? [])))
        .$if(notInGroups !== undefined, (query) =>
          query.where(({ not }) => not(member(notInGroups ?? []))),
        )
        .$if(!looking.seesUnlisted, (query) =>
          query.where(sql<SqlBool>`${hiding} <> ${hidingNumber('lists')}`),
        )
        .$if(search.withEditsOnly, (query) => query.where('user_editcount', '>', 0))
        .$if(activeSince !== undefined, (query) =>
          query.where('user_id', 'in', actions(database, activeSince).select(userOfActor)),
        )
        .orderBy('user_name', descending ? 'desc' : 'asc')
        .limit(search.limit)
        .execute()
      return rows.map((row) => readListed(row, looking))
    },

    async memberships(ids, now) {
      if (ids.length === 0) return new Map()
      const rows = await currentMemberships(database, now)
        .select(['ug_user', 'ug_group', 'ug_expiry'])
        .where('ug_user', 'in', ids)
        .orderBy('ug_group')
        .execute()
      const found = new Map<number, Membership[]>(ids.map((id) => [id, []]))
      for (const { ug_user, ug_group, ug_expiry } of rows) {
        const expires = ug_expiry === null ? undefined : readDatabaseTime(ug_expiry)
        found.get(ug_user)?.push({ group: ug_group, expires })
      }
      return found
    },

    async recentActions(ids, since) {
      if (ids.length === 0) return new Map()
      const rows = await actions(database, since)
        .select(({ fn }) => [userOfActor, fn.countAll<number>().as('actions')])
        .where('actor_user', 'in', ids)
        .groupBy('actor_user')
        .execute()
      return new Map(rows.map(({ user, actions }) => [user, actions]))
    },
  }
}

const userOfActor = sql<number>`actor_user`.as('user')

function selectAccounts(
  database: Kysely<MediaWikiTables>,
  hiding: RawBuilder<number>,
  { now, seesHidden }: Looking,
) {
  return database
    .selectFrom('user')
    .leftJoin('ipblocks', (join) =>
      join.onRef('ipb_user', '=', 'user_id').on('ipb_expiry', '>', databaseTime(now)),
    )
    .leftJoin('actor', 'actor_id', 'ipb_by_actor')
    .leftJoin('comment', 'comment_id', 'ipb_reason_id')
    .selectAll('user')
    .selectAll('ipblocks')
    .select(['actor_name', 'actor_user', 'comment_text', hiding.as('hiding')])
    .$if(!seesHidden, (query) =>
      query
        .where((row) => row.or([row('ipb_deleted', '=', 0), row('ipb_deleted', 'is', null)]))
        .where(sql<SqlBool>`${hiding} < ${hidingNumber('suppressed')}`),
    )
}

type ListedRow = Awaited<ReturnType<ReturnType<typeof selectAccounts>['execute']>>[number]

function readListed(row: ListedRow, { now }: Looking): ListedAccount {
  return {
    account: readAccount(row),
    block: isBlock(row) ? readBlock(row, now) : undefined,
    hidden: row.ipb_deleted === 1 || row.hiding === hidingNumber('suppressed'),
  }
}

/** All columns of the block are there, or none. */
function isBlock(row: ListedRow): row is ListedRow & Parameters<typeof readBlock>[0] {
  return row.ipb_id !== null
}

function currentMemberships(database: Kysely<MediaWikiTables>, now: Date) {
  return database
    .selectFrom('user_groups')
    .where((row) =>
      row.or([row('ug_expiry', 'is', null), row('ug_expiry', '>=', databaseTime(now))]),
    )
}

/** What accounts have done; that somebody got an account is no deed. */
function actions(database: Kysely<MediaWikiTables>, since: Date | undefined) {
  return database
    .selectFrom('recentchanges')
    .innerJoin('actor', 'actor_id', 'rc_actor')
    .where('actor_user', 'is not', null)
    .where('rc_type', '!=', doneElsewhere)
    .where((row) => row.or([row('rc_log_type', 'is', null), row('rc_log_type', '!=', 'newusers')]))
    .where('rc_timestamp', '>=', since === undefined ? '' : databaseTime(since))
}
