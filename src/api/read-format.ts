import { type Awaitable, withValue } from '../awaitable.ts'
import type { FormatParams } from '../format/format.ts'
import { message } from '../messages/message.ts'
import { RawParams } from '../params/raw-params.ts'
import { readParams } from '../params/read-params.ts'
import { ApiError } from '../result/api-error.ts'
import { type Problem, warning } from '../result/problem.ts'
import type { Reply } from '../result/reply.ts'
import { type FormatModule, findFormat } from './find-format.ts'
import type { Visit } from './open-visit.ts'
import type { ApiRequest } from './request.ts'
import type { RequestReading } from './request-reading.ts'

/** How an answer is to be spelled. */
export interface ChosenFormat {
  readonly format: FormatModule
  readonly params: FormatParams
  /** What the client is to know about the parameters, unless one of them is an error. */
  readonly warnings: readonly Problem[]
}

/** Reads the parameters of a format; what is odd about them is kept for when it is known that none is wrong. */
export function readFormat(
  format: FormatModule,
  reading: RequestReading,
  warnings: Problem[] = [],
): Awaitable<ChosenFormat> {
  return withValue(readParams(format, reading.warningOf(warnings)), (params) => {
    for (const problem of format.warnings?.(params) ?? []) warnings.push(problem)
    return { format, params, warnings }
  })
}

/** Reads how an error is to be spelled: by the format's defaults when its parameters are what is wrong. */
export async function readFormatOfError(
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): Promise<ChosenFormat> {
  const format = findFormat(request)
  const warnings: Problem[] = []
  try {
    return await readFormat(format, visit.reading(request.params, reply), warnings)
  } catch (error) {
    // The error itself has to be spelled somehow.
    if (!(error instanceof ApiError)) throw error
    warnings.push(warning('main', message('apiwarn-errorprinterfailed')), error.problem)
    const nothing = new RawParams(new Map(), new Map())
    return readFormat(format, visit.reading(nothing, reply), warnings)
  }
}
