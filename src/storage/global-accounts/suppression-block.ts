import type { Transaction } from 'kysely'
import type { StatusChange } from '../../auth/accounts/global-account-store.ts'
import { databaseTime } from '../../clock.ts'
import { findActor } from '../log/find-actor.ts'
import { findComment } from '../log/find-comment.ts'
import type { MediaWikiTables } from '../schema.ts'

/**
 * Blocks an account so that all of MediaWiki hides its name, as the extension does: it is told by
 * its author, who has no account on this wiki. Who is blocked already stays so.
 */
export async function insertSuppressionBlock(
  transaction: Transaction<MediaWikiTables>,
  { from, suppression: { by, reason, made } }: StatusChange,
): Promise<void> {
  await transaction
    .insertInto('ipblocks')
    .values({
      ipb_address: from.name,
      ipb_user: from.id,
      ipb_by_actor: await findActor(transaction, { id: 0, name: `global>${by}` }),
      ipb_reason_id: await findComment(transaction, reason),
      ipb_timestamp: databaseTime(made),
      ipb_auto: 0,
      ipb_anon_only: 0,
      ipb_create_account: 1,
      ipb_enable_autoblock: 1,
      ipb_expiry: 'infinity',
      ipb_range_start: '',
      ipb_range_end: '',
      ipb_deleted: 1,
      ipb_block_email: 1,
      ipb_allow_usertalk: 0,
      ipb_parent_block_id: null,
      ipb_sitewide: 1,
    })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

/** Takes back the block that hid an account, and no other. */
export async function deleteSuppressionBlock(
  transaction: Transaction<MediaWikiTables>,
  { from }: StatusChange,
): Promise<void> {
  await transaction
    .deleteFrom('ipblocks')
    .where('ipb_user', '=', from.id)
    .where('ipb_deleted', '=', 1)
    .where('ipb_by_actor', 'in', (query) =>
      query.selectFrom('actor').select('actor_id').where('actor_user', 'is', null),
    )
    .execute()
}
