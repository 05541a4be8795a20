import { blob, blobOrNull, empty, id, integer, integerOrNull, textOrNull, zero } from './column.ts'

/** Pages, their revisions and their text. */
// biome-ignore format: a table
export const pageTables = {
  page: {
    columns: {
      page_id: id, page_namespace: integer, page_title: blob, page_is_redirect: zero,
      page_is_new: zero, page_random: 'REAL NOT NULL', page_touched: blob,
      page_links_updated: blobOrNull, page_latest: integer, page_len: integer,
      page_content_model: blobOrNull, page_lang: blobOrNull,
    },
    unique: { page_name_title: 'page_namespace, page_title' },
    index: {
      page_random: 'page_random', page_len: 'page_len',
      page_redirect_namespace_len: 'page_is_redirect, page_namespace, page_len',
    },
  },
  page_props: {
    columns: {
      pp_page: integer, pp_propname: blob, pp_value: blob, pp_sortkey: 'REAL DEFAULT NULL',
    },
    key: 'pp_page, pp_propname',
    unique: {
      pp_propname_page: 'pp_propname, pp_page',
      pp_propname_sortkey_page: 'pp_propname, pp_sortkey, pp_page',
    },
  },
  page_restrictions: {
    columns: {
      pr_id: id, pr_page: integer, pr_type: blob, pr_level: blob, pr_cascade: integer,
      pr_expiry: blobOrNull,
    },
    unique: { pr_pagetype: 'pr_page, pr_type' },
    index: { pr_typelevel: 'pr_type, pr_level', pr_level: 'pr_level', pr_cascade: 'pr_cascade' },
  },
  protected_titles: {
    columns: {
      pt_namespace: integer, pt_title: blob, pt_user: integer, pt_reason_id: integer,
      pt_timestamp: blob, pt_expiry: blob, pt_create_perm: blob,
    },
    key: 'pt_namespace, pt_title',
    index: { pt_timestamp: 'pt_timestamp' },
  },
  redirect: {
    columns: {
      rd_from: zero, rd_namespace: zero, rd_title: empty, rd_interwiki: textOrNull,
      rd_fragment: blobOrNull,
    },
    key: 'rd_from',
    index: { rd_ns_title: 'rd_namespace, rd_title, rd_from' },
  },
  category: {
    columns: { cat_id: id, cat_title: blob, cat_pages: zero, cat_subcats: zero, cat_files: zero },
    unique: { cat_title: 'cat_title' },
    index: { cat_pages: 'cat_pages' },
  },
  revision: {
    columns: {
      rev_id: id, rev_page: integer, rev_comment_id: zero, rev_actor: zero, rev_timestamp: blob,
      rev_minor_edit: zero, rev_deleted: zero, rev_len: integerOrNull,
      rev_parent_id: integerOrNull, rev_sha1: empty,
    },
    index: {
      rev_timestamp: 'rev_timestamp', rev_page_timestamp: 'rev_page, rev_timestamp',
      rev_actor_timestamp: 'rev_actor, rev_timestamp, rev_id',
      rev_page_actor_timestamp: 'rev_page, rev_actor, rev_timestamp',
    },
  },
  revision_comment_temp: {
    columns: { revcomment_rev: integer, revcomment_comment_id: integer },
    key: 'revcomment_rev, revcomment_comment_id',
    unique: { revcomment_rev: 'revcomment_rev' },
  },
  ip_changes: {
    columns: { ipc_rev_id: zero, ipc_rev_timestamp: blob, ipc_hex: empty },
    key: 'ipc_rev_id',
    index: { ipc_rev_timestamp: 'ipc_rev_timestamp', ipc_hex_time: 'ipc_hex, ipc_rev_timestamp' },
  },
  archive: {
    columns: {
      ar_id: id, ar_namespace: zero, ar_title: empty, ar_comment_id: integer, ar_actor: integer,
      ar_timestamp: blob, ar_minor_edit: zero, ar_rev_id: integer, ar_deleted: zero,
      ar_len: integerOrNull, ar_page_id: integerOrNull, ar_parent_id: integerOrNull,
      ar_sha1: empty,
    },
    unique: { ar_revid_uniq: 'ar_rev_id' },
    index: {
      ar_name_title_timestamp: 'ar_namespace, ar_title, ar_timestamp',
      ar_actor_timestamp: 'ar_actor, ar_timestamp',
    },
  },
  slots: {
    columns: {
      slot_revision_id: integer, slot_role_id: integer, slot_content_id: integer,
      slot_origin: integer,
    },
    key: 'slot_revision_id, slot_role_id',
    index: { slot_revision_origin_role: 'slot_revision_id, slot_origin, slot_role_id' },
  },
  slot_roles: {
    columns: { role_id: id, role_name: blob },
    unique: { role_name: 'role_name' },
  },
  content: {
    columns: {
      content_id: id, content_size: integer, content_sha1: blob, content_model: integer,
      content_address: blob,
    },
  },
  content_models: {
    columns: { model_id: id, model_name: blob },
    unique: { model_name: 'model_name' },
  },
  text: {
    columns: { old_id: id, old_text: blob, old_flags: blob },
  },
} as const
