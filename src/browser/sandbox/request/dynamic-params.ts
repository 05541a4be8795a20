import { partsOf } from '../../../client/parts-of.ts'
import type { ModuleInfo, ParamInfo } from '../module-info.ts'

/** What `meta=authmanagerinfo` is asked for the fields of a module that has others for each wiki. */
const operations: Readonly<Record<string, string>> = {
  clientlogin: 'login',
  createaccount: 'create',
  linkaccount: 'link',
  changeauthenticationdata: 'change',
}

/** The operation of which the fields are parameters of a module; logins and the like have further steps. */
export function operationOf(
  module: ModuleInfo,
  values: ReadonlyMap<string, string>,
): string | undefined {
  const operation = operations[module.path]
  if (operation === undefined || module.dynamicparameters === undefined) return undefined
  return values.has(`${module.prefix}continue`) ? `${operation}-continue` : operation
}

/** Reads the fields out of the answer of `meta=authmanagerinfo`, as parameters. */
export function readFields(answer: unknown): readonly ParamInfo[] {
  const { fields } = partsOf(partsOf(partsOf(answer)['query'])['authmanagerinfo'])
  return Object.entries(partsOf(fields)).map(([name, field]) => readField(name, partsOf(field)))
}

function readField(name: string, field: Readonly<Record<string, unknown>>): ParamInfo {
  const { type, optional, sensitive, options, label, help } = field
  return {
    name,
    type: typeOf(type, options),
    multi: type === 'multiselect',
    required: optional !== true,
    sensitive: sensitive === true || type === 'password',
    description: [label, help]
      .filter((text) => typeof text === 'string')
      .map(escapeText)
      .join(': '),
  }
}

function typeOf(type: unknown, options: unknown): ParamInfo['type'] {
  if (type === 'select' || type === 'multiselect') return Object.keys(partsOf(options))
  if (type === 'checkbox' || type === 'button') return 'boolean'
  return type === 'password' ? 'password' : 'string'
}

/** Labels are text, where descriptions of parameters are HTML. */
function escapeText(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
}
