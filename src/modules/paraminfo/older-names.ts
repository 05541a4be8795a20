import { unrecognizedValues } from '../../params/unrecognized-values.ts'
import type { Reply } from '../../result/reply.ts'
import { findDescribed, isDescribed } from '../documentation/find-described.ts'
import type { Described } from '../module.ts'

interface Asked {
  readonly main: Described
  readonly reply: Reply
  readonly params: {
    readonly querymodules: readonly string[] | undefined
    readonly formatmodules: readonly string[] | undefined
  }
}

/** The paths of the modules that older programs ask for by `querymodules`. */
export function queryModulePaths(asked: Asked): readonly string[] | undefined {
  return knownOf('querymodules', queryModuleNames(asked.main), asked)?.map(
    (name) => `query+${name}`,
  )
}

/** The paths of the formats that older programs ask for by `formatmodules`. */
export function formatPaths(asked: Asked): readonly string[] | undefined {
  return knownOf('formatmodules', formatNames(asked.main), asked)
}

/** The names of the modules that are under `query`. */
export function queryModuleNames(main: Described): readonly string[] {
  const query = findDescribed(main, 'query')
  return isDescribed(query) ? Object.keys(query.submodules) : []
}

/** The names of the formats. */
export function formatNames({ submodules }: Described): readonly string[] {
  const formats = Object.values(submodules).filter(({ group }) => group === 'format')
  return formats.map(({ name }) => name)
}

/** The names that there are. Which ones only the wiki knows, so they are no words of the declaration. */
function knownOf(
  param: 'querymodules' | 'formatmodules',
  known: readonly string[],
  { params, reply }: Asked,
): readonly string[] | undefined {
  const given = params[param]
  const unknown = given?.filter((name) => !known.includes(name)) ?? []
  if (unknown.length > 0) {
    const place = { module: 'paraminfo', name: param }
    reply.warn(unrecognizedValues(place, given?.join('|') ?? '', unknown))
  }
  return given?.filter((name) => known.includes(name))
}
