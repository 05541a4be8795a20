import type { Format } from '../format/format.ts'
import { defaultFormat, formats } from '../format/formats.ts'
import type { HasParams } from '../params/read-params.ts'
import type { ApiRequest } from './request.ts'

/** The format that is asked for; the default where that is none, so that the error can be read. */
export function findFormat({
  params,
  unreadable,
}: ApiRequest): Format & HasParams<Format['params']> {
  // A request that could not be read comes from a program.
  const name = params.peekText('format') ?? (unreadable === undefined ? '' : 'json')
  const format = (Object.hasOwn(formats, name) ? formats[name] : undefined) ?? defaultFormat
  return { ...format, path: format.name, prefix: '' }
}
