import { inVersion } from '../format/in-version.ts'
import { pagePolicy } from '../format/page-style.ts'
import { spellJson } from '../format/spell-json.ts'
import type { Page } from '../result/page.ts'
import type { ResultMap } from '../result/value.ts'
import { oncePerSettings } from '../settings/once-per-settings.ts'
import type { Settings } from '../settings/settings.ts'
import type { Visit } from './open-visit.ts'
import type { PrintedReply } from './print.ts'
import type { Header } from './request.ts'

/** Spells an answer that is a page; what the client is to be warned of stands in a comment before it. */
export function printPage(
  { html, bytes, fileName }: Page,
  warnings: ResultMap,
  visit: Visit,
): PrintedReply {
  const { typeAndPolicy } = fixedHeaders(visit.settings)
  return {
    isPage: true,
    body: warnings.size === 0 ? bytes : `${comment(warnings)}\n${html}`,
    headers: [
      ...typeAndPolicy,
      ['Content-Disposition', `inline; filename=${fileName}`],
      ...pageHeaders(visit),
    ],
  }
}

/** The headers of every answer that a page was made for, also where a format holds the page. */
export function pageHeaders({ settings }: Visit): readonly Header[] {
  return fixedHeaders(settings).language
}

interface FixedHeaders {
  readonly typeAndPolicy: readonly Header[]
  readonly language: readonly Header[]
}

const fixedHeaders = oncePerSettings(
  ({ ApiFrameOptions, LanguageCode }: Settings): FixedHeaders => ({
    typeAndPolicy: [
      ['Content-Type', 'text/html; charset=utf-8'],
      ['Content-Security-Policy', pagePolicy(ApiFrameOptions)],
      ...(ApiFrameOptions ? [['X-Frame-Options', ApiFrameOptions] as const] : []),
    ],
    language: [['Content-Language', LanguageCode]],
  }),
)

function comment(warnings: ResultMap): string {
  const json = spellJson(inVersion(warnings, 2), 'line separators', 'indented')
  // What a client sent must not end the comment.
  return `<!-- API warnings and errors:\n${json.replaceAll('>', '\\u003E')}\n-->`
}
