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
export type FormatModule = Format & HasParams<Format['params']>

const defaultModule = moduleOf(defaultFormat)
const formatModules: ReadonlyMap<string, FormatModule> = new Map(
  Object.entries(formats).map(([name, format]) => [name, moduleOf(format)]),
)

function moduleOf(format: Format): FormatModule {
  return { ...format, path: format.name, prefix: '' }
}
