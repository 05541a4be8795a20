import type { Transaction } from 'kysely'
import type { NewBlock } from '../../auth/blocks/block-changes.ts'
import { databaseTime } from '../../clock.ts'
import { findActor } from '../log/find-actor.ts'
import { findComment } from '../log/find-comment.ts'
import type { MediaWikiTables } from '../schema.ts'
import { rangeToHex } from './address-hex.ts'

/** A time as `ipblocks` keeps the end of a block. */
export function databaseExpiry(expires: Date | undefined): string {
  return expires === undefined ? 'infinity' : databaseTime(expires)
}

/** The columns of `ipblocks` for a block, but for when it was made. */
export async function makeRow(transaction: Transaction<MediaWikiTables>, block: NewBlock) {
  const { target } = block
  const isAccount = target.kind === 'account'
  const [first, last] = isAccount ? ['', ''] : rangeToHex(target.name)
  return {
    ipb_address: target.name,
    ipb_user: target.id,
    ipb_auto: 0,
    // Nobody is blocked by name without being logged in, and an address has used no others.
    ipb_anon_only: asFlag(!isAccount && block.anonymousOnly),
    ipb_enable_autoblock: asFlag(isAccount && block.autoblock),
    ipb_expiry: databaseExpiry(block.expires),
    ipb_range_start: first,
    ipb_range_end: last,
    ipb_block_email: asFlag(block.noEmail),
    ...(await makeSharedColumns(transaction, block)),
  } as const
}

/** Those columns that the blocks of addresses that the account used have from its own. */
export async function makeSharedColumns(
  transaction: Transaction<MediaWikiTables>,
  block: NewBlock,
) {
  return {
    ipb_by_actor: await findActor(transaction, block.by),
    ipb_reason_id: await findComment(transaction, block.reason),
    ipb_create_account: asFlag(block.createAccount),
    ipb_deleted: asFlag(block.hidden),
    ipb_allow_usertalk: asFlag(block.userTalk),
    ipb_sitewide: asFlag(block.sitewide),
  } as const
}

function asFlag(value: boolean): 0 | 1 {
  return value ? 1 : 0
}
