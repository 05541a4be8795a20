import { type Html, html, htmlMessage } from '../messages/html.ts'
import { textOf } from '../messages/languages.ts'
import type { ParamSpecs } from '../params/param-spec.ts'
import type { Problem } from '../result/problem.ts'
import type { ResultMap } from '../result/value.ts'
import type { AboutAnswer, AnswerKind, Format, FormatParams } from './format.ts'
import { inVersion } from './in-version.ts'
import { apiPage } from './page.ts'
import { spellJson } from './spell-json.ts'

// Not imported, for the reason in `http/serve.ts`.
const { STATUS_CODES } = process.getBuiltinModule('node:http')

/** How a format looks to people. */
export interface Look {
  readonly name: string
  /** The format that programs ask for instead; none where it is only for people. */
  readonly plain?: Format
  readonly params: ParamSpecs
  readonly ignores?: readonly string[]
  warnings?(params: FormatParams): readonly Problem[]
  /** The answer, laid out, with colours and links. */
  show(value: ResultMap, params: FormatParams): Html
}

/** Makes a format that shows the answer as a page. */
export function pretty({ name, plain, params, ignores, warnings, show }: Look): Format {
  return {
    name,
    kind: shown,
    params: { wrappedhtml: { type: 'boolean' }, ...params },
    ...(ignores && { ignores }),
    ...(warnings && { warnings }),

    print(value, given, about) {
      const content = html`<pre class="api-pretty-content">${show(value, given)}</pre>`
      return given['wrappedhtml'] === true
        ? { body: wrap(content, value, about()), kind: wrapped }
        : { body: makePage(content, plain, about()) }
    },
  }
}

const shown: AnswerKind = {
  contentType: 'text/html',
  fileName: 'api-result.html',
  isFor: 'person',
}
const wrapped: AnswerKind = {
  contentType: 'text/mediawiki-api-prettyprint-wrapped',
  fileName: 'api-result-wrapped.json',
  isFor: 'script',
}

/** For scripts that put the answer into a page of their own. */
function wrap(content: Html, value: ResultMap, about: AboutAnswer): string {
  const told = {
    status: about.status,
    statustext: STATUS_CODES[about.status] ?? '',
    html: String(content),
    modules: ['mediawiki.apipretty'],
    continue: inVersion(value.get('continue') ?? null, 2),
    time: about.milliseconds,
  }
  return spellJson(new Map(Object.entries(told)), 'line separators')
}

function makePage(content: Html, plain: Format | undefined, about: AboutAnswer): string {
  const { language, siteName, apiUrl } = about
  const help = html`<a href="${apiUrl}?action=help">${textOf('api-format-help-link', language)}</a>`
  const header = html`<div class="api-pretty-header">
<p>${plain ? explain(plain, about) : textOf('api-format-prettyprint-header-only-html', language)}</p>
<p>${help}</p>
</div>${status(about)}`
  return apiPage({
    title: textOf('api-format-title', language),
    siteName,
    language,
    body: html`${header}${content}`,
    footer: htmlMessage(
      'retrievedfrom',
      language,
      html`<a dir="ltr" href="${apiUrl}">${apiUrl}</a>`,
    ),
  })
}

/** Says what the page is, and where a program finds the same. */
function explain({ name }: Format, { language, addressFor }: AboutAnswer): Html {
  const param = html`<kbd>format=${name}</kbd>`
  const address = addressFor(name)
  const there =
    address === undefined ? param : html`<a rel="nofollow" href="${address}">${param}</a>`
  return htmlMessage('api-format-prettyprint-header', language, name.toUpperCase(), there)
}

/** A browser shows pages of any status, but people see none. */
function status({ status, language }: AboutAnswer): Html | undefined {
  if (status === 200) return undefined
  const words = `${status} ${STATUS_CODES[status] ?? ''}`
  const text = htmlMessage('api-format-prettyprint-status', language, words)
  return html`<div class="api-pretty-header api-pretty-status">${text}</div>`
}
