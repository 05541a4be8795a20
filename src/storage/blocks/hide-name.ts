import { type RawBuilder, sql, type Transaction } from 'kysely'
import type { MediaWikiTables } from '../schema.ts'

/** MediaWiki's bits: what was done, who did it, and that only few may see either. */
const [action, user, restricted] = [1, 4, 8]

/** Where MediaWiki keeps who did something, with the columns of what is hidden and of who it was. */
const signed = [
  ['revision', 'rev_deleted', 'rev_actor'],
  ['archive', 'ar_deleted', 'ar_actor'],
  ['recentchanges', 'rc_deleted', 'rc_actor'],
  ['oldimage', 'oi_deleted', 'oi_actor'],
  ['filearchive', 'fa_deleted', 'fa_actor'],
] as const

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

  for (const [table, column, actorColumn] of signed) {
    await sql`update ${sql.table(table)} set ${sql.ref(column)} = ${change(column, by)} where ${sql.ref(actorColumn)} in ${actor}`.execute(
      transaction,
    )
  }
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
