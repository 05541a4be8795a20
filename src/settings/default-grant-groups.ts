/** What each grant of a bot password is about, as in MediaWiki 1.39 (`$wgGrantPermissionGroups`). */
export const defaultGrantGroups: Readonly<Record<string, string>> = {
  basic: 'hidden',

  editpage: 'page-interaction',
  createeditmovepage: 'page-interaction',
  editprotected: 'page-interaction',
  patrol: 'page-interaction',

  uploadfile: 'file-interaction',
  uploadeditmovefile: 'file-interaction',

  sendemail: 'email',

  viewmywatchlist: 'watchlist-interaction',
  editmywatchlist: 'watchlist-interaction',

  editmycssjs: 'customization',
  editmyoptions: 'customization',

  editinterface: 'administration',
  editsiteconfig: 'administration',
  rollback: 'administration',
  blockusers: 'administration',
  delete: 'administration',
  viewdeleted: 'administration',
  viewrestrictedlogs: 'administration',
  protect: 'administration',
  oversight: 'administration',
  createaccount: 'administration',
  mergehistory: 'administration',
  import: 'administration',

  highvolume: 'high-volume',

  privateinfo: 'private-information',
}

/** The grants with which a program could make others run its scripts, or write in one's name to people, as MediaWiki since 1.42 (`$wgGrantRiskGroups`). */
export const defaultGrantRisks: Readonly<Record<string, string>> = {
  editmycssjs: 'security',
  editmyoptions: 'security',
  editsiteconfig: 'security',
  import: 'security',
  sendemail: 'security',
}
