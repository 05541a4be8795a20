import type { Kysely } from 'kysely'
import type { BlockStore } from '../../auth/blocks/block-store.ts'
import { databaseTime } from '../../clock.ts'
import type { Settings } from '../../settings/settings.ts'
import type { MediaWikiTables } from '../schema.ts'
import { addressToHex } from './address-hex.ts'
import { readBlock, selectBlocks } from './block-row.ts'

/** Looks up blocks in MediaWiki's table `ipblocks`. */
export function blockStore(
  database: Kysely<MediaWikiTables>,
  { BlockCIDRLimit }: Pick<Settings, 'BlockCIDRLimit'>,
): BlockStore {
  const isAnyBlocked = makeQuickLook(database, BlockCIDRLimit)
  return {
    async find(userId, address, now) {
      if (userId === 0 && address === undefined) return []
      if (address !== undefined && !(await isAnyBlocked(userId, address, now))) return []
      const hex = address === undefined ? '' : addressToHex(address)
      const rows = await selectBlocks(database)
        .where((row) =>
          row.or([
            ...(userId === 0 ? [] : [row('ipb_user', '=', userId)]),
            ...(address === undefined
              ? []
              : [
                  row('ipb_address', '=', address),
                  row.and([
                    row('ipb_range_start', '>=', sharedDigits(hex, BlockCIDRLimit)),
                    row('ipb_range_start', '<=', hex),
                    // In this order every IPv6 address, with its `v`, comes after all IPv4 ones.
                    row('ipb_range_end', '>=', hex),
                  ]),
                ]),
          ]),
        )
        .where('ipb_expiry', '>=', databaseTime(now))
        .orderBy('ipb_id')
        .execute()
      const ids = new Set(rows.map((row) => row.ipb_id))
      // What blocks an address because a blocked account used it says nothing new beside its cause.
      const first = rows.filter(
        (row) => row.ipb_auto === 0 || !ids.has(row.ipb_parent_block_id ?? 0),
      )
      return first.map((row) => readBlock(row, now))
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

// No account has this number, and no other block either.
const nobody = -1

/**
 * Tells quickly, of nearly everybody, that there is no block: every answer depends on that, so the
 * statement is made once, and only its values are exchanged.
 */
function makeQuickLook(database: Kysely<MediaWikiTables>, limits: Settings['BlockCIDRLimit']) {
  const statement = database
    .selectFrom('ipblocks')
    .select('ipb_id')
    .where((row) =>
      row.or([
        row('ipb_user', '=', nobody),
        row('ipb_address', '=', ''),
        row.and([
          row('ipb_range_start', '>=', ''),
          row('ipb_range_start', '<=', ''),
          row('ipb_range_end', '>=', ''),
        ]),
      ]),
    )
    .where('ipb_expiry', '>=', '')
    // Without a limit: whenever one is bound, SQLite makes its plan anew, which takes ten times as long.
    .compile()

  return async (userId: number, address: string, now: Date): Promise<boolean> => {
    const hex = addressToHex(address)
    const id = userId === 0 ? nobody : userId
    const first = sharedDigits(hex, limits)
    const parameters = [id, address, first, hex, hex, databaseTime(now)]
    const { rows } = await database.executeQuery({ ...statement, parameters })
    return rows.length > 0
  }
}

/**
 * What an address has in common with each range that it can be in. As in MediaWiki, larger ones than may
 * be blocked do not count: so a few rows of an index are looked at, and not all blocks at each request.
 */
function sharedDigits(hex: string, { IPv4, IPv6 }: Settings['BlockCIDRLimit']): string {
  const length = hex.startsWith('v6-') ? 'v6-'.length + Math.floor(IPv6 / 4) : Math.floor(IPv4 / 4)
  return hex.slice(0, length)
}
