import type { Description } from '../auth/manager/auth-request.ts'
import { type Html, html } from '../messages/html.ts'
import type { Message, MessageParam } from '../messages/message.ts'
import { escapeHtml, escapeWikitext, say } from '../messages/say.ts'
import { wikitextToHtml } from '../modules/documentation/wikitext.ts'
import type { PageCall } from './page.ts'

/** Says a message in the language of the page: its links as links, its lists as lists. */
export function sayMessage(
  said: Message,
  { language, addressOf }: Pick<PageCall, 'language' | 'addressOf'>,
): Html {
  const text = say(withoutMarkup(said), language, 'wikitext')
  if (!text.includes('\n')) return wikitextToHtml(text, addressOf)

  const blocks = text.split(/\n{2,}/).map((block) => {
    if (!block.startsWith('* ')) return html`<p>${wikitextToHtml(block, addressOf)}</p>`

    const items = block.slice(2).split('\n* ')
    return html`<ul>${items.map((item) => html`<li>${wikitextToHtml(item, addressOf)}</li>`)}</ul>`
  })
  return html`${blocks}`
}

/** Says why something is not to be: as it is, or as a list of all reasons. */
export function sayMessages(said: readonly Message[], call: PageCall): Html {
  const [only, ...others] = said
  return only !== undefined && others.length === 0
    ? sayMessage(only, call)
    : html`<ul>${said.map((each) => html`<li>${sayMessage(each, call)}</li>`)}</ul>`
}

/**
 * What somebody typed, and a program's own words, are shown as they are: only our texts have elements.
 * A value that is wikitext, such as the reason of a block, may have links, as in MediaWiki.
 */
function withoutMarkup(said: Message): Message {
  const params = said.params.map(paramWithoutMarkup)
  if (!('own' in said)) return { ...said, params }

  const { en, ...others } = said.own
  const own = Object.entries(others).map(([language, text]) => [language, escapeHtml(text)])
  return { ...said, params, own: { ...Object.fromEntries(own), en: escapeHtml(en) } }
}

function paramWithoutMarkup(param: MessageParam): MessageParam {
  if (typeof param === 'string') return withoutElements(param)
  if (typeof param !== 'object') return param
  if ('plaintext' in param) return escapeWikitext(String(param.plaintext))
  if ('message' in param) return { message: withoutMarkup(param.message) }
  if ('list' in param) return { ...param, list: [...param.list.values()].map(paramWithoutMarkup) }
  return param
}

function withoutElements(wikitext: string): string {
  return wikitext.replace(/[<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

/** Says what something is called: by a message, or by a name that is the same in all languages. */
export function sayDescription(said: Description, call: PageCall): Html {
  return 'key' in said ? sayMessage(said, call) : html`<bdi>${said.text ?? ''}</bdi>`
}
