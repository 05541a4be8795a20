import { type MessageParam, plaintext } from '../../messages/message.ts'
import type { ParamSpec } from '../../params/param-spec.ts'
import type { ErrorKey } from '../../result/error-codes.ts'
import type { Described, PossibleError } from '../module.ts'

/** What stands for what a client will have sent. */
const given = plaintext('###')

/** The errors that a module can answer with: those that follow from its declaration, and its own. */
export function errorsOf(module: Described): readonly PossibleError[] {
  const { prefix, params, token, mustBePosted, reads, writes } = module
  const ofParams = Object.entries(params).flatMap(([name, spec]) => ofParam(prefix + name, spec))
  const posted = Object.entries(params)
    .filter(([name, spec]) => spec.posted || (name === 'token' && token !== undefined))
    .map(([name]) => prefix + name)
  return [
    ...ofParams,
    ...only(posted.length > 0, 'apierror-mustpostparams', posted.join(', '), posted.length),
    ...only(token !== undefined, 'apierror-badtoken'),
    ...only(mustBePosted, 'apierror-mustbeposted', module.name),
    ...only(reads !== false, 'apierror-readapidenied'),
    ...only(writes, 'apierror-writeapidenied'),
    ...only(writes, 'apierror-promised-nonwrite-api'),
    ...only(writes, 'apierror-readonly'),
    ...module.errors,
  ]
}

const ofTypes: Readonly<Record<string, readonly ErrorKey[]>> = {
  expiry: ['paramvalidator-badexpiry', 'paramvalidator-badexpiry-past'],
  integer: ['paramvalidator-badinteger'],
  limit: ['paramvalidator-badinteger'],
  timestamp: ['paramvalidator-badtimestamp'],
  title: ['paramvalidator-badtitle'],
  upload: ['paramvalidator-badupload-notupload'],
  user: ['paramvalidator-baduser'],
}

function ofParam(name: string, spec: ParamSpec): readonly PossibleError[] {
  const param = plaintext(name)
  const missing: PossibleError = {
    key: 'paramvalidator-missingparam',
    params: [param],
    legacyCode: `no${name}`,
  }
  const unknown: PossibleError = {
    key: 'paramvalidator-badvalue-enumnotmulti',
    params: [param, given],
    legacyCode: `unknown_${name}`,
  }
  const keys = typeof spec.type === 'string' ? (ofTypes[spec.type] ?? []) : []
  return [
    ...(spec.required ? [missing] : []),
    ...(typeof spec.type !== 'string' && !spec.multi ? [unknown] : []),
    ...keys.map((key) => ({ key, params: [param, given] })),
    ...only(spec.multi === true, 'paramvalidator-toomanyvalues', param, spec.mostValues?.[0] ?? 50),
  ]
}

function only(
  holds: boolean,
  key: ErrorKey,
  ...params: readonly MessageParam[]
): readonly PossibleError[] {
  return holds ? [{ key, params }] : []
}
