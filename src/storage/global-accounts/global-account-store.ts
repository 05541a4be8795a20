import type { Kysely, Transaction } from 'kysely'
import type {
  GlobalAccount,
  GlobalAccountStore,
  StatusChange,
} from '../../auth/accounts/global-account-store.ts'
import type { UserName } from '../../auth/names/user-name.ts'
import type { ExtensionTables } from '../extension-schema.ts'
import { writeLogEntry } from '../log/write-log-entry.ts'
import type { MediaWikiTables } from '../schema.ts'
import { RowMemory } from '../sqlite/row-memory.ts'
import type { SqliteConnection } from '../sqlite/sqlite-connection.ts'
import { hidingLevel, hidingNumber } from './hiding-levels.ts'
import { deleteSuppressionBlock, insertSuppressionBlock } from './suppression-block.ts'

type Tables = MediaWikiTables & ExtensionTables

/** Keeps global accounts in the tables of the extension CentralAuth; `wiki` is this wiki's name there. */
export function globalAccountStore(
  database: Kysely<MediaWikiTables>,
  connection: SqliteConnection,
  wiki: string,
): GlobalAccountStore {
  const tables: Kysely<Tables> = database.withTables<ExtensionTables>()
  const locked = new RowMemory(
    connection,
    () => tables.selectFrom('globaluser').select('gu_locked').where('gu_name', '=', '').compile(),
    ([row]) => row?.gu_locked === 1,
  )
  return {
    isLocked: (name) => locked.find(name),

    find: (name) => find(tables, name, wiki),

    setStatus(change) {
      return tables.transaction().execute(async (transaction) => {
        const now = await find(transaction, change.from.name, wiki)
        const { locked, hidden } = change.from
        if (now?.locked !== locked || now.hidden !== hidden) return false

        await write(transaction, change, wiki)
        if (change.locked && !locked) await replaceToken(transaction, change)
        const core: Transaction<MediaWikiTables> = transaction
        if (change.hidden === 'suppressed') await insertSuppressionBlock(core, change)
        else if (hidden === 'suppressed') await deleteSuppressionBlock(core, change)
        await writeLogEntry(core, change.log)
        return true
      })
    },

    delete(name, log) {
      return tables.transaction().execute(async (transaction) => {
        if ((await find(transaction, name, wiki)) === undefined) return false

        await transaction.deleteFrom('globaluser').where('gu_name', '=', name).execute()
        // Whose name is known, and who is no global account, is one of this wiki only.
        await transaction
          .insertInto('localnames')
          .values({ ln_wiki: wiki, ln_name: name })
          .onConflict((conflict) => conflict.doNothing())
          .execute()
        const core: Transaction<MediaWikiTables> = transaction
        await writeLogEntry(core, log)
        return true
      })
    },
  }
}

/** Accounts are global ones from the beginning, and get a row once there is something to say of them. */
async function find(
  tables: Kysely<Tables>,
  name: UserName,
  wiki: string,
): Promise<GlobalAccount | undefined> {
  const row = await tables
    .selectFrom('user')
    .leftJoin('globaluser', 'gu_name', 'user_name')
    .leftJoin('localnames', (join) =>
      join.onRef('ln_name', '=', 'user_name').on('ln_wiki', '=', wiki),
    )
    .select(['user_id', 'user_editcount', 'gu_id', 'gu_locked', 'gu_hidden_level', 'ln_name'])
    .where('user_name', '=', name)
    .executeTakeFirst()
  if (row === undefined || (row.ln_name !== null && row.gu_id === null)) return undefined

  return {
    id: row.user_id,
    name,
    editCount: row.user_editcount ?? 0,
    locked: row.gu_locked === 1,
    hidden: hidingLevel(row.gu_hidden_level ?? 0),
  }
}

async function write(
  transaction: Transaction<Tables>,
  { from, locked, hidden }: StatusChange,
  wiki: string,
): Promise<void> {
  const status = {
    gu_locked: locked ? 1 : 0,
    gu_hidden: hidden,
    gu_hidden_level: hidingNumber(hidden),
  }
  await transaction
    .insertInto('globaluser')
    .values({ gu_id: from.id, gu_name: from.name, gu_home_db: wiki, ...status })
    .onConflict((conflict) => conflict.column('gu_name').doUpdateSet(status))
    .execute()
}

async function replaceToken(
  transaction: Transaction<Tables>,
  { from, token }: StatusChange,
): Promise<void> {
  await transaction
    .updateTable('user')
    .set({ user_token: token })
    .where('user_id', '=', from.id)
    .execute()
}
