import { carryOut } from '../api/answer.ts'
import { describeMain } from '../api/describe-main.ts'
import { openFormatter } from '../api/open-formatter.ts'
import type { Visit } from '../api/open-visit.ts'
import type { ApiRequest } from '../api/request.ts'
import { Html, type HtmlPart, html } from '../messages/html.ts'
import { isLanguageCode, textOf } from '../messages/languages.ts'
import { type MessageKey, type MessageParam, message } from '../messages/message.ts'
import { choosePlurals, say } from '../messages/say.ts'
import { wikitextToHtml } from '../modules/documentation/wikitext.ts'
import { RawParams } from '../params/raw-params.ts'
import { sentParams } from '../params/sent-param.ts'
import { ApiError } from '../result/api-error.ts'
import { Reply } from '../result/reply.ts'
import type { Wiki } from '../wiki.ts'
import { localUrl } from './local-url.ts'
import type { Asked, PageCall, Query } from './page.ts'
import { pagesOf } from './pages.ts'

/** Makes what a page gets to answer one request. */
export function pageCall(wiki: Wiki, request: ApiRequest, visit: Visit, subpage: string): PageCall {
  const { settings, language } = visit
  const uselang = request.params.peekText('uselang')
  // Who asked for a language goes on in it, also without an account that could remember it.
  const kept: Query = uselang !== undefined && isLanguageCode(uselang) ? { uselang } : {}
  const addressOf = (title: string, query?: Query): string =>
    localUrl(title, settings, { ...kept, ...query })
  return {
    ...visit,
    subpage,
    isPosted: request.method === 'POST',
    params: request.params,
    pages: pagesOf(settings),
    main: describeMain(wiki.modules),
    field: (name) => request.params.peekText(name) ?? '',
    say: (key, ...parts) => sayHtml(key, parts, language, addressOf),
    text: (key, ...params) => say(message(key, ...params), language, 'plaintext'),
    addressOf,
    ask: (action, values) => ask(action, values, wiki, request, visit),
  }
}

/** Markup is the text's own: what is put into it comes after it has been made HTML. */
function sayHtml(
  key: MessageKey,
  parts: readonly HtmlPart[],
  language: string,
  addressOf: (title: string) => string,
): Html {
  const counts = parts.map((part): MessageParam => (typeof part === 'number' ? part : ''))
  const text = choosePlurals(textOf(key, language), counts, language)
  const pieces = keepQuotes(String(wikitextToHtml(text, addressOf))).split(/\$(\d)/)
  return html`${pieces.map((piece, at) => (at % 2 === 0 ? new Html(piece) : parts[Number(piece) - 1]))}`
}

/** French quotation marks stay on the line of the name that stands between them. */
function keepQuotes(text: string): string {
  return text.replaceAll(/«\u00a0\$\d\u00a0»/g, '<span class="jeton-quoted">$&</span>')
}

async function ask(
  action: string,
  values: Query,
  wiki: Wiki,
  request: ApiRequest,
  visit: Visit,
): Promise<Asked> {
  const body = sentParams(Object.entries({ action, ...values }))
  const asked: ApiRequest = { ...request, method: 'POST', params: new RawParams(new Map(), body) }
  const reply = new Reply(openFormatter(asked, visit))
  try {
    await carryOut(wiki, asked, visit, reply)
  } catch (error) {
    // What the API refuses, the page explains; every other error is ours.
    if (!(error instanceof ApiError)) throw error
    const [first = error.problem, ...others] = error.problems
    return { problems: [first, ...others] }
  }
  return { answer: reply.toValue() }
}
