import type { Transaction } from 'kysely'
import type { MediaWikiTables } from '../schema.ts'

/** Marks a log entry, and its recent change if it has one, with tags. */
export async function writeTags(
  transaction: Transaction<MediaWikiTables>,
  tags: readonly string[],
  { log, change }: { log: number; change: number | null },
): Promise<void> {
  for (const tag of new Set(tags)) {
    const { ctd_id } = await transaction
      .insertInto('change_tag_def')
      .values({ ctd_name: tag, ctd_user_defined: 0, ctd_count: 1 })
      .onConflict((conflict) =>
        conflict.column('ctd_name').doUpdateSet((row) => ({
          ctd_count: row('change_tag_def.ctd_count', '+', 1),
        })),
      )
      .returning('ctd_id')
      .executeTakeFirstOrThrow()
    await transaction
      .insertInto('change_tag')
      .values({
        ct_log_id: log,
        ct_rc_id: change,
        ct_rev_id: null,
        ct_params: null,
        ct_tag_id: ctd_id,
      })
      .execute()
  }
}
