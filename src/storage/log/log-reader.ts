import type { Kysely } from 'kysely'
import type { LogReader } from '../../auth/log-reader.ts'
import { readDatabaseTime } from '../../clock.ts'
import type { PhpArray } from '../../php/php-serialize.ts'
import { PhpSerializeError, unserializePhp } from '../../php/php-unserialize.ts'
import type { MediaWikiTables } from '../schema.ts'

/** Reads MediaWiki's log. */
export function logReader(database: Kysely<MediaWikiTables>): LogReader {
  return {
    async latest({ type, page }, limit) {
      const rows = await database
        .selectFrom('logging')
        .leftJoin('actor', 'actor_id', 'log_actor')
        .leftJoin('comment', 'comment_id', 'log_comment_id')
        .select(['log_action', 'log_timestamp', 'log_params', 'actor_name', 'comment_text'])
        .where('log_type', '=', type)
        .where('log_namespace', '=', page.namespace)
        .where('log_title', '=', page.title.replaceAll(' ', '_'))
        .where('log_deleted', '=', 0)
        .orderBy('log_timestamp', 'desc')
        .orderBy('log_id', 'desc')
        .limit(limit)
        .execute()
      return rows.flatMap((row) => {
        const made = readDatabaseTime(row.log_timestamp)
        if (made === undefined) return []
        return {
          action: row.log_action,
          made,
          byName: row.actor_name ?? '',
          reason: row.comment_text ?? '',
          params: readParams(row.log_params),
        }
      })
    },
  }
}

function readParams(text: string): PhpArray {
  try {
    const value = unserializePhp(Buffer.from(text))
    return value instanceof Map ? value : new Map()
  } catch (error) {
    // Entries of the first years are lines of text.
    if (error instanceof PhpSerializeError) return new Map()
    throw error
  }
}
