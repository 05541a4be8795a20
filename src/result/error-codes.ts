import type { MessageKey } from '../messages/message.ts'

/**
 * Every error a client can meet: the message a person reads, and the code a program reads.
 * Codes are a public promise, and MediaWiki's: add freely, never rename.
 */
export const errorCodes = {
  'apierror-assertanonfailed': 'assertanonfailed',
  'apierror-assertbotfailed': 'assertbotfailed',
  'apierror-assertnameduserfailed': 'assertnameduserfailed',
  'apierror-assertuserfailed': 'assertuserfailed',
  'apierror-autoblocked': 'autoblocked',
  'apierror-centralauth-editconflict': 'editconflict',
  'apierror-badcontinue': 'badcontinue',
  'apierror-badgenerator-notgenerator': 'badgenerator',
  'apierror-badgenerator-unknown': 'badgenerator',
  'apierror-badip': 'param_ip',
  'apierror-badmodule-badsubmodule': 'badmodule',
  'apierror-badmodule-nosubmodules': 'badmodule',
  // The parameter follows: `badurl_loginreturnurl`.
  'apierror-badurl': 'badurl',
  'apierror-badtoken': 'badtoken',
  // The code names the parameter: so far only this one is read so.
  'apierror-baduser': 'baduser_user',
  'apierror-blocked': 'blocked',
  'apierror-blocked-partial': 'blocked',
  'apierror-cantblock-email': 'cantblock-email',
  'apierror-cidrtoobroad': 'cidrtoobroad',
  'apierror-exceptioncaught': 'internal_api_error',
  'apierror-http-contenttoolarge': 'http-contenttoolarge',
  'apierror-invalidexpiry': 'invalidexpiry',
  'apierror-invalidmethod': 'invalidmethod',
  'apierror-invalidparammix': 'invalidparammix',
  // Only the pages of a query say so.
  'apierror-invalidparammix-cannotusewith': 'multisource',
  'apierror-jeton-nosuchsession': 'nosuchsession',
  'apierror-maxlag': 'maxlag',
  'apierror-maxlag-generic': 'maxlag',
  // Of all parameters, only `optionname` is missed in these words.
  'apierror-missingparam': 'nooptionname',
  'apierror-missingparam-at-least-one-of': 'missingparam',
  'apierror-missingparam-one-of': 'missingparam',
  'apierror-mustbeloggedin': 'notloggedin',
  'apierror-mustbeposted': 'mustbeposted',
  'apierror-mustpostparams': 'mustpostparams',
  'apierror-nochanges': 'nochanges',
  'apierror-nosuchuserid': 'nosuchuserid',
  'apierror-pastexpiry': 'pastexpiry',
  'apierror-permissiondenied': 'permissiondenied',
  'apierror-permissiondenied-unblock': 'permissiondenied',
  'apierror-promised-nonwrite-api': 'promised-nonwrite-api',
  'apierror-ratelimited': 'ratelimited',
  'apierror-readapidenied': 'readapidenied',
  'apierror-readonly': 'readonly',
  'apierror-show': 'show',
  'apierror-siteinfo-includealldenied': 'includeAllDenied',
  'apierror-toofewexpiries': 'toofewexpiries',
  'apierror-toomanyparams': 'toomanyparams',
  'apierror-unavailable': 'internal_api_error_DBConnectionError',
  'apierror-writeapidenied': 'writeapidenied',
  'badaccess-group0': 'permissiondenied',
  badipaddress: 'invalidip',
  'cant-see-hidden-user': 'cant-see-hidden-user',
  ip_range_toolarge: 'ip_range_toolarge',
  'ipb-empty-block': 'ipb-empty-block',
  'ipb-prevent-user-talk-edit': 'ipb-prevent-user-talk-edit',
  ipb_already_blocked: 'alreadyblocked',
  ipb_cant_unblock: 'cantunblock',
  ipb_expiry_invalid: 'invalidexpiry',
  ipb_expiry_old: 'ipb_expiry_old',
  ipb_expiry_temp: 'ipb_expiry_temp',
  ipb_hide_invalid: 'ipb_hide_invalid',
  ipb_hide_partial: 'ipb_hide_partial',
  ipbblocked: 'ipbblocked',
  ipbnounblockself: 'ipbnounblockself',
  noname: 'invaliduser',
  nosuchusershort: 'nosuchuser',
  nouserspecified: 'invaliduser',
  'paramvalidator-badexpiry': 'badexpiry',
  'paramvalidator-badexpiry-duration': 'paramvalidator-badexpiry-duration',
  'paramvalidator-badexpiry-past': 'badexpiry-past',
  'paramvalidator-badinteger': 'badinteger',
  'paramvalidator-badtimestamp': 'badtimestamp',
  'paramvalidator-badtitle': 'badtitle',
  'paramvalidator-badupload-nofile': 'badupload',
  'paramvalidator-badupload-notupload': 'badupload',
  'paramvalidator-baduser': 'baduser',
  'paramvalidator-badvalue-enumnotmulti': 'badvalue',
  'paramvalidator-maxbytes': 'maxbytes',
  'paramvalidator-maxchars': 'maxchars',
  'paramvalidator-missingparam': 'missingparam',
  'paramvalidator-missingtitle': 'missingtitle',
  'paramvalidator-notmulti': 'badvalue',
  'paramvalidator-outofrange-max': 'outofrange',
  'paramvalidator-outofrange-min': 'outofrange',
  'paramvalidator-outofrange-minmax': 'outofrange',
  'paramvalidator-toomanyvalues': 'toomanyvalues',
  range_block_disabled: 'rangedisabled',
  'tags-apply-blocked': 'tags-apply-blocked',
  'tags-apply-no-permission': 'tags-apply-no-permission',
  'tags-apply-not-allowed-multi': 'badtags',
  'tags-apply-not-allowed-one': 'badtags',
  'unblock-hideuser': 'unblock-hideuser',
  userexists: 'userexists',
  'userrights-no-interwiki': 'nointerwikiuserrights',
  'userrights-nodatabase': 'nosuchdatabase',
} as const satisfies Partial<Record<MessageKey, string>>

/** The messages that an error can carry. */
export type ErrorKey = keyof typeof errorCodes

/** The codes that a client can read in `error.code` and the header `MediaWiki-API-Error`. */
export type ErrorCode = (typeof errorCodes)[ErrorKey]

/** The code of an error, with the parameter that it is about where codes name that. */
export function codeAbout(key: ErrorKey, about: string | undefined): string {
  return about === undefined ? errorCodes[key] : `${errorCodes[key]}_${about}`
}
