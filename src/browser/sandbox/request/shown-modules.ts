import { type ModuleInfo, type ModuleInfos, mainPath, type ParamInfo } from '../module-info.ts'
import { operationOf } from './dynamic-params.ts'
import { expandTemplates } from './expand-templates.ts'
import { splitValues } from './list-values.ts'

/** A parameter of a request: what is known of it, and the name that it is sent under. */
export interface ShownParam {
  readonly info: ParamInfo
  /** With the prefix of its module: `lgname`. */
  readonly name: string
  readonly module: ModuleInfo
}

/** A module that a request asks, with the parameters that it takes there. */
export interface ShownModule {
  /** Tells it from the same module under another prefix. */
  readonly key: string
  readonly module: ModuleInfo
  readonly params: readonly ShownParam[]
}

/** What has been learned from the wiki. */
export interface Known {
  readonly modules: ModuleInfos
  /** The fields of logins and the like, by operation. */
  readonly fields: ReadonlyMap<string, readonly ParamInfo[]>
}

/** The modules that a request asks, and what is not known of them yet. */
export interface ShownModules {
  readonly modules: readonly ShownModule[]
  /** The paths of modules. */
  readonly missing: readonly string[]
  /** Operations of which the fields are parameters. */
  readonly missingFields: readonly string[]
}

/** Finds the modules that a request asks, beginning with the main one: those that its parameters name. */
export function findShownModules(values: ReadonlyMap<string, string>, known: Known): ShownModules {
  const modules: ShownModule[] = []
  const missing: string[] = []
  const missingFields: string[] = []
  const add = (path: string, outerPrefix: string): void => {
    const module = known.modules.get(path)
    if (module === undefined) {
      missing.push(path)
      return
    }
    const operation = operationOf(module, values)
    if (operation !== undefined && !known.fields.has(operation)) missingFields.push(operation)
    const fields = known.fields.get(operation ?? '') ?? []
    const params = [
      ...paramsOf(module, outerPrefix, values),
      ...fields.map((info) => ({ info, module, name: info.name })),
    ]
    modules.push({ key: `${outerPrefix}${path}`, module, params })
    for (const { info, name } of params) {
      const chosen = values.get(name) ?? defaultOf(info)
      for (const submodule of submodulesOf(info, chosen))
        add(submodule, info.submoduleparamprefix ?? '')
    }
  }
  add(mainPath, '')
  return { modules, missing: [...new Set(missing)], missingFields }
}

function defaultOf({ default: value }: ParamInfo): string {
  return value === undefined ? '' : String(value)
}

/** The paths of the modules that a value names; one may well be called like a property of all objects. */
function submodulesOf(info: ParamInfo, value: string): readonly string[] {
  const { submodules = {}, multi } = info
  const named = multi ? splitValues(value) : [value]
  return [...new Set(named)].flatMap((name) => {
    const path = Object.hasOwn(submodules, name) ? submodules[name] : undefined
    return path === undefined ? [] : [path]
  })
}

function paramsOf(
  module: ModuleInfo,
  outerPrefix: string,
  values: ReadonlyMap<string, string>,
): readonly ShownParam[] {
  const prefix = outerPrefix + module.prefix
  const plain = module.parameters.map((info) => ({ info, module, name: prefix + info.name }))
  const templated = expandTemplates(module, (name) => values.get(prefix + name)).map((info) => ({
    info,
    module,
    name: prefix + info.name,
  }))
  return [...plain, ...templated]
}
