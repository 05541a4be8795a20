import { blob, empty, id, integer, text, zero } from './column.ts'

/** Which page points where. */
// biome-ignore format: a table
export const linkTables = {
  linktarget: {
    columns: { lt_id: id, lt_namespace: integer, lt_title: blob },
    unique: { lt_namespace_title: 'lt_namespace, lt_title' },
  },
  pagelinks: {
    columns: { pl_from: zero, pl_namespace: zero, pl_title: empty, pl_from_namespace: zero },
    key: 'pl_from, pl_namespace, pl_title',
    index: {
      pl_namespace: 'pl_namespace, pl_title, pl_from',
      pl_backlinks_namespace: 'pl_from_namespace, pl_namespace, pl_title, pl_from',
    },
  },
  templatelinks: {
    columns: { tl_from: zero, tl_target_id: integer, tl_from_namespace: zero },
    key: 'tl_from, tl_target_id',
    index: {
      tl_target_id: 'tl_target_id, tl_from',
      tl_backlinks_namespace_target_id: 'tl_from_namespace, tl_target_id, tl_from',
    },
  },
  imagelinks: {
    columns: { il_from: zero, il_to: empty, il_from_namespace: zero },
    key: 'il_from, il_to',
    index: { il_to: 'il_to, il_from', il_backlinks_namespace: 'il_from_namespace, il_to, il_from' },
  },
  categorylinks: {
    columns: {
      cl_from: zero, cl_to: empty, cl_sortkey: empty, cl_sortkey_prefix: empty,
      cl_timestamp: text, cl_collation: empty, cl_type: "TEXT DEFAULT 'page' NOT NULL",
    },
    key: 'cl_from, cl_to',
    index: {
      cl_sortkey: 'cl_to, cl_type, cl_sortkey, cl_from', cl_timestamp: 'cl_to, cl_timestamp',
      cl_collation_ext: 'cl_collation, cl_to, cl_type, cl_from',
    },
  },
  externallinks: {
    columns: { el_id: id, el_from: zero, el_to: blob, el_index: blob, el_index_60: blob },
    index: {
      el_from: 'el_from, el_to', el_to: 'el_to, el_from', el_index: 'el_index',
      el_index_60: 'el_index_60, el_id', el_from_index_60: 'el_from, el_index_60, el_id',
    },
  },
  langlinks: {
    columns: { ll_from: zero, ll_lang: empty, ll_title: empty },
    key: 'll_from, ll_lang',
    index: { ll_lang: 'll_lang, ll_title' },
  },
  iwlinks: {
    columns: { iwl_from: zero, iwl_prefix: empty, iwl_title: empty },
    key: 'iwl_from, iwl_prefix, iwl_title',
    index: {
      iwl_prefix_title_from: 'iwl_prefix, iwl_title, iwl_from',
      iwl_prefix_from_title: 'iwl_prefix, iwl_from, iwl_title',
    },
  },
} as const
