import type { Kysely } from 'kysely'
import type { PageStore } from '../auth/pages/page-store.ts'
import type { MediaWikiTables } from './schema.ts'

/** Finds pages in MediaWiki's table `page`. */
export function pageStore(database: Kysely<MediaWikiTables>): PageStore {
  return {
    async findByTitle(namespace, text) {
      const row = await database
        .selectFrom('page')
        .select('page_id')
        .where('page_namespace', '=', namespace)
        .where('page_title', '=', text.replaceAll(' ', '_'))
        .executeTakeFirst()
      return row && { id: row.page_id, namespace, text }
    },
  }
}
