/** Rights by name; `false` takes back what another entry of the same group gives. */
export type Permissions = Readonly<Record<string, Readonly<Record<string, boolean>>>>

function all(rights: string): Readonly<Record<string, boolean>> {
  return Object.fromEntries(rights.split(/\s+/).map((right) => [right, true]))
}

/** What each group may do, as in MediaWiki 1.39 (`$wgGroupPermissions`). */
export const defaultGroupPermissions: Permissions = {
  '*': all(`createaccount read edit createpage createtalk writeapi viewmywatchlist editmywatchlist
    viewmyprivateinfo editmyprivateinfo editmyoptions`),
  user: all(`move move-subpages move-rootuserpages move-categorypages movefile read edit createpage
    createtalk writeapi upload reupload reupload-shared minoredit editmyusercss editmyuserjson
    editmyuserjs editmyuserjsredirect purge sendemail applychangetags changetags editcontentmodel`),
  autoconfirmed: all('autoconfirmed editsemiprotected'),
  bot: all(`bot autoconfirmed editsemiprotected nominornewtalk autopatrol suppressredirect
    apihighlimits writeapi`),
  sysop: all(`block createaccount delete bigdelete deletedhistory deletedtext undelete editinterface
    editsitejson edituserjson import importupload move move-subpages move-rootuserpages
    move-categorypages patrol autopatrol protect editprotected rollback upload reupload
    reupload-shared unwatchedpages autoconfirmed editsemiprotected ipblock-exempt blockemail
    markbotedits apihighlimits browsearchive noratelimit movefile unblockself suppressredirect
    mergehistory managechangetags deletechangetags`),
  'interface-admin': all(`editinterface editsitecss editsitejson editsitejs editusercss edituserjson
    edituserjs`),
  bureaucrat: all('userrights noratelimit'),
  suppress: all(`hideuser suppressrevision viewsuppressed suppressionlog deleterevision
    deletelogentry`),
}

const edit = 'edit minoredit applychangetags changetags editcontentmodel'
const editInterface = `${edit} editinterface edituserjson editsitejson`

/** What each grant of a bot password allows, as in MediaWiki 1.39 (`$wgGrantPermissions`). */
export const defaultGrantPermissions: Permissions = {
  basic: all(`autocreateaccount autoconfirmed autopatrol editsemiprotected ipblock-exempt
    nominornewtalk patrolmarks purge read writeapi unwatchedpages`),
  highvolume: all('bot apihighlimits noratelimit markbotedits'),
  import: all('import importupload'),
  editpage: all(edit),
  editprotected: all(`${edit} editprotected`),
  editmycssjs: all(`${edit} editmyusercss editmyuserjson editmyuserjs`),
  editmyoptions: all('editmyoptions editmyuserjson'),
  editinterface: all(editInterface),
  editsiteconfig: all(`${editInterface} editusercss edituserjs editsitecss editsitejs`),
  createeditmovepage: all(`${edit} createpage createtalk delete-redirect move move-rootuserpages
    move-subpages move-categorypages suppressredirect`),
  uploadfile: all('upload reupload-own'),
  uploadeditmovefile: all(`upload reupload-own reupload reupload-shared upload_by_url movefile
    suppressredirect`),
  patrol: all('patrol'),
  rollback: all('rollback'),
  blockusers: all('block blockemail'),
  viewdeleted: all('browsearchive deletedhistory deletedtext'),
  viewrestrictedlogs: all('suppressionlog'),
  delete: all(`${edit} browsearchive deletedhistory deletedtext delete bigdelete deletelogentry
    deleterevision undelete`),
  oversight: all('suppressrevision viewsuppressed'),
  protect: all(`${edit} editprotected protect`),
  viewmywatchlist: all('viewmywatchlist'),
  editmywatchlist: all('editmywatchlist'),
  sendemail: all('sendemail'),
  createaccount: all('createaccount'),
  privateinfo: all('viewmyprivateinfo'),
  mergehistory: all('mergehistory'),
}
