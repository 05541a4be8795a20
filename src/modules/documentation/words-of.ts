import { isMessageKey } from '../../messages/languages.ts'
import type { ParamSpec } from '../../params/param-spec.ts'
import type { Described, Example } from '../module.ts'
import { sortedValues } from './sorted-values.ts'
import { type Words, wordsOf } from './words.ts'

/** What is said of a module: in short, then at length. */
export function wordsOfModule(module: Described): readonly Words[] {
  const { path, prefix, name, summary, furtherWords } = module
  const params = [prefix, name, path]
  return [
    { key: `apihelp-${path}-summary`, params, own: summary },
    { key: `apihelp-${path}-extended-description`, params },
    ...furtherWords.map((more) => ({ key: more.key, params: [...params, ...more.params] })),
  ]
}

/** What is said of the parameters that a module has only at times. */
export function wordsOfDynamicParams(module: Described): readonly Words[] {
  const { dynamicParams, prefix, name, path } = module
  if (dynamicParams === undefined) return []
  return [{ key: dynamicParams.key, params: [...dynamicParams.params, prefix, name, path] }]
}

/** What is said of an example. */
export function wordsOfExample(module: Described, { summary }: Example): Words {
  const { path, prefix, name } = module
  return wordsOf(summary, `apihelp-${path}-example`, [prefix, name, path])
}

/** What is said of a parameter, and then of those of its values that need it. */
export function wordsOfParam(module: Described, name: string, spec: ParamSpec): readonly Words[] {
  const { path, prefix } = module
  const params = [prefix, name, module.name, path]
  const about =
    spec.words === undefined
      ? { key: keyOfParam(module, name), params, own: spec.summary }
      : { key: spec.words.key, params: [...spec.words.params, ...params] }
  const more =
    spec.moreWords === undefined
      ? []
      : [{ key: spec.moreWords.key, params: [...spec.moreWords.params, ...params] }]
  return [
    about,
    ...more,
    ...(spec.submodules ? ofSubmodules(module, spec) : ofValues(module, name, spec)),
  ]
}

/** The key of a parameter: its own, or one that modules share, or the one it should have. */
function keyOfParam({ path, group }: Described, name: string): string {
  const own = `apihelp-${path}-param-${name}`
  const formatKeys = [
    `apihelp-${path.replace(/fm$/, '')}-param-${name}`,
    `apihelp-format-param-${name}`,
  ]
  const shared = [`api-pageset-param-${name}`, `api-help-param-${name}`]
  return [own, ...(group === 'format' ? formatKeys : shared)].find(isMessageKey) ?? own
}

function ofSubmodules(module: Described, { type, submodules = {} }: ParamSpec): readonly Words[] {
  if (typeof type === 'string') return []
  const found = Object.values(submodules).map((path) => submoduleAt(module, path))
  const known = new Map(found.map((submodule) => [submodule?.name, submodule]))
  return sortedValues(type, namesThat(found, 'deprecated'), namesThat(found, 'internal')).flatMap(
    (value) => {
      const submodule = known.get(value)
      const [summary] = submodule ? wordsOfModule(submodule) : []
      if (submodule === undefined || summary === undefined) return []
      const forValue = `[[Special:ApiHelp/${submodule.path}|${value}]]`
      const isOld = submodule.deprecated ? 'deprecated' : undefined
      return [{ ...summary, forValue, label: submodule.internal ? 'internal' : isOld }]
    },
  )
}

function ofValues(module: Described, name: string, { type }: ParamSpec): readonly Words[] {
  if (typeof type === 'string') return []
  const { path, prefix } = module
  return type.flatMap((value) => {
    const paths = module.group === 'format' ? [path, path.replace(/fm$/, '')] : [path]
    const key = paths.map((at) => `apihelp-${at}-paramvalue-${name}-${value}`).find(isMessageKey)
    const params = [prefix, name, module.name, path, value]
    return key === undefined ? [] : [{ key, params, forValue: value }]
  })
}

/** The module that a parameter's value names: one of its own module's, or one further down. */
export function submoduleAt(module: Described, path: string): Described | undefined {
  return module.submodules[path.slice(path.lastIndexOf('+') + 1)]
}

/** The names of the modules that something is said of. */
export function namesThat(
  modules: readonly (Described | undefined)[],
  are: 'deprecated' | 'internal',
): readonly string[] {
  return modules.flatMap((module) => (module?.[are] ? [module.name] : []))
}
