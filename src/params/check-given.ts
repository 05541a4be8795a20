import type { MessageParam } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import type { ParamSpecs } from './param-spec.ts'
import type { HasParams } from './read-params.ts'

/** The values of a module's parameters, by name. */
type Values = Readonly<Record<string, unknown>>

/** Refuses a request that gives none, or more than one, of these parameters. */
export function checkOneOf(
  owner: HasParams<ParamSpecs>,
  values: Values,
  names: readonly string[],
): void {
  checkAtMostOne(owner, values, names)
  if (given(owner, values, names).length === 0) {
    throw refusal('apierror-missingparam-one-of', owner, names)
  }
}

/** Refuses a request that gives more than one of these parameters. */
export function checkAtMostOne(
  owner: HasParams<ParamSpecs>,
  values: Values,
  names: readonly string[],
): void {
  const found = given(owner, values, names)
  if (found.length > 1) throw refusal('apierror-invalidparammix', owner, found)
}

/** Refuses a request that gives none of these parameters. */
export function checkAtLeastOne(
  owner: HasParams<ParamSpecs>,
  values: Values,
  names: readonly string[],
): void {
  if (given(owner, values, names).length === 0) {
    throw refusal('apierror-missingparam-at-least-one-of', owner, names)
  }
}

/** Those that are there, in the order in which the module declares them. */
function given(
  { params }: HasParams<ParamSpecs>,
  values: Values,
  names: readonly string[],
): readonly string[] {
  const isThere = (name: string) => values[name] !== undefined && values[name] !== false
  return Object.keys(params).filter((name) => names.includes(name) && isThere(name))
}

function refusal(
  key:
    | 'apierror-invalidparammix'
    | 'apierror-missingparam-one-of'
    | 'apierror-missingparam-at-least-one-of',
  { path, prefix }: HasParams<ParamSpecs>,
  names: readonly string[],
): ApiError {
  const list: MessageParam[] = names.map((name) => `<var>${prefix}${name}</var>`)
  return new ApiError(path, key, { params: [{ list, type: 'text' }, names.length] })
}
