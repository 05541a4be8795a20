/** Every right that MediaWiki 1.39 knows, in its order. */
// biome-ignore format: a table
export const allRights = [
  'apihighlimits', 'applychangetags', 'autoconfirmed', 'autocreateaccount', 'autopatrol',
  'bigdelete', 'block', 'blockemail', 'bot', 'browsearchive', 'changetags', 'createaccount',
  'createpage', 'createtalk', 'delete', 'delete-redirect', 'deletechangetags', 'deletedhistory',
  'deletedtext', 'deletelogentry', 'deleterevision', 'edit', 'editcontentmodel', 'editinterface',
  'editprotected', 'editmyoptions', 'editmyprivateinfo', 'editmyusercss', 'editmyuserjson',
  'editmyuserjs', 'editmyuserjsredirect', 'editmywatchlist', 'editsemiprotected', 'editsitecss',
  'editsitejson', 'editsitejs', 'editusercss', 'edituserjson', 'edituserjs', 'hideuser', 'import',
  'importupload', 'ipblock-exempt', 'managechangetags', 'markbotedits', 'mergehistory',
  'minoredit', 'move', 'movefile', 'move-categorypages', 'move-rootuserpages', 'move-subpages',
  'nominornewtalk', 'noratelimit', 'override-export-depth', 'pagelang', 'patrol', 'patrolmarks',
  'protect', 'purge', 'read', 'reupload', 'reupload-own', 'reupload-shared', 'rollback',
  'sendemail', 'siteadmin', 'suppressionlog', 'suppressredirect', 'suppressrevision',
  'unblockself', 'undelete', 'unwatchedpages', 'upload', 'upload_by_url', 'userrights',
  'userrights-interwiki', 'viewmyprivateinfo', 'viewmywatchlist', 'viewsuppressed', 'writeapi',
] as const
