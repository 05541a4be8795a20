import type { Transaction } from 'kysely'
import { databaseTime } from '../../clock.ts'
import type { MediaWikiTables } from '../schema.ts'
import { deleteRestrictions } from './restrictions.ts'

// As many as MediaWiki deletes at once, so that nobody waits long for it.
const most = 100

/** Deletes blocks that have expired: that of one target, which would be in the way of another, and some more. */
export async function purgeExpired(
  transaction: Transaction<MediaWikiTables>,
  name: string,
  now: Date,
): Promise<void> {
  const rows = await transaction
    .selectFrom('ipblocks')
    .select('ipb_id')
    .where('ipb_expiry', '<', databaseTime(now))
    .orderBy((row) => row('ipb_address', '!=', name))
    .limit(most)
    .execute()
  const ids = rows.map(({ ipb_id }) => ipb_id)
  if (ids.length === 0) return

  await deleteRestrictions(transaction, ids)
  await transaction.deleteFrom('ipblocks').where('ipb_id', 'in', ids).execute()
}
