import type { Kysely } from 'kysely'
import type { BlockStore, StoredBlock } from '../../auth/blocks/block-store.ts'
import { withValue } from '../../awaitable.ts'
import { databaseTime } from '../../clock.ts'
import type { Settings } from '../../settings/settings.ts'
import type { MediaWikiTables } from '../schema.ts'
import { RowMemory } from '../sqlite/row-memory.ts'
import type { SqliteConnection } from '../sqlite/sqlite-connection.ts'
import { addressToHex } from './address-hex.ts'
import { type BlockRow, readBlock, selectBlocks } from './block-row.ts'

/** Looks up blocks in MediaWiki's table `ipblocks`. */
export function blockStore(
  database: Kysely<MediaWikiTables>,
  connection: SqliteConnection,
  { BlockCIDRLimit }: Pick<Settings, 'BlockCIDRLimit'>,
): BlockStore {
  const found = new RowMemory(
    connection,
    () => spellSearch(database),
    (rows) => rows,
  )
  return {
    find(userId, address, now) {
      const rows = found.find(`${userId} ${address}`, () => {
        const id = userId === 0 ? nobody : userId
        if (address === undefined) return [id, null, null, null, null]

        const hex = addressToHex(address)
        return [id, address, sharedDigits(hex, BlockCIDRLimit), hex, hex]
      })
      return withValue(rows, (stored) => readCurrent(stored, now))
    },

    async findById(id, now) {
      const row = await selectBlocks(database)
        .where('ipb_id', '=', id)
        .where('ipb_expiry', '>=', databaseTime(now))
        .executeTakeFirst()
      return row && readBlock(row, now)
    },

    async findByTarget(name, now) {
      const row = await selectBlocks(database)
        .where('ipb_address', '=', name)
        .where('ipb_expiry', '>=', databaseTime(now))
        .orderBy('ipb_auto')
        .executeTakeFirst()
      return row && readBlock(row, now)
    },
  }
}

const none: readonly StoredBlock[] = []

function readCurrent(rows: readonly BlockRow[], now: Date): readonly StoredBlock[] {
  if (rows.length === 0) return none

  const time = databaseTime(now)
  const current = rows.filter(({ ipb_expiry }) => ipb_expiry >= time)
  const ids = new Set(current.map((row) => row.ipb_id))
  // What blocks an address because a blocked account used it says nothing new beside its cause.
  const first = current.filter(
    (row) => row.ipb_auto === 0 || !ids.has(row.ipb_parent_block_id ?? 0),
  )
  return first.map((row) => readBlock(row, now))
}

// No account has this number, and no other block either.
const nobody = -1

/** All blocks of an account, of an address and of its ranges, also those that are over. */
function spellSearch(database: Kysely<MediaWikiTables>) {
  return selectBlocks(database)
    .where((row) =>
      row.or([
        row('ipb_user', '=', nobody),
        row('ipb_address', '=', ''),
        row.and([
          row('ipb_range_start', '>=', ''),
          row('ipb_range_start', '<=', ''),
          // In this order every IPv6 address, with its `v`, comes after all IPv4 ones.
          row('ipb_range_end', '>=', ''),
        ]),
      ]),
    )
    .orderBy('ipb_id')
    .compile()
}

/**
 * What an address has in common with each range that it can be in. As in MediaWiki, larger ones than may
 * be blocked do not count: so a few rows of an index are looked at, and not all blocks at each request.
 */
function sharedDigits(hex: string, { IPv4, IPv6 }: Settings['BlockCIDRLimit']): string {
  const length = hex.startsWith('v6-') ? 'v6-'.length + Math.floor(IPv6 / 4) : Math.floor(IPv4 / 4)
  return hex.slice(0, length)
}
