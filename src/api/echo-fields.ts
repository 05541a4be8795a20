import { hostname } from 'node:os'
import { isoTime } from '../clock.ts'
import { listSeparator } from '../params/clean-text.ts'
import type { ErrorFormatter } from '../result/error-format.ts'
import type { ResultValue } from '../result/value.ts'
import type { Visit } from './open-visit.ts'
import type { ApiRequest } from './request.ts'

/** What the client wants to read again in the answer, also when that is an error. */
export function echoFields(
  { params }: ApiRequest,
  { settings, clock, language }: Visit,
  formatter: ErrorFormatter,
  { isError = false } = {},
): [name: string, value: ResultValue][] {
  const fields: [string, ResultValue][] = []
  const requestId = params.peekText('requestid')
  // A list is no id, and has its own error.
  if (requestId !== undefined && !requestId.startsWith(listSeparator))
    fields.push(['requestid', requestId])
  if (settings.ShowHostnames && (isError || params.has('servedby'))) {
    fields.push(['servedby', hostname()])
  }
  if (params.has('curtimestamp')) fields.push(['curtimestamp', isoTime(clock.now())])
  if (params.has('responselanginfo')) {
    fields.push(['uselang', language], ['errorlang', formatter.language])
  }
  return fields
}
