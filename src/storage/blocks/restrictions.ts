import type { Kysely } from 'kysely'
import type { BlockRestrictions } from '../../auth/blocks/block-changes.ts'
import type { MediaWikiTables } from '../schema.ts'

/** The kinds of restrictions by MediaWiki's numbers. */
export const restrictionTypes = { pages: 1, namespaces: 2, actions: 3 } as const

/** Makes these the restrictions of blocks, instead of those that they had. */
export async function replaceRestrictions(
  database: Kysely<MediaWikiTables>,
  blockIds: readonly number[],
  restrictions: BlockRestrictions,
): Promise<void> {
  await deleteRestrictions(database, blockIds)
  const rows = blockIds.flatMap((ir_ipb_id) =>
    kinds.flatMap((kind) =>
      [...new Set(restrictions[kind])].map((ir_value) => {
        return { ir_ipb_id, ir_type: restrictionTypes[kind], ir_value }
      }),
    ),
  )
  if (rows.length > 0) await database.insertInto('ipblocks_restrictions').values(rows).execute()
}

/** Takes their restrictions away from blocks. */
export async function deleteRestrictions(
  database: Kysely<MediaWikiTables>,
  blockIds: readonly number[],
): Promise<void> {
  if (blockIds.length === 0) return
  await database.deleteFrom('ipblocks_restrictions').where('ir_ipb_id', 'in', blockIds).execute()
}

/** The restrictions of a block. */
export async function findRestrictions(
  database: Kysely<MediaWikiTables>,
  blockId: number,
): Promise<BlockRestrictions> {
  const rows = await database
    .selectFrom('ipblocks_restrictions')
    .select(['ir_type', 'ir_value'])
    .where('ir_ipb_id', '=', blockId)
    .execute()
  const valuesOf = (kind: keyof BlockRestrictions): number[] =>
    rows.filter((row) => row.ir_type === restrictionTypes[kind]).map(({ ir_value }) => ir_value)
  return {
    pages: valuesOf('pages'),
    namespaces: valuesOf('namespaces'),
    actions: valuesOf('actions'),
  }
}

/** Tells whether two blocks are from the same things. */
export function equalRestrictions(one: BlockRestrictions, other: BlockRestrictions): boolean {
  return kinds.every((kind) => {
    const [ones, others] = [new Set(one[kind]), new Set(other[kind])]
    return ones.symmetricDifference(others).size === 0
  })
}

const kinds = ['pages', 'namespaces', 'actions'] as const
