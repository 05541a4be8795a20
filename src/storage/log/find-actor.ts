import type { Transaction } from 'kysely'
import type { Performer } from '../../auth/log-entry.ts'
import type { MediaWikiTables } from '../schema.ts'

/** Finds the row that stands for who does something, or makes it: an address has one from its first deed on. */
export async function findActor(
  transaction: Transaction<MediaWikiTables>,
  { id, name }: Performer,
): Promise<number> {
  const known = await transaction
    .selectFrom('actor')
    .select(['actor_id', 'actor_user'])
    .where('actor_name', '=', name)
    .executeTakeFirst()
  // An upsert would do for all, but uses up a number each time.
  if (known !== undefined && (id === 0 || known.actor_user === id)) return known.actor_id

  const { actor_id } = await transaction
    .insertInto('actor')
    .values({ actor_user: id === 0 ? null : id, actor_name: name })
    .onConflict((conflict) =>
      // Says which row it is; somebody of that name may have been imported before there was the account.
      conflict.column('actor_name').doUpdateSet((row) => ({
        actor_user: id === 0 ? row.ref('actor.actor_user') : id,
      })),
    )
    .returning('actor_id')
    .executeTakeFirstOrThrow()
  return actor_id
}
