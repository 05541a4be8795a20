import type { Generated } from 'kysely'

/**
 * Fourteen digits in UTC, `20260101120000`, compared as text.
 *
 * PostgreSQL has real timestamps instead; its adapter spells them this way.
 */
export type Timestamp = string

/** A moment, or the word `infinity`. */
export type Expiry = string

/** 0 or 1, as SQL has no other word for it. */
export type Flag = number

export interface UserTable {
  user_id: Generated<number>
  /** Canonical: with spaces, not underscores. */
  user_name: string
  user_real_name: Generated<string>
  /** A hash with its type in front, `:pbkdf2:…`, or empty: no password matches. */
  user_password: string
  user_newpassword: string
  user_newpass_time: Timestamp | null
  user_email: string
  user_touched: Timestamp
  /** 32 hexadecimal digits; a system user's begins with `*** INVALID ***`. */
  user_token: Generated<string>
  user_email_authenticated: Timestamp | null
  /** MD5 of the token that was mailed. */
  user_email_token: string | null
  user_email_token_expires: Timestamp | null
  user_registration: Timestamp | null
  user_editcount: number | null
  user_password_expires: Timestamp | null
}

export interface UserGroupsTable {
  ug_user: number
  ug_group: string
  /** NULL for ever. */
  ug_expiry: Timestamp | null
}

export interface UserFormerGroupsTable {
  ufg_user: number
  ufg_group: string
}

export interface UserPropertiesTable {
  up_user: number
  up_property: string
  up_value: string | null
}

export interface UserNewtalkTable {
  user_id: Generated<number>
  user_ip: Generated<string>
  user_last_timestamp: Timestamp | null
}

export interface UserAutocreateSerialTable {
  uas_shard: number
  uas_value: number
}

export interface ActorTable {
  actor_id: Generated<number>
  /** NULL for an address. */
  actor_user: number | null
  actor_name: string
}

export interface BotPasswordsTable {
  bp_user: number
  bp_app_id: string
  bp_password: string
  bp_token: Generated<string>
  /** JSON, as is `bp_grants`. */
  bp_restrictions: string
  bp_grants: string
}

export interface IpblocksTable {
  ipb_id: Generated<number>
  /** A user name, an address or a range. */
  ipb_address: string
  ipb_user: Generated<number>
  ipb_by_actor: number
  ipb_reason_id: number
  ipb_timestamp: Timestamp
  ipb_auto: Generated<Flag>
  ipb_anon_only: Generated<Flag>
  ipb_create_account: Generated<Flag>
  ipb_enable_autoblock: Generated<Flag>
  ipb_expiry: Expiry
  /** Upper-case hexadecimal, after `v6-` for IPv6; empty for a user. */
  ipb_range_start: string
  ipb_range_end: string
  ipb_deleted: Generated<Flag>
  ipb_block_email: Generated<Flag>
  ipb_allow_usertalk: Generated<Flag>
  ipb_parent_block_id: number | null
  ipb_sitewide: Generated<Flag>
}

export interface IpblocksRestrictionsTable {
  ir_ipb_id: number
  /** 1 a page, 2 a namespace, 3 an action. */
  ir_type: number
  ir_value: number
}

/** Newer columns (`modtoken`, `flags`) are not in every cache file: nobody may use them. */
export interface ObjectcacheTable {
  keyname: string
  value: Uint8Array | null
  /** For ever is `99991231235959`. */
  exptime: Timestamp
}

export interface CommentTable {
  comment_id: Generated<number>
  /** CRC-32 of text XOR CRC-32 of data, as a signed number. */
  comment_hash: number
  comment_text: string
  comment_data: string | null
}

export interface LoggingTable {
  log_id: Generated<number>
  log_type: string
  log_action: string
  log_timestamp: Timestamp
  log_actor: number
  log_namespace: Generated<number>
  log_title: Generated<string>
  log_page: number | null
  log_comment_id: number
  /** PHP-serialised. */
  log_params: string
  log_deleted: Generated<number>
}

export interface LogSearchTable {
  ls_field: string
  ls_value: string
  ls_log_id: number
}

export interface RecentchangesTable {
  rc_id: Generated<number>
  rc_timestamp: Timestamp
  rc_actor: number
  rc_namespace: Generated<number>
  rc_title: Generated<string>
  rc_comment_id: number
  rc_minor: Generated<Flag>
  rc_bot: Generated<Flag>
  rc_new: Generated<Flag>
  rc_cur_id: Generated<number>
  rc_this_oldid: Generated<number>
  rc_last_oldid: Generated<number>
  /** 0 an edit, 1 a new page, 3 a log entry, 5 external, 6 a change of category. */
  rc_type: Generated<number>
  rc_source: Generated<string>
  /** 0 no, 1 yes, 2 by itself. */
  rc_patrolled: Generated<number>
  rc_ip: Generated<string>
  rc_old_len: number | null
  rc_new_len: number | null
  rc_deleted: Generated<number>
  rc_logid: Generated<number>
  rc_log_type: string | null
  rc_log_action: string | null
  rc_params: string | null
}

export interface WatchlistTable {
  wl_id: Generated<number>
  wl_user: number
  wl_namespace: Generated<number>
  wl_title: Generated<string>
  wl_notificationtimestamp: Timestamp | null
}

export interface WatchlistExpiryTable {
  we_item: number
  we_expiry: Timestamp
}

export interface ChangeTagTable {
  ct_id: Generated<number>
  ct_rc_id: number | null
  ct_log_id: number | null
  ct_rev_id: number | null
  ct_params: string | null
  ct_tag_id: number
}

export interface ChangeTagDefTable {
  ctd_id: Generated<number>
  ctd_name: string
  ctd_user_defined: Flag
  ctd_count: Generated<number>
}

export interface InterwikiTable {
  iw_prefix: string
  iw_url: string
  iw_api: string
  iw_wikiid: string
  iw_local: Flag
  iw_trans: Generated<Flag>
}

export interface SiteStatsTable {
  /** There is one row: 1. */
  ss_row_id: number
  ss_total_edits: number | null
  ss_good_articles: number | null
  ss_total_pages: number | null
  ss_users: number | null
  ss_active_users: number | null
  ss_images: number | null
}

export interface UpdatelogTable {
  ul_key: string
  ul_value: string | null
}

export interface PageTable {
  page_id: Generated<number>
  page_namespace: number
  page_title: string
  page_is_redirect: Generated<Flag>
  page_is_new: Generated<Flag>
  page_random: number
  page_touched: Timestamp
  page_links_updated: Timestamp | null
  page_latest: number
  page_len: number
  page_content_model: string | null
  page_lang: string | null
}

export interface RevisionTable {
  rev_id: Generated<number>
  rev_page: number
  rev_comment_id: Generated<number>
  rev_actor: Generated<number>
  rev_timestamp: Timestamp
  rev_minor_edit: Generated<Flag>
  rev_deleted: Generated<number>
  rev_len: number | null
  rev_parent_id: number | null
  /** SHA-1 in base 36, 31 digits. */
  rev_sha1: Generated<string>
}

export interface SlotsTable {
  slot_revision_id: number
  slot_role_id: number
  slot_content_id: number
  slot_origin: number
}

export interface SlotRolesTable {
  role_id: Generated<number>
  role_name: string
}

export interface ContentTable {
  content_id: Generated<number>
  content_size: number
  content_sha1: string
  content_model: number
  /** `tt:` and an `old_id`. */
  content_address: string
}

export interface ContentModelsTable {
  model_id: Generated<number>
  model_name: string
}

export interface TextTable {
  old_id: Generated<number>
  /** Bytes when `old_flags` says `gzip`. */
  old_text: string | Uint8Array
  old_flags: string
}

/**
 * The tables of MediaWiki 1.39 that Jeton reads or writes, with MediaWiki's names.
 *
 * All text is a string, also in columns that are declared BLOB: SQLite compares a string
 * and bytes as different. Only `objectcache.value` is bytes. A column is `Generated`
 * where its default is a sensible value; where it would hide a mistake, it has to be given.
 */
export interface MediaWikiTables {
  user: UserTable
  user_groups: UserGroupsTable
  user_former_groups: UserFormerGroupsTable
  user_properties: UserPropertiesTable
  user_newtalk: UserNewtalkTable
  user_autocreate_serial: UserAutocreateSerialTable
  actor: ActorTable
  bot_passwords: BotPasswordsTable
  ipblocks: IpblocksTable
  ipblocks_restrictions: IpblocksRestrictionsTable
  objectcache: ObjectcacheTable
  comment: CommentTable
  logging: LoggingTable
  log_search: LogSearchTable
  recentchanges: RecentchangesTable
  watchlist: WatchlistTable
  watchlist_expiry: WatchlistExpiryTable
  change_tag: ChangeTagTable
  change_tag_def: ChangeTagDefTable
  interwiki: InterwikiTable
  site_stats: SiteStatsTable
  updatelog: UpdatelogTable
  page: PageTable
  revision: RevisionTable
  slots: SlotsTable
  slot_roles: SlotRolesTable
  content: ContentTable
  content_models: ContentModelsTable
  text: TextTable
}
