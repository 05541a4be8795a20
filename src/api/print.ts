import type { AboutAnswer, FormatParams } from '../format/format.ts'
import { message } from '../messages/message.ts'
import { RawParams } from '../params/raw-params.ts'
import { readParams } from '../params/read-params.ts'
import { ApiError } from '../result/api-error.ts'
import { warning } from '../result/problem.ts'
import type { Reply } from '../result/reply.ts'
import { apiUrl } from '../settings/settings.ts'
import { addressFor } from './address-for.ts'
import { type FormatModule, findFormat } from './find-format.ts'
import { kindHeaders } from './kind-headers.ts'
import type { Visit } from './open-visit.ts'
import { pageHeaders, printPage } from './print-page.ts'
import type { ApiRequest, Header } from './request.ts'

/** An answer as text, with the headers that say what it is. */
export interface PrintedReply {
  /** The status, where it is another than the answer itself would have. */
  readonly status?: number | undefined
  readonly body: string
  readonly headers: readonly Header[]
  /** Whether it is, or holds, a page for a person to read. */
  readonly isPage: boolean
}

/** Spells the answer: a page as it is, everything else in the format that is asked for. */
export function print(
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): PrintedReply | Promise<PrintedReply> {
  if (reply.isUnchanged) return { body: '', headers: [], isPage: false }

  const { page } = reply
  if (page && !page.isWrapped) return printPage(page, reply.warningsOfPage, visit)
  return printInFormat(request, visit, reply)
}

async function printInFormat(
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): Promise<PrintedReply> {
  const format = findFormat(request)
  const params = await readFormatParams(format, request, visit, reply)
  const printed = format.print(reply.toValue(), params, () => about(request, visit, reply))
  const kind = printed.kind ?? format.kind
  const isPage = kind.isFor === 'person' || reply.page !== undefined
  const headers = kindHeaders(kind, visit.settings)
  return {
    // Who reads a page finds the status there, or has no use for it.
    status: kind.isFor === undefined ? undefined : 200,
    isPage,
    body: printed.body,
    headers: isPage ? [...headers, ...pageHeaders(visit)] : headers,
  }
}

function about(request: ApiRequest, visit: Visit, reply: Reply): AboutAnswer {
  const { settings, sources, clock, language } = visit
  const url = apiUrl(settings)
  return {
    siteName: settings.Sitename,
    language,
    status: reply.status,
    milliseconds: clock.now().getTime() - sources.now.getTime(),
    apiUrl: url,
    addressFor: (format) => addressFor(request, url, format),
  }
}

/** The parameters of the format; its defaults when they are what is wrong. */
async function readFormatParams(
  format: FormatModule,
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): Promise<FormatParams> {
  const reading = visit.reading(request.params, reply)
  try {
    const params = await readParams(format, reading)
    for (const problem of format.warnings?.(params) ?? []) reply.warn(problem)
    return params
  } catch (error) {
    // The error itself has to be spelled somehow.
    if (!(error instanceof ApiError)) throw error
    reply.warn(warning('main', message('apiwarn-errorprinterfailed')))
    reply.warn(error.problem)
    const nothing = new RawParams(new Map(), new Map())
    return readParams(format, visit.reading(nothing, reply))
  }
}
