import type { Format } from '../format/format.ts'
import { formats } from '../format/formats.ts'
import { json } from '../format/json.ts'
import type { HasParams } from '../params/read-params.ts'
import type { ApiRequest } from './request.ts'

/** The format that is asked for; JSON where that is none, so that the error can be read. */
export function findFormat({ params }: ApiRequest): Format & HasParams<Format['params']> {
  const name = params.peekText('format') ?? ''
  const format = Object.hasOwn(formats, name) ? formats[name] : undefined
  return { ...(format ?? json), path: (format ?? json).name, prefix: '' }
}
