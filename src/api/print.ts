import { message } from '../messages/message.ts'
import { RawParams } from '../params/raw-params.ts'
import { readParams } from '../params/read-params.ts'
import { ApiError } from '../result/api-error.ts'
import { warning } from '../result/problem.ts'
import type { Reply } from '../result/reply.ts'
import { findFormat } from './find-format.ts'
import type { Visit } from './open-visit.ts'
import type { ApiRequest, Header } from './request.ts'

/** An answer as text, with the headers that say what it is. */
export interface PrintedReply {
  readonly body: string
  readonly headers: readonly Header[]
}

/** Spells the answer in the format that is asked for. */
export async function print(
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): Promise<PrintedReply> {
  const format = findFormat(request)
  const params = await readFormatParams(request, visit, reply)
  const printed = format.print(reply.toValue(), params)
  const type = printed.contentType ?? format.contentType
  const { ApiFrameOptions } = visit.settings
  return {
    body: printed.body,
    headers: [
      ['Content-Type', `${type}; charset=utf-8`],
      ...(ApiFrameOptions ? [['X-Frame-Options', ApiFrameOptions] as const] : []),
      ['Content-Disposition', `inline; filename=${printed.fileName ?? format.fileName}`],
    ],
  }
}

/** The parameters of the format; its defaults when they are what is wrong. */
async function readFormatParams(
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): Promise<Readonly<Record<string, unknown>>> {
  const format = findFormat(request)
  const reading = visit.reading(reply)
  try {
    return await readParams(format, reading)
  } catch (error) {
    // The error itself has to be spelled somehow.
    if (!(error instanceof ApiError)) throw error
    reply.warn(warning('main', message('apiwarn-errorprinterfailed')))
    reply.warn(error.problem)
    return readParams(format, { ...reading, raw: new RawParams(new Map(), new Map()) })
  }
}
