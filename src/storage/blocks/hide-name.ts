import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { MediaWikiTables } from '../schema.ts'

/** MediaWiki's bits: what was done, who did it, and that only few may see either. */
const [action, user, restricted] = [1, 4, 8]

/** Hides an account's name from all that tells of what it has done, or of what was done to it; or shows it again. */
export async function setNameHidden(
  transaction: Transaction<MediaWikiTables>,
  name: string,
  isHidden: boolean,
): Promise<void> {
  const change = (column: string, bits: number): RawBuilder<number> =>
    isHidden
      ? sql<number>`${sql.ref(column)} | ${bits}`
      : sql<number>`${sql.ref(column)} & ${~bits}`
  const by = user | restricted
  const about = action | restricted
  const title = name.replaceAll(' ', '_')
  const actor = transaction.selectFrom('actor').select('actor_id').where('actor_name', '=', name)

  await transaction
    .updateTable('revision')
    .set({ rev_deleted: change('rev_deleted', by) })
    .where('rev_actor', 'in', actor)
    .execute()
  await transaction
    .updateTable('recentchanges')
    .set({ rc_deleted: change('rc_deleted', by) })
    .where('rc_actor', 'in', actor)
    .execute()
  await transaction
    .updateTable('recentchanges')
    .set({ rc_deleted: change('rc_deleted', about) })
    .where('rc_namespace', '=', 2)
    .where('rc_title', '=', title)
    .where('rc_logid', '>', 0)
    .execute()
  await transaction
    .updateTable('logging')
    .set({ log_deleted: change('log_deleted', by) })
    .where('log_actor', 'in', actor)
    .where('log_type', '!=', 'suppress')
    .execute()
  await transaction
    .updateTable('logging')
    .set({ log_deleted: change('log_deleted', about) })
    .where('log_namespace', '=', 2)
    .where('log_title', '=', title)
    .where('log_type', '!=', 'suppress')
    .execute()
}
