import { userPage } from '../auth/log-entry.ts'
import type { LoggedEntry } from '../auth/log-reader.ts'
import { type Html, type HtmlPart, html } from '../messages/html.ts'
import type { PageCall } from './page.ts'
import { showTime } from './show-time.ts'

// As many as MediaWiki shows below its forms.
const mostShown = 10

/** Which part of the log is shown, under which heading, and what is said of an entry. */
export interface LogExtractParts {
  readonly type: 'block' | 'rights'
  /** Whom the entries are about. */
  readonly name: string
  readonly heading: HtmlPart
  readonly say: (entry: LoggedEntry) => HtmlPart
}

/** Shows what the log last told about somebody. */
export async function logExtract(parts: LogExtractParts, call: PageCall): Promise<Html> {
  const { type, name, heading } = parts
  const entries = await call.sources.log.latest({ type, page: userPage(name) }, mostShown)
  const list =
    entries.length === 0
      ? html`<p class="mw-warning-logempty">${call.say('logempty')}</p>`
      : html`<ul class="mw-logevent-list">${entries.map((entry) => item(entry, parts, call))}</ul>`
  return html`<h2>${heading}</h2>${list}`
}

function item(entry: LoggedEntry, { say }: LogExtractParts, { language, text }: PageCall): Html {
  const { made, byName, reason } = entry
  const time = showTime(made, language)
  const why = reason === '' ? undefined : html` (<i><bdi>${reason}</bdi></i>)`
  return html`<li>${time} <bdi>${byName}</bdi>${text('colon-separator')}${say(entry)}${why}</li>\n`
}
