import type { Awaitable } from '../awaitable.ts'
import type { AboutAnswer } from '../format/format.ts'
import type { Reply } from '../result/reply.ts'
import { apiUrl } from '../settings/settings.ts'
import { addressFor } from './address-for.ts'
import { kindHeaders } from './kind-headers.ts'
import type { Visit } from './open-visit.ts'
import { pageHeaders, printPage } from './print-page.ts'
import { type ChosenFormat, readFormatOfError } from './read-format.ts'
import type { ApiRequest, Header } from './request.ts'

/** An answer as text, with the headers that say what it is. */
export interface PrintedReply {
  /** The status, where it is another than the answer itself would have. */
  readonly status?: number | undefined
  readonly body: string | Buffer
  readonly headers: readonly Header[]
  /** Whether it is, or holds, a page for a person to read. */
  readonly isPage: boolean
}

/** Spells the answer: a page as it is, everything else in the format that is asked for. */
export function print(
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
  chosen: ChosenFormat | undefined,
): Awaitable<PrintedReply> {
  if (reply.isUnchanged) return { body: '', headers: [], isPage: false }

  const { page } = reply
  if (page && !page.isWrapped) return printPage(page, reply.warningsOfPage, visit)
  if (chosen) return printInFormat(chosen, request, visit, reply)
  return readFormatOfError(request, visit, reply).then((found) =>
    printInFormat(found, request, visit, reply),
  )
}

function printInFormat(
  { format, params, warnings }: ChosenFormat,
  request: ApiRequest,
  visit: Visit,
  reply: Reply,
): PrintedReply {
  for (const problem of warnings) reply.warn(problem)
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
