import { decodeCharacters } from '../../../client/decode-characters.ts'

/** A piece of a text with markup: text, or an element with what is in it. */
export type Markup = string | MarkupElement

/** An element that may be shown. */
export interface MarkupElement {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly children: readonly Markup[]
}

/** What descriptions are marked up with; of anything else, only the text is taken. */
const elements: ReadonlySet<string> = new Set([
  ...['a', 'b', 'code', 'dd', 'dl', 'dt', 'em', 'i', 'kbd', 'li', 'ol', 'p', 'pre', 'samp', 'span'],
  ...['strong', 'ul', 'var'],
])

/** Attributes that do nothing. Where `href` leads is looked at by who makes the link. */
const attributes: ReadonlySet<string> = new Set(['dir', 'href', 'lang'])

const tag = /<(?<end>\/?)(?<name>[a-z][a-z0-9]*)(?<given>(?:\s+[a-z]+="[^"<>]*")*)\s*\/?>/g

/**
 * Reads the HTML that the wiki's descriptions are written in. It is not read by the browser, for which there is
 * nothing that it could run or load: what does not look like a known element is text.
 */
export function readMarkup(html: string): readonly Markup[] {
  const root: Markup[] = []
  const open: { readonly name: string; readonly children: Markup[] }[] = []
  const here = (): Markup[] => open.at(-1)?.children ?? root
  let at = 0
  for (const match of html.matchAll(tag)) {
    const { end, name = '', given = '' } = match.groups ?? {}
    addText(here(), html.slice(at, match.index))
    at = match.index + match[0].length
    if (!elements.has(name)) continue
    if (end) {
      const opened = open.findLastIndex((element) => element.name === name)
      if (opened >= 0) open.length = opened
      continue
    }
    const element = { name, attributes: readAttributes(given), children: [] }
    here().push(element)
    // Deeper than anybody writes, so that who shows it does not go too deep either.
    if (open.length < 50) open.push(element)
  }
  addText(here(), html.slice(at))
  return root
}

function addText(children: Markup[], html: string): void {
  if (html !== '') children.push(decodeCharacters(html))
}

function readAttributes(given: string): ReadonlyMap<string, string> {
  const found = given.matchAll(/(?<name>[a-z]+)="(?<value>[^"]*)"/g)
  return new Map(
    [...found].flatMap(({ groups: { name = '', value = '' } = {} }) =>
      attributes.has(name) ? [[name, decodeCharacters(value)] as const] : [],
    ),
  )
}
