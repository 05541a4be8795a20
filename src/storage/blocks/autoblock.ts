import type { Transaction } from 'kysely'
import type { NewBlock } from '../../auth/blocks/block-changes.ts'
import { databaseTime, readDatabaseTime } from '../../clock.ts'
import type { MediaWikiTables } from '../schema.ts'
import { addressToHex } from './address-hex.ts'
import { databaseExpiry, makeSharedColumns } from './new-row.ts'
import { replaceRestrictions } from './restrictions.ts'

/** Blocks the address from which a blocked account last changed something, as far as recent changes know. */
export async function blockLastAddress(
  transaction: Transaction<MediaWikiTables>,
  id: number,
  block: NewBlock,
): Promise<void> {
  const latest = await transaction
    .selectFrom('recentchanges')
    .innerJoin('actor', 'actor_id', 'rc_actor')
    .select('rc_ip')
    .where('actor_name', '=', block.target.name)
    .orderBy('rc_timestamp', 'desc')
    .limit(1)
    .executeTakeFirst()
  if (latest?.rc_ip) await blockAddress(transaction, { id, block, address: latest.rc_ip })
}

/** Blocks an address because of another block; where it is blocked already, at most for longer. */
async function blockAddress(
  transaction: Transaction<MediaWikiTables>,
  { id, block, address }: { id: number; block: NewBlock; address: string },
): Promise<void> {
  const now = databaseTime(block.made)
  const known = await transaction
    .selectFrom('ipblocks')
    .select(['ipb_id', 'ipb_auto', 'ipb_timestamp'])
    .where('ipb_address', '=', address)
    .where('ipb_expiry', '>=', now)
    .orderBy('ipb_auto')
    .executeTakeFirst()
  const expires = autoblockEnd(block.made, block)
  if (known !== undefined) {
    const made = readDatabaseTime(known.ipb_timestamp) ?? block.made
    if (known.ipb_auto === 0 || isOver(block, autoblockEnd(made, block))) return
    await transaction
      .updateTable('ipblocks')
      .set({ ipb_timestamp: now, ipb_expiry: databaseTime(expires) })
      .where('ipb_id', '=', known.ipb_id)
      .execute()
    return
  }

  const hex = addressToHex(address)
  const { reason } = block.autoblocks
  const { ipb_id } = await transaction
    .insertInto('ipblocks')
    .values({
      ...(await makeSharedColumns(transaction, { ...block, reason })),
      ipb_address: address,
      ipb_user: 0,
      ipb_auto: 1,
      ipb_anon_only: 0,
      ipb_enable_autoblock: 0,
      ipb_timestamp: now,
      ipb_expiry: isOver(block, expires) ? databaseExpiry(block.expires) : databaseTime(expires),
      ipb_range_start: hex,
      ipb_range_end: hex,
      ipb_block_email: 0,
      ipb_parent_block_id: id,
    })
    .returning('ipb_id')
    .executeTakeFirstOrThrow()
  await replaceRestrictions(transaction, [ipb_id], block.restrictions)
}

function autoblockEnd(since: Date, { autoblocks }: NewBlock): Date {
  return new Date(since.getTime() + autoblocks.seconds * 1000)
}

/** Whether a block has ended by then. */
function isOver({ expires }: NewBlock, then: Date): boolean {
  return expires !== undefined && expires <= then
}
