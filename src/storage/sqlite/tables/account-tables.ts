import { blob, blobOrNull, empty, id, integer, integerOrNull, one, zero } from './column.ts'

/** Who there is, what they may do, and who may not. */
// biome-ignore format: a table
export const accountTables = {
  user: {
    columns: {
      user_id: id, user_name: empty, user_real_name: empty, user_password: blob,
      user_newpassword: blob, user_newpass_time: blobOrNull, user_email: 'CLOB NOT NULL',
      user_touched: blob, user_token: empty, user_email_authenticated: blobOrNull,
      user_email_token: blobOrNull, user_email_token_expires: blobOrNull,
      user_registration: blobOrNull, user_editcount: integerOrNull,
      user_password_expires: blobOrNull,
    },
    unique: { user_name: 'user_name' },
    index: { user_email_token: 'user_email_token', user_email: 'user_email' },
  },
  user_groups: {
    columns: { ug_user: zero, ug_group: empty, ug_expiry: blobOrNull },
    key: 'ug_user, ug_group',
    index: { ug_group: 'ug_group', ug_expiry: 'ug_expiry' },
  },
  user_former_groups: {
    columns: { ufg_user: zero, ufg_group: empty },
    key: 'ufg_user, ufg_group',
  },
  user_properties: {
    columns: { up_user: integer, up_property: blob, up_value: blobOrNull },
    key: 'up_user, up_property',
    index: { up_property: 'up_property' },
  },
  user_newtalk: {
    columns: { user_id: zero, user_ip: empty, user_last_timestamp: blobOrNull },
    index: { un_user_id: 'user_id', un_user_ip: 'user_ip' },
  },
  user_autocreate_serial: {
    columns: { uas_shard: integer, uas_value: integer },
    key: 'uas_shard',
  },
  actor: {
    columns: { actor_id: id, actor_user: integerOrNull, actor_name: blob },
    unique: { actor_user: 'actor_user', actor_name: 'actor_name' },
  },
  bot_passwords: {
    columns: {
      bp_user: integer, bp_app_id: blob, bp_password: blob, bp_token: empty,
      bp_restrictions: blob, bp_grants: blob,
    },
    key: 'bp_user, bp_app_id',
  },
  ipblocks: {
    columns: {
      ipb_id: id, ipb_address: blob, ipb_user: zero, ipb_by_actor: integer,
      ipb_reason_id: integer, ipb_timestamp: blob, ipb_auto: zero, ipb_anon_only: zero,
      ipb_create_account: one, ipb_enable_autoblock: one, ipb_expiry: blob,
      ipb_range_start: blob, ipb_range_end: blob, ipb_deleted: zero, ipb_block_email: zero,
      ipb_allow_usertalk: zero, ipb_parent_block_id: integerOrNull, ipb_sitewide: one,
    },
    unique: { ipb_address_unique: 'ipb_address, ipb_user, ipb_auto' },
    index: {
      ipb_user: 'ipb_user', ipb_range: 'ipb_range_start, ipb_range_end',
      ipb_timestamp: 'ipb_timestamp', ipb_expiry: 'ipb_expiry',
      ipb_parent_block_id: 'ipb_parent_block_id',
    },
  },
  ipblocks_restrictions: {
    columns: { ir_ipb_id: integer, ir_type: integer, ir_value: integer },
    key: 'ir_ipb_id, ir_type, ir_value',
    index: { ir_type_value: 'ir_type, ir_value' },
  },
  watchlist: {
    columns: {
      wl_id: id, wl_user: integer, wl_namespace: zero, wl_title: empty,
      wl_notificationtimestamp: blobOrNull,
    },
    unique: { wl_user: 'wl_user, wl_namespace, wl_title' },
    index: {
      wl_namespace_title: 'wl_namespace, wl_title',
      wl_user_notificationtimestamp: 'wl_user, wl_notificationtimestamp',
    },
  },
  watchlist_expiry: {
    columns: { we_item: integer, we_expiry: blob },
    key: 'we_item',
    index: { we_expiry: 'we_expiry' },
  },
} as const
