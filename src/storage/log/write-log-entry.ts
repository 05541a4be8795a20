import type { Transaction } from 'kysely'
import type { LogEntry } from '../../auth/log-entry.ts'
import { databaseTime } from '../../clock.ts'
import { serializePhp } from '../../php/php-serialize.ts'
import type { MediaWikiTables } from '../schema.ts'
import { findActor } from './find-actor.ts'
import { findComment } from './find-comment.ts'
import { writeTags } from './write-tags.ts'

/**
 * Writes what was done into MediaWiki's log, and into its recent changes: in the transaction of what
 * was done, so that there is never one without the other. Returns the entry's id.
 */
export async function writeLogEntry(
  transaction: Transaction<MediaWikiTables>,
  entry: LogEntry,
): Promise<number> {
  const actor = await findActor(transaction, entry.by)
  const comment = await findComment(transaction, entry.reason)
  const params = serializePhp(entry.params).toString()
  const title = entry.page.title.replaceAll(' ', '_')
  const { log_id: id } = await transaction
    .insertInto('logging')
    .values({
      log_type: entry.type,
      log_action: entry.action,
      log_timestamp: databaseTime(entry.made),
      log_actor: actor,
      log_namespace: entry.page.namespace,
      log_title: title,
      log_page: 0,
      log_comment_id: comment,
      log_params: params,
    })
    .returning('log_id')
    .executeTakeFirstOrThrow()

  const relations = Object.entries(entry.relations ?? {}).flatMap(([field, values]) =>
    values.map((value) => ({ ls_field: field, ls_value: value, ls_log_id: id })),
  )
  if (relations.length > 0) await transaction.insertInto('log_search').values(relations).execute()
  const change = entry.recent
    ? await writeRecentChange(transaction, entry, { id, actor, comment, title, params })
    : null
  await writeTags(transaction, entry.tags ?? [], { log: id, change })
  return id
}

/** The parts of an entry that its recent change has as well. */
interface Written {
  readonly id: number
  readonly actor: number
  readonly comment: number
  readonly title: string
  readonly params: string
}

async function writeRecentChange(
  transaction: Transaction<MediaWikiTables>,
  entry: LogEntry,
  { id, actor, comment, title, params }: Written,
): Promise<number> {
  const { rc_id } = await transaction
    .insertInto('recentchanges')
    .values({
      rc_timestamp: databaseTime(entry.made),
      rc_actor: actor,
      rc_namespace: entry.page.namespace,
      rc_title: title,
      rc_comment_id: comment,
      rc_bot: entry.byBot ? 1 : 0,
      rc_type: 3,
      rc_source: 'mw.log',
      // There is nothing to patrol about an entry: it counts as looked at.
      rc_patrolled: 2,
      rc_ip: entry.address,
      rc_logid: id,
      rc_log_type: entry.type,
      rc_log_action: entry.action,
      rc_params: params,
    })
    .returning('rc_id')
    .executeTakeFirstOrThrow()
  await tellWatchers(transaction, entry, title)
  return rc_id
}

/** Who watches the page has something new to see, unless that was so already or he did it himself. */
async function tellWatchers(
  transaction: Transaction<MediaWikiTables>,
  { page, by, made }: LogEntry,
  title: string,
): Promise<void> {
  await transaction
    .updateTable('watchlist')
    .set({ wl_notificationtimestamp: databaseTime(made) })
    .where('wl_namespace', '=', page.namespace)
    .where('wl_title', '=', title)
    .where('wl_user', '!=', by.id)
    .where('wl_notificationtimestamp', 'is', null)
    .execute()
}
