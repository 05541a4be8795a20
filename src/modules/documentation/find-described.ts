import type { MessageParam } from '../../messages/message.ts'
import { escapeWikitext } from '../../messages/say.ts'
import { isOn } from '../../settings/settings.ts'
import type { Call, Described } from '../module.ts'

/** Why there is no module at a path. */
export interface BadModule {
  readonly key: 'apierror-badmodule-badsubmodule' | 'apierror-badmodule-nosubmodules'
  readonly params: readonly MessageParam[]
}

/** Finds what a path names, such as `main`, `logout` or `query+tokens`. */
export function findDescribed(main: Described, path: string): Described | BadModule {
  if (path === 'main') return main

  let found = main
  for (const name of path.split('+')) {
    if (!hasSubmodules(found)) {
      return { key: 'apierror-badmodule-nosubmodules', params: [found.path] }
    }
    const next = Object.hasOwn(found.submodules, name) ? found.submodules[name] : undefined
    if (next === undefined) {
      const params = [found.path, escapeWikitext(name)]
      return { key: 'apierror-badmodule-badsubmodule', params }
    }
    found = next
  }
  return found
}

/** Tells whether a path named a module. */
export function isDescribed(found: Described | BadModule): found is Described {
  return !('key' in found)
}

/** Tells whether other modules are asked through a module. */
export function hasSubmodules({ submodules }: Described): boolean {
  return Object.keys(submodules).length > 0
}

/** The modules under a module, in the order of their names; with all that are under these, or without. */
export function submodulesOf(module: Described, { deep }: { deep: boolean }): Described[] {
  const names = Object.keys(module.submodules).sort()
  return names.flatMap((name) => {
    const submodule = module.submodules[name]
    if (submodule === undefined) return []
    return deep ? [submodule, ...submodulesOf(submodule, { deep })] : [submodule]
  })
}

/** A module as it is on this wiki. */
export function asHere(module: Described, wiki: Pick<Call, 'main' | 'settings'>): Described {
  const here = module.under?.(wiki.settings) ?? module
  const params = Object.entries({ ...here.params, ...here.paramsHere(wiki) }).filter(
    ([, { onlyWith }]) => onlyWith === undefined || isOn(wiki.settings, onlyWith),
  )
  return { ...here, params: Object.fromEntries(params) }
}
