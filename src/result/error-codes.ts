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
  'apierror-badcontinue': 'badcontinue',
  'apierror-badtoken': 'badtoken',
  'apierror-exceptioncaught': 'internal_api_error',
  'apierror-http-contenttoolarge': 'http-contenttoolarge',
  'apierror-invalidmethod': 'invalidmethod',
  'apierror-maxlag': 'maxlag',
  'apierror-maxlag-generic': 'maxlag',
  'apierror-mustbeposted': 'mustbeposted',
  'apierror-mustpostparams': 'mustpostparams',
  'apierror-promised-nonwrite-api': 'promised-nonwrite-api',
  'apierror-readapidenied': 'readapidenied',
  'apierror-readonly': 'readonly',
  'apierror-siteinfo-includealldenied': 'includeAllDenied',
  'apierror-toomanyparams': 'toomanyparams',
  'apierror-unavailable': 'internal_api_error_DBConnectionError',
  'apierror-writeapidenied': 'writeapidenied',
  'paramvalidator-badinteger': 'badinteger',
  'paramvalidator-baduser': 'baduser',
  'paramvalidator-badvalue-enumnotmulti': 'badvalue',
  'paramvalidator-missingparam': 'missingparam',
  'paramvalidator-notmulti': 'badvalue',
  'paramvalidator-toomanyvalues': 'toomanyvalues',
} as const satisfies Partial<Record<MessageKey, string>>

/** The messages that an error can carry. */
export type ErrorKey = keyof typeof errorCodes

/** The codes that a client can read in `error.code` and the header `MediaWiki-API-Error`. */
export type ErrorCode = (typeof errorCodes)[ErrorKey]
