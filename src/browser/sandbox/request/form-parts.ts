import { mainPath } from '../module-info.ts'
import type { ShownModule, ShownParam } from './shown-modules.ts'

/** The request in the order in which it is filled in. */
export interface FormParts {
  /** What is asked. */
  readonly action: readonly ShownModule[]
  /** The modules that are asked. */
  readonly modules: readonly ShownModule[]
  /** In which format the answer comes. */
  readonly format: readonly ShownModule[]
  /** What every request can have besides. */
  readonly general: readonly ShownModule[]
}

/** Parameters of the main module that say how the answer comes. */
const formatParams: ReadonlySet<string> = new Set(['format', 'errorformat', 'errorlang', 'uselang'])

/** Puts the modules of a request into the order in which they are filled in. */
export function formParts(modules: readonly ShownModule[]): FormParts {
  const main = modules.filter(({ module }) => module.path === mainPath)
  const others = modules.filter(({ module }) => module.path !== mainPath)
  const partOf = (key: string, isIn: (param: ShownParam) => boolean): readonly ShownModule[] =>
    main.map((shown) => ({ ...shown, key, params: shown.params.filter(isIn) }))
  return {
    action: partOf('action', ({ name }) => name === 'action'),
    modules: others.filter(({ module }) => module.group !== 'format'),
    format: [
      ...partOf('format', ({ name }) => formatParams.has(name)),
      ...others.filter(({ module }) => module.group === 'format'),
    ],
    general: partOf('general', ({ name }) => name !== 'action' && !formatParams.has(name)),
  }
}
