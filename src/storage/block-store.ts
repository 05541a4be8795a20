import { isIPv4 } from 'node:net'
import type { Kysely, Selectable } from 'kysely'
import type { BlockStore, StoredBlock } from '../auth/block-store.ts'
import { databaseTime, readDatabaseTime } from '../clock.ts'
import type { MediaWikiTables } from './schema.ts'

/** Keeps blocks in MediaWiki's table `ipblocks`. */
export function blockStore(database: Kysely<MediaWikiTables>): BlockStore {
  return {
    async find(userId, address, now) {
      const hex = addressToHex(address)
      const rows = await database
        .selectFrom('ipblocks')
        .leftJoin('actor', 'actor_id', 'ipb_by_actor')
        .leftJoin('comment', 'comment_id', 'ipb_reason_id')
        .selectAll('ipblocks')
        .select(['actor_name', 'actor_user', 'comment_text'])
        .where((row) =>
          row.or([
            ...(userId === 0 ? [] : [row('ipb_user', '=', userId)]),
            row('ipb_address', '=', address),
            row.and([
              row('ipb_range_start', '<=', hex),
              row('ipb_range_end', '>=', hex),
              // IPv4 and IPv6 are not to be compared with each other.
              row('ipb_range_start', 'like', `${hex.slice(0, 4)}%`),
            ]),
          ]),
        )
        .where('ipb_expiry', '>', databaseTime(now))
        .orderBy('ipb_id')
        .execute()
      const ids = new Set(rows.map((row) => row.ipb_id))
      // What blocks an address because a blocked account used it says nothing new beside its cause.
      const first = rows.filter(
        (row) => row.ipb_auto === 0 || !ids.has(row.ipb_parent_block_id ?? 0),
      )
      return first.map((row) => readBlock(row, now))
    },
  }
}

/** A row of `ipblocks`, with who made the block and why. */
type BlockRow = Selectable<MediaWikiTables['ipblocks']> & {
  readonly actor_name: string | null
  readonly actor_user: number | null
  readonly comment_text: string | null
}

/** Makes a block of its row. */
export function readBlock(row: BlockRow, now: Date): StoredBlock {
  return {
    id: row.ipb_id,
    ofAddress: row.ipb_user === 0,
    byName: row.actor_name ?? '',
    byId: row.actor_user ?? 0,
    reason: row.comment_text ?? '',
    made: readDatabaseTime(row.ipb_timestamp) ?? now,
    expires: readDatabaseTime(row.ipb_expiry),
    sitewide: row.ipb_sitewide === 1,
    createAccount: row.ipb_create_account === 1,
    anonymousOnly: row.ipb_anon_only === 1,
  }
}

/** An address as MediaWiki compares it: `7F000001`, and after `v6-` for IPv6. */
export function addressToHex(address: string): string {
  if (isIPv4(address))
    return address
      .split('.')
      .map((part) => byteToHex(Number(part)))
      .join('')

  const [head = '', tail] = address.split('::')
  const first = head === '' ? [] : head.split(':')
  const last = tail ? tail.split(':') : []
  const zeros = Array.from({ length: 8 - first.length - last.length }, () => '0')
  const groups = tail === undefined ? first : [...first, ...zeros, ...last]
  return `v6-${groups.map((group) => group.padStart(4, '0').toUpperCase()).join('')}`
}

function byteToHex(byte: number): string {
  return byte.toString(16).padStart(2, '0').toUpperCase()
}
