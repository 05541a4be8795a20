import type { Kysely } from 'kysely'
import type { InterwikiStore } from '../auth/site/interwiki-store.ts'
import type { MediaWikiTables } from './schema.ts'

/** Reads from MediaWiki's table `interwiki`. */
export function interwikiStore(database: Kysely<MediaWikiTables>): InterwikiStore {
  return {
    async list() {
      const rows = await database.selectFrom('interwiki').selectAll().orderBy('iw_prefix').execute()
      return rows.map((row) => ({
        prefix: row.iw_prefix,
        url: row.iw_url,
        api: row.iw_api,
        wikiId: row.iw_wikiid,
        isLocal: row.iw_local === 1,
        isTranscludable: row.iw_trans === 1,
      }))
    },
  }
}
