import { blob, blobOrNull, empty, id, integer, integerOrNull, text, zero } from './column.ts'

/** What belongs to the wiki as a whole: its numbers, neighbours, caches and chores. */
// biome-ignore format: a table
export const wikiTables = {
  site_stats: {
    columns: {
      ss_row_id: integer, ss_total_edits: integerOrNull, ss_good_articles: integerOrNull,
      ss_total_pages: integerOrNull, ss_users: integerOrNull, ss_active_users: integerOrNull,
      ss_images: integerOrNull,
    },
    key: 'ss_row_id',
  },
  updatelog: {
    columns: { ul_key: text, ul_value: blobOrNull },
    key: 'ul_key',
  },
  interwiki: {
    columns: {
      iw_prefix: text, iw_url: blob, iw_api: blob, iw_wikiid: text, iw_local: integer,
      iw_trans: zero,
    },
    key: 'iw_prefix',
  },
  sites: {
    columns: {
      site_id: id, site_global_key: blob, site_type: blob, site_group: blob, site_source: blob,
      site_language: blob, site_protocol: blob, site_domain: text, site_data: blob,
      site_forward: integer, site_config: blob,
    },
    unique: { site_global_key: 'site_global_key' },
    index: {
      site_type: 'site_type', site_group: 'site_group', site_source: 'site_source',
      site_language: 'site_language', site_protocol: 'site_protocol', site_domain: 'site_domain',
      site_forward: 'site_forward',
    },
  },
  site_identifiers: {
    columns: { si_type: blob, si_key: blob, si_site: integer },
    key: 'si_type, si_key',
    index: { si_site: 'si_site', si_key: 'si_key' },
  },
  objectcache: {
    columns: {
      keyname: empty, value: blobOrNull, exptime: blob,
      modtoken: "TEXT DEFAULT '00000000000000000' NOT NULL", flags: integerOrNull,
    },
    key: 'keyname',
    index: { exptime: 'exptime' },
  },
  l10n_cache: {
    columns: { lc_lang: blob, lc_key: text, lc_value: blob },
    key: 'lc_lang, lc_key',
  },
  module_deps: {
    columns: { md_module: blob, md_skin: blob, md_deps: blob },
    key: 'md_module, md_skin',
  },
  job: {
    columns: {
      job_id: id, job_cmd: empty, job_namespace: integer, job_title: blob,
      job_timestamp: blobOrNull, job_params: blob, job_random: zero, job_attempts: zero,
      job_token: empty, job_token_timestamp: blobOrNull, job_sha1: empty,
    },
    index: {
      job_sha1: 'job_sha1', job_cmd_token: 'job_cmd, job_token, job_random',
      job_cmd_token_id: 'job_cmd, job_token, job_id',
      job_cmd: 'job_cmd, job_namespace, job_title, job_params', job_timestamp: 'job_timestamp',
    },
  },
  querycache: {
    columns: { qc_type: blob, qc_value: zero, qc_namespace: zero, qc_title: empty },
    index: { qc_type: 'qc_type, qc_value' },
  },
  querycachetwo: {
    columns: {
      qcc_type: blob, qcc_value: zero, qcc_namespace: zero, qcc_title: empty,
      qcc_namespacetwo: zero, qcc_titletwo: empty,
    },
    index: {
      qcc_type: 'qcc_type, qcc_value', qcc_title: 'qcc_type, qcc_namespace, qcc_title',
      qcc_titletwo: 'qcc_type, qcc_namespacetwo, qcc_titletwo',
    },
  },
  querycache_info: {
    columns: { qci_type: empty, qci_timestamp: "BLOB DEFAULT '19700101000000' NOT NULL" },
    key: 'qci_type',
  },
} as const
