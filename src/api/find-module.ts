import type { Module, Modules } from '../modules/module.ts'
import type { Settings } from '../settings/settings.ts'

/** Only a known name can come here: any other is a bad value of `action`. */
export function findModule(modules: Modules, name: string, settings: Settings): Module {
  const module = modules[name]
  if (module === undefined) {
    throw new RangeError(`Cannot find module "${name}": known are ${Object.keys(modules)}`)
  }
  return module.under?.(settings) ?? module
}
