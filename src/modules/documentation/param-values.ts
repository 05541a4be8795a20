import type { ParamSpec } from '../../params/param-spec.ts'
import type { Described } from '../module.ts'
import { sortedValues } from './sorted-values.ts'
import { namesThat, submoduleAt } from './words-of.ts'

/** The words that a parameter can have, in the order in which they are documented. */
export function valuesOf(module: Described, spec: ParamSpec): readonly string[] {
  if (typeof spec.type === 'string') return []
  return sortedValues(spec.type, deprecatedValues(module, spec), internalValues(module, spec))
}

/** The values that should not be used any more. */
export function deprecatedValues(module: Described, spec: ParamSpec): readonly string[] {
  return [...(spec.deprecatedValues ?? []), ...namesThat(modulesOf(module, spec), 'deprecated')]
}

/** The values that are not for everybody. */
export function internalValues(module: Described, spec: ParamSpec): readonly string[] {
  return [...(spec.internalValues ?? []), ...namesThat(modulesOf(module, spec), 'internal')]
}

function modulesOf(module: Described, { submodules = {} }: ParamSpec) {
  return Object.values(submodules).map((path) => submoduleAt(module, path))
}
