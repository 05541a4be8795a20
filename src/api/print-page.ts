import { inVersion } from '../format/in-version.ts'
import { pagePolicy } from '../format/page-style.ts'
import { spellJson } from '../format/spell-json.ts'
import type { Page } from '../result/page.ts'
import type { ResultMap } from '../result/value.ts'
import type { Visit } from './open-visit.ts'
import type { PrintedReply } from './print.ts'
import type { Header } from './request.ts'

/** Spells an answer that is a page; what the client is to be warned of stands in a comment before it. */
export function printPage(
  { html, fileName }: Page,
  warnings: ResultMap,
  visit: Visit,
): PrintedReply {
  const { ApiFrameOptions } = visit.settings
  return {
    isPage: true,
    body: warnings.size === 0 ? html : `${comment(warnings)}\n${html}`,
    headers: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Security-Policy', pagePolicy(ApiFrameOptions)],
      ...(ApiFrameOptions ? [['X-Frame-Options', ApiFrameOptions] as const] : []),
      ['Content-Disposition', `inline; filename=${fileName}`],
      ...pageHeaders(visit),
    ],
  }
}

/** The headers of every answer that a page was made for, also where a format holds the page. */
export function pageHeaders({ settings }: Visit): readonly Header[] {
  return [['Content-Language', settings.LanguageCode]]
}

function comment(warnings: ResultMap): string {
  const json = spellJson(inVersion(warnings, 2), 'line separators', 'indented')
  // What a client sent must not end the comment.
  return `<!-- API warnings and errors:\n${json.replaceAll('>', '\\u003E')}\n-->`
}
