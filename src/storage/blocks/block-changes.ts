import type { Kysely, Selectable, Transaction } from 'kysely'
import type { BlockChanges, NewBlock } from '../../auth/blocks/block-changes.ts'
import { databaseTime } from '../../clock.ts'
import { writeLogEntry } from '../log/write-log-entry.ts'
import type { MediaWikiTables } from '../schema.ts'
import { blockLastAddress } from './autoblock.ts'
import { setNameHidden } from './hide-name.ts'
import { makeRow, makeSharedColumns } from './new-row.ts'
import { purgeExpired } from './purge-expired.ts'
import {
  deleteRestrictions,
  equalRestrictions,
  findRestrictions,
  replaceRestrictions,
} from './restrictions.ts'

type Writing = Transaction<MediaWikiTables>
type Row = Awaited<ReturnType<typeof makeRow>>

/** Makes and lifts blocks in MediaWiki's tables `ipblocks` and `ipblocks_restrictions`. */
export function blockChanges(database: Kysely<MediaWikiTables>): BlockChanges {
  return {
    place(block, may, log) {
      return database.transaction().execute(async (transaction) => {
        const { target, made } = block
        await purgeExpired(transaction, target.name, made)
        const row = await makeRow(transaction, block)
        const prior = await findPrior(transaction, block)
        const isInTheWay =
          prior !== undefined &&
          (!may.change ||
            (prior.ipb_deleted === 1 && !may.hidden) ||
            (await isLike(transaction, prior, row, block)))
        if (isInTheWay) return { outcome: 'already blocked' }

        const id = prior
          ? await changeBlock(transaction, prior.ipb_id, row, block)
          : await insertBlock(transaction, row, block)
        if (row.ipb_enable_autoblock === 1) await blockLastAddress(transaction, id, block)
        if (block.hidden) await setNameHidden(transaction, target.name, true)
        if (prior === undefined) await endSessions(transaction, block)
        const changed = prior !== undefined
        await writeLogEntry(transaction, log({ id, changed }))
        return { outcome: changed ? 'changed' : 'placed', id }
      })
    },

    lift({ id, hidden }, log) {
      return database.transaction().execute(async (transaction) => {
        const lifted = await transaction
          .deleteFrom('ipblocks')
          .where('ipb_id', '=', id)
          .where('ipb_deleted', '=', hidden ? 1 : 0)
          .returning(['ipb_user', 'ipb_address'])
          .executeTakeFirst()
        if (lifted === undefined) return false

        const children = await findChildren(transaction, id)
        await deleteRestrictions(transaction, [...children, id])
        await transaction.deleteFrom('ipblocks').where('ipb_parent_block_id', '=', id).execute()
        const isNamed = hidden && lifted.ipb_user !== 0
        if (isNamed) await setNameHidden(transaction, lifted.ipb_address, false)
        await writeLogEntry(transaction, log)
        return true
      })
    },
  }
}

/** The block that there is of the same target; one that follows from another is not in the way of its own. */
function findPrior(transaction: Writing, { target }: NewBlock) {
  return transaction
    .selectFrom('ipblocks')
    .selectAll()
    .where('ipb_address', '=', target.name)
    .where('ipb_auto', '=', 0)
    .executeTakeFirst()
}

/** Whoever made it, and when. */
async function isLike(
  transaction: Writing,
  prior: Selectable<MediaWikiTables['ipblocks']>,
  row: Row,
  { restrictions }: NewBlock,
): Promise<boolean> {
  const { ipb_by_actor: _, ...rest } = row
  const isSame = Object.entries(rest).every(
    ([column, value]) => prior[column as keyof typeof prior] === value,
  )
  if (!isSame) return false
  return equalRestrictions(await findRestrictions(transaction, prior.ipb_id), restrictions)
}

async function insertBlock(transaction: Writing, row: Row, block: NewBlock): Promise<number> {
  const { ipb_id } = await transaction
    .insertInto('ipblocks')
    .values({ ...row, ipb_timestamp: databaseTime(block.made), ipb_parent_block_id: null })
    .returning('ipb_id')
    .executeTakeFirstOrThrow()
  await replaceRestrictions(transaction, [ipb_id], block.restrictions)
  return ipb_id
}

/** Makes a block another one; what follows from it follows suit. */
async function changeBlock(
  transaction: Writing,
  id: number,
  row: Row,
  block: NewBlock,
): Promise<number> {
  await transaction.updateTable('ipblocks').set(row).where('ipb_id', '=', id).execute()
  const children = await findChildren(transaction, id)
  if (row.ipb_enable_autoblock === 1) {
    await transaction
      .updateTable('ipblocks')
      .set(await makeSharedColumns(transaction, block))
      .where('ipb_parent_block_id', '=', id)
      .execute()
    await replaceRestrictions(transaction, [id, ...children], block.restrictions)
    return id
  }
  await transaction.deleteFrom('ipblocks').where('ipb_parent_block_id', '=', id).execute()
  await deleteRestrictions(transaction, children)
  await replaceRestrictions(transaction, [id], block.restrictions)
  return id
}

async function findChildren(transaction: Writing, id: number): Promise<readonly number[]> {
  const rows = await transaction
    .selectFrom('ipblocks')
    .select('ipb_id')
    .where('ipb_parent_block_id', '=', id)
    .execute()
  return rows.map(({ ipb_id }) => ipb_id)
}

async function endSessions(
  transaction: Writing,
  { target, newToken, made }: NewBlock,
): Promise<void> {
  if (newToken === undefined) return
  await transaction
    .updateTable('user')
    .set({ user_token: newToken, user_touched: databaseTime(made) })
    .where('user_id', '=', target.id)
    .execute()
}
