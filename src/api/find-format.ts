import type { Format } from '../format/format.ts'
import { defaultFormat, formats } from '../format/formats.ts'
import type { HasParams } from '../params/read-params.ts'
import type { ApiRequest } from './request.ts'

/** The format that is asked for; the default where that is none, so that the error can be read. */
export function findFormat({ params, unreadable }: ApiRequest): FormatModule {
  // A request that could not be read comes from a program.
  const name = params.peekText('format') ?? (unreadable === undefined ? '' : 'json')
  return formatModules.get(name) ?? defaultModule
}

/** A format whose parameters can be read as those of a module are. */
export interface FormatModule extends Format, HasParams<Format['params']> {
  /** The parameters that are nothing to warn of. */
  readonly knownNames: readonly string[]
}

const formatModules: ReadonlyMap<string, FormatModule> = new Map(
  Object.entries(formats).map(([name, format]) => [name, moduleOf(format)]),
)
const defaultModule = formatModules.get(defaultFormat.name) ?? moduleOf(defaultFormat)

function moduleOf(format: Format): FormatModule {
  const { name, params, ignores = [] } = format
  return { ...format, path: name, prefix: '', knownNames: [...Object.keys(params), ...ignores] }
}
