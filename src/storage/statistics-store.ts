import type { Kysely } from 'kysely'
import type { StatisticsStore } from '../auth/site/statistics-store.ts'
import type { MediaWikiTables } from './schema.ts'

/** Reads a wiki's figures from MediaWiki's table `site_stats`. */
export function statisticsStore(database: Kysely<MediaWikiTables>): StatisticsStore {
  return {
    async read() {
      const row = await database.selectFrom('site_stats').selectAll().executeTakeFirst()
      return {
        pages: row?.ss_total_pages ?? 0,
        articles: row?.ss_good_articles ?? 0,
        edits: row?.ss_total_edits ?? 0,
        images: row?.ss_images ?? 0,
        users: row?.ss_users ?? 0,
        activeusers: row?.ss_active_users ?? 0,
      }
    },
  }
}
