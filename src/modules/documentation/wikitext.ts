import { Html, html } from '../../messages/html.ts'

/** The address of what a wiki link names, such as `mw:API:Tokens` or `Special:ApiHelp/query+tokens`. */
export type LinkAddress = (target: string) => string

/**
 * Makes HTML of the little wiki markup that our messages use: links, and a few elements as they are.
 * What comes from outside has been escaped before, so that a message's own elements are the only ones.
 */
export function wikitextToHtml(text: string, addressOf: LinkAddress): Html {
  const escaped = text.replace(/&(?!#?\w+;)/g, '&#38;')
  const linked = escaped
    .replace(/\[\[([^\]|]+)(?:\|([^\]]*))?\]\]/g, (_, target, label) =>
      String(html`<a href="${addressOf(decode(target))}">${new Html(label ?? target)}</a>`),
    )
    .replace(/\[(https:[^\s\]]+) ([^\]]+)\]/g, (_, address, label) =>
      String(
        html`<a rel="nofollow" class="external text" href="${decode(address)}">${new Html(label)}</a>`,
      ),
    )
  return new Html(linked)
}

/** Makes a paragraph of HTML out of what stands between empty lines. */
export function paragraphsToHtml(text: string, addressOf: LinkAddress): Html {
  const paragraphs = text.split(/\n{2,}/).filter((paragraph) => paragraph.trim() !== '')
  return html`${paragraphs.map((paragraph) => html`<p>${wikitextToHtml(paragraph, addressOf)}</p>`)}`
}

function decode(escaped: string): string {
  return escaped.replaceAll('&#38;', '&')
}
