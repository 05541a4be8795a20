import { Html, html } from '../messages/html.ts'

/** A piece of an answer's text, and what it is, which gives it a colour. */
interface Token {
  readonly text: string
  readonly kind?: 'name' | 'string' | 'number' | 'word' | undefined
}

/** Shows JSON with its names, strings and numbers in colours, and its addresses as links. */
export function highlightJson(text: string): Html {
  return highlight(text, jsonTokens, ({ name, string, number, word }) => {
    if (name !== undefined) return 'name'
    if (string !== undefined) return 'string'
    if (number !== undefined) return 'number'
    return word === undefined ? undefined : 'word'
  })
}

/** Shows XML with its elements and attributes in colours, and its addresses as links. */
export function highlightXml(text: string): Html {
  return highlight(text, xmlTokens, ({ name, string, word }) => {
    if (name !== undefined) return 'name'
    if (string !== undefined) return 'string'
    return word === undefined ? undefined : 'word'
  })
}

/** Shows text with its addresses as links. */
export function highlightLinks(text: string): Html {
  return showToken({ text })
}

const jsonTokens =
  /(?<name>"[^"\\]*(?:\\.[^"\\]*)*"(?=: ))|(?<string>"[^"\\]*(?:\\.[^"\\]*)*")|(?<number>-?\d[\d.eE+-]*)|(?<word>true|false|null)/g
// A run of other characters is passed as a whole: it would be looked through again from each of them.
const xmlTokens =
  /(?<name><[/?]?[^\s<>/?]+|\??>|\/>)|(?<string>"[^"<>]*"(?=[\s?/>]))|(?<word>[^\s="<>]+(?=="))|[^\s="<>]+/g

function highlight(
  text: string,
  tokens: RegExp,
  kindOf: (groups: Readonly<Record<string, string | undefined>>) => Token['kind'],
): Html {
  const shown: Html[] = []
  let end = 0
  for (const { 0: found, index, groups = {} } of text.matchAll(tokens)) {
    const kind = kindOf(groups)
    if (kind === undefined) continue
    shown.push(showToken({ text: text.slice(end, index) }))
    shown.push(showToken({ text: found, kind }))
    end = index + found.length
  }
  shown.push(showToken({ text: text.slice(end) }))
  return html`${shown}`
}

function showToken({ text, kind }: Token): Html {
  const parts: Html[] = []
  let end = 0
  for (const { 0: found, index } of text.matchAll(/\bhttps?:\/\/[^\s"'()<>\\]+/g)) {
    // What follows is escaped, so that the address is not whole.
    if (text[index + found.length] === '\\') continue
    const address = withoutLast(found, '.,;:!?')
    parts.push(asText(text.slice(end, index)))
    const href = address.replaceAll('&amp;', '&')
    parts.push(html`<a href="${href}" rel="nofollow">${asText(address)}</a>`)
    end = index + address.length
  }
  parts.push(asText(text.slice(end)))
  return kind === undefined
    ? html`${parts}`
    : html`<span class="api-pretty-${kind}">${parts}</span>`
}

/** Leaves out these signs at the end: `/[.,]+$/` would start anew at each sign of a long run. */
function withoutLast(text: string, signs: string): string {
  let end = text.length
  while (end > 0 && signs.includes(text.charAt(end - 1))) end -= 1
  return text.slice(0, end)
}

/** Only what must be is escaped, so that the source of the page can be read as well. */
function asText(text: string): Html {
  return new Html(text.replace(/[&<\r]/g, (sign) => signs[sign] ?? sign))
}

/** A carriage return would be read as a line feed. */
const signs: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '\r': '&#13;' }
