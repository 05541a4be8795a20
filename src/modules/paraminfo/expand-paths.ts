import {
  type BadModule,
  findDescribed,
  hasSubmodules,
  isDescribed,
  submodulesOf,
} from '../documentation/find-described.ts'
import type { Described } from '../module.ts'

/** The modules that values of `modules` name, each once: `*` and `**` stand for all that are under one. */
export function expandPaths(
  paths: readonly string[],
  main: Described,
  warn: (bad: BadModule) => void,
): readonly Described[] {
  const found = paths.flatMap((path) => {
    const expanded = expandPath(path, main)
    if (Array.isArray(expanded)) return expanded
    warn(expanded)
    return []
  })
  return [...new Map(found.map((module) => [module.path, module])).values()]
}

function expandPath(path: string, main: Described): Described[] | BadModule {
  const [, under, stars] = /^(?:(.*)\+)?(\*\*?)$/.exec(path) ?? []
  if (stars === undefined) {
    const module = findDescribed(main, path)
    return isDescribed(module) ? [module] : module
  }
  const parent = findDescribed(main, under ?? 'main')
  if (!isDescribed(parent)) return parent
  return hasSubmodules(parent)
    ? submodulesOf(parent, { deep: stars === '**' })
    : { key: 'apierror-badmodule-nosubmodules', params: [parent.path] }
}
