import { blob, blobOrNull, empty, id, integer, integerOrNull, text, zero } from './column.ts'

/** What was done, and what was said about it. */
// biome-ignore format: a table
export const logTables = {
  comment: {
    columns: {
      comment_id: id, comment_hash: integer, comment_text: blob, comment_data: blobOrNull,
    },
    index: { comment_hash: 'comment_hash' },
  },
  logging: {
    columns: {
      log_id: id, log_type: empty, log_action: empty,
      log_timestamp: "BLOB DEFAULT '19700101000000' NOT NULL", log_actor: integer,
      log_namespace: zero, log_title: empty, log_page: integerOrNull, log_comment_id: integer,
      log_params: blob, log_deleted: zero,
    },
    index: {
      log_type_time: 'log_type, log_timestamp', log_actor_time: 'log_actor, log_timestamp',
      log_page_time: 'log_namespace, log_title, log_timestamp', log_times: 'log_timestamp',
      log_actor_type_time: 'log_actor, log_type, log_timestamp',
      log_page_id_time: 'log_page, log_timestamp',
      log_type_action: 'log_type, log_action, log_timestamp',
    },
  },
  log_search: {
    columns: { ls_field: blob, ls_value: text, ls_log_id: zero },
    key: 'ls_field, ls_value, ls_log_id',
    index: { ls_log_id: 'ls_log_id' },
  },
  recentchanges: {
    columns: {
      rc_id: id, rc_timestamp: blob, rc_actor: integer, rc_namespace: zero, rc_title: empty,
      rc_comment_id: integer, rc_minor: zero, rc_bot: zero, rc_new: zero, rc_cur_id: zero,
      rc_this_oldid: zero, rc_last_oldid: zero, rc_type: zero, rc_source: empty,
      rc_patrolled: zero, rc_ip: empty, rc_old_len: integerOrNull, rc_new_len: integerOrNull,
      rc_deleted: zero, rc_logid: zero, rc_log_type: blobOrNull, rc_log_action: blobOrNull,
      rc_params: blobOrNull,
    },
    index: {
      rc_timestamp: 'rc_timestamp',
      rc_namespace_title_timestamp: 'rc_namespace, rc_title, rc_timestamp', rc_cur_id: 'rc_cur_id',
      rc_new_name_timestamp: 'rc_new, rc_namespace, rc_timestamp', rc_ip: 'rc_ip',
      rc_ns_actor: 'rc_namespace, rc_actor', rc_actor: 'rc_actor, rc_timestamp',
      rc_name_type_patrolled_timestamp: 'rc_namespace, rc_type, rc_patrolled, rc_timestamp',
      rc_this_oldid: 'rc_this_oldid',
    },
  },
  change_tag: {
    columns: {
      ct_id: id, ct_rc_id: integerOrNull, ct_log_id: integerOrNull, ct_rev_id: integerOrNull,
      ct_params: blobOrNull, ct_tag_id: integer,
    },
    unique: {
      ct_rc_tag_id: 'ct_rc_id, ct_tag_id', ct_log_tag_id: 'ct_log_id, ct_tag_id',
      ct_rev_tag_id: 'ct_rev_id, ct_tag_id',
    },
    index: { ct_tag_id_id: 'ct_tag_id, ct_rc_id, ct_rev_id, ct_log_id' },
  },
  change_tag_def: {
    columns: { ctd_id: id, ctd_name: blob, ctd_user_defined: integer, ctd_count: zero },
    unique: { ctd_name: 'ctd_name' },
    index: { ctd_count: 'ctd_count', ctd_user_defined: 'ctd_user_defined' },
  },
} as const
