import type { Kysely, Selectable } from 'kysely'
import type { StoredBlock } from '../../auth/blocks/block-store.ts'
import { readDatabaseTime } from '../../clock.ts'
import type { MediaWikiTables } from '../schema.ts'

/** A row of `ipblocks`, with who made the block and why. */
export type BlockRow = Selectable<MediaWikiTables['ipblocks']> & {
  readonly actor_name: string | null
  readonly actor_user: number | null
  readonly comment_text: string | null
}

/** Looks into `ipblocks`, with who made each block and why. */
export function selectBlocks(database: Kysely<MediaWikiTables>) {
  return database
    .selectFrom('ipblocks')
    .leftJoin('actor', 'actor_id', 'ipb_by_actor')
    .leftJoin('comment', 'comment_id', 'ipb_reason_id')
    .selectAll('ipblocks')
    .select(['actor_name', 'actor_user', 'comment_text'])
}

/** Makes a block of its row. */
export function readBlock(row: BlockRow, now: Date): StoredBlock {
  const kind = kindOf(row)
  return {
    id: row.ipb_id,
    kind,
    target: row.ipb_address,
    targetId: row.ipb_user,
    ofAddress: row.ipb_user === 0,
    parentId: row.ipb_parent_block_id ?? undefined,
    byName: row.actor_name ?? '',
    byId: row.actor_user ?? 0,
    reason: row.comment_text ?? '',
    made: readDatabaseTime(row.ipb_timestamp) ?? now,
    expires: readDatabaseTime(row.ipb_expiry),
    sitewide: row.ipb_sitewide === 1,
    createAccount: row.ipb_create_account === 1,
    // An account is always logged in, and an address has used no others.
    anonymousOnly: kind !== 'account' && row.ipb_anon_only === 1,
    autoblock: kind === 'account' && row.ipb_enable_autoblock === 1,
    hidden: row.ipb_deleted === 1,
  }
}

function kindOf({ ipb_auto, ipb_user, ipb_address }: BlockRow): StoredBlock['kind'] {
  if (ipb_auto === 1) return 'auto'
  if (ipb_user !== 0) return 'account'
  return ipb_address.includes('/') ? 'range' : 'address'
}
