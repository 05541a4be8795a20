import { describeMain } from '../../src/api/describe-main.ts'
import { asHere, submodulesOf } from '../../src/modules/documentation/find-described.ts'
import type { Described } from '../../src/modules/module.ts'
import type { ParamSpec } from '../../src/params/param-spec.ts'
import type { Wiki } from '../../src/wiki.ts'

/** A parameter by its name on the wire. */
export interface WireParam {
  readonly name: string
  readonly spec: ParamSpec
}

/** A module, a format, or the main module, with what can be said to it. */
export interface Asked {
  readonly name: string
  readonly group: Described['group']
  readonly params: readonly WireParam[]
}

/** Everything that a wiki can be asked, as its own declarations say. */
export interface Grammar {
  readonly main: Asked
  readonly actions: readonly Asked[]
  readonly formats: readonly Asked[]
  /** The parts of a query, and as generators once more. */
  readonly inQuery: readonly Asked[]
  readonly settings: readonly string[]
}

/** Walks the modules as `paraminfo` does. */
export function readGrammar({ modules, settings }: Wiki): Grammar {
  const main = describeMain(modules)
  const all = submodulesOf(main, { deep: true }).map((module) => asHere(module, { main, settings }))
  const inQuery = all.filter(({ group }) => ['prop', 'list', 'meta'].includes(group ?? ''))
  const generators = inQuery.filter(({ generator }) => generator)
  return {
    main: askedOf(main),
    actions: all.filter(({ group }) => group === 'action').map(askedOf),
    formats: all.filter(({ group }) => group === 'format').map(askedOf),
    inQuery: [
      ...inQuery.map(askedOf),
      ...generators.map((module) => askedOf({ ...module, prefix: `g${module.prefix}` })),
    ],
    settings: Object.keys(settings),
  }
}

function askedOf({ name, group, prefix, params }: Described): Asked {
  const wire = Object.entries(params).map(([param, spec]) => ({ name: prefix + param, spec }))
  return { name, group, params: wire }
}
