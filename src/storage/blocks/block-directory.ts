import { type Expression, type ExpressionBuilder, type Kysely, type SqlBool, sql } from 'kysely'
import type { BlockDirectory, BlockSearch, Restriction } from '../../auth/blocks/block-directory.ts'
import { databaseTime } from '../../clock.ts'
import type { MediaWikiTables } from '../schema.ts'
import { hexToAddress, rangeToHex } from './address-hex.ts'
import { readBlock, selectBlocks } from './block-row.ts'
import { restrictionTypes } from './restrictions.ts'

/** Looks up many blocks at once in MediaWiki's tables. */
export function blockDirectory(database: Kysely<MediaWikiTables>): BlockDirectory {
  return {
    async search(search, now) {
      const direction = search.newestFirst ? 'desc' : 'asc'
      const rows = await selectBlocks(database)
        .where('ipb_expiry', '>', databaseTime(now))
        .where((row) => row.and(conditionsOf(search, row)))
        .orderBy('ipb_timestamp', direction)
        .orderBy('ipb_id', direction)
        .limit(search.limit)
        .execute()
      const partial = rows.filter((row) => row.ipb_sitewide === 0).map(({ ipb_id }) => ipb_id)
      const restrictions = await restrictionsOf(database, partial)
      return rows.map((row) => ({
        ...readBlock(row, now),
        noEmail: row.ipb_block_email === 1,
        userTalk: row.ipb_allow_usertalk === 1,
        range: [hexToAddress(row.ipb_range_start), hexToAddress(row.ipb_range_end)],
        restrictions: restrictions.get(row.ipb_id) ?? [],
      }))
    },
  }
}

type Row = ExpressionBuilder<MediaWikiTables, 'ipblocks'>

function conditionsOf(search: BlockSearch, row: Row): Expression<SqlBool>[] {
  const { newestFirst, start, end, from, ids, targets, holdingFor } = search
  const [later, earlier] = newestFirst ? (['<=', '>='] as const) : (['>=', '<='] as const)
  const isRange = sql<SqlBool>`ipb_range_end > ipb_range_start`
  const isPoint = sql<SqlBool>`ipb_range_end = ipb_range_start`
  const ofNobody = row('ipb_user', '=', 0)
  return [
    ...(start ? [row('ipb_timestamp', later, databaseTime(start))] : []),
    ...(end ? [row('ipb_timestamp', earlier, databaseTime(end))] : []),
    ...(from ? [isFrom(row, from, newestFirst)] : []),
    ...(ids ? [row('ipb_id', 'in', ids)] : []),
    ...(targets ? [row('ipb_address', 'in', targets), row('ipb_auto', '=', 0)] : []),
    ...(holdingFor === undefined ? [] : holdsFor(row, holdingFor)),
    ...chosen(search.ofAccount, row('ipb_user', '!=', 0), ofNobody),
    ...chosen(
      search.ofAddress,
      row.and([ofNobody, isPoint]),
      row.or([row('ipb_user', '!=', 0), isRange]),
    ),
    // As in MediaWiki, an account counts as no range.
    ...chosen(search.ofRange, isRange, isPoint),
    ...chosen(
      search.temporary,
      row('ipb_expiry', '!=', 'infinity'),
      row('ipb_expiry', '=', 'infinity'),
    ),
    ...(search.seesHidden ? [] : [row('ipb_deleted', '=', 0)]),
  ]
}

function chosen(
  wanted: boolean | undefined,
  yes: Expression<SqlBool>,
  no: Expression<SqlBool>,
): Expression<SqlBool>[] {
  if (wanted === undefined) return []
  return [wanted ? yes : no]
}

function isFrom(
  row: Row,
  { made, id }: { readonly made: Date; readonly id: number },
  newestFirst: boolean,
): Expression<SqlBool> {
  const time = databaseTime(made)
  const [beyond, orAt] = newestFirst ? (['<', '<='] as const) : (['>', '>='] as const)
  return row.or([
    row('ipb_timestamp', beyond, time),
    row.and([row('ipb_timestamp', '=', time), row('ipb_id', orAt, id)]),
  ])
}

function holdsFor(row: Row, addresses: string): Expression<SqlBool>[] {
  const [first, last] = rangeToHex(addresses)
  return [
    row('ipb_range_start', '<=', first),
    row('ipb_range_end', '>=', last),
    row('ipb_range_start', '!=', ''),
    row('ipb_auto', '=', 0),
  ]
}

async function restrictionsOf(
  database: Kysely<MediaWikiTables>,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly Restriction[]>> {
  if (ids.length === 0) return new Map()
  const rows = await database
    .selectFrom('ipblocks_restrictions')
    .leftJoin('page', (join) =>
      join.onRef('page_id', '=', 'ir_value').on('ir_type', '=', restrictionTypes.pages),
    )
    .select(['ir_ipb_id', 'ir_type', 'ir_value', 'page_namespace', 'page_title'])
    .where('ir_ipb_id', 'in', ids)
    .orderBy('ir_type')
    .orderBy('ir_value')
    .execute()
  const found = new Map<number, Restriction[]>(ids.map((id) => [id, []]))
  for (const { ir_ipb_id, ir_type, ir_value, page_namespace, page_title } of rows) {
    const kind = kindOf(ir_type)
    if (kind === undefined) continue
    const text = page_title?.replaceAll('_', ' ')
    const page =
      page_namespace === null || text === undefined
        ? undefined
        : { namespace: page_namespace, text }
    found.get(ir_ipb_id)?.push({ kind, value: ir_value, ...(page && { page }) })
  }
  return found
}

function kindOf(type: number): Restriction['kind'] | undefined {
  const kinds = ['pages', 'namespaces', 'actions'] as const
  return kinds.find((kind) => restrictionTypes[kind] === type)
}
