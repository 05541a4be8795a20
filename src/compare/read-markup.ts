import { decodeCharacterReferences } from '../auth/names/character-references.ts'

/** An element of XML or HTML. */
export interface Markup {
  readonly name: string
  readonly attributes: ReadonlyMap<string, string>
  readonly inside: readonly (Markup | string)[]
}

interface OpenMarkup extends Markup {
  readonly inside: (Markup | string)[]
}

const pattern =
  /<!--.*?-->|<[!?][^>]*>|<\/(?<end>[^\s>]+)\s*>|<(?<name>[^\s/>]+)(?<attributes>(?:"[^"]*"|'[^']*'|[^"'>])*)>|[^<]+|</gs
const attribute = /([^\s=/"'>]+)(?:\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+)))?/g

/** Elements of HTML that have no end tag, and those whose content is no markup. */
const empty = /^(?:area|base|br|col|embed|hr|img|input|link|meta|source|track|wbr)$/
const scripts = /(<(script|style)\b[^>]*>).*?(<\/\2>)/gs

/** Reads the markup of an answer, as leniently as a browser; the root is nameless and holds the document. */
export function readMarkup(text: string): Markup {
  const root: OpenMarkup = { name: '', attributes: new Map(), inside: [] }
  const open: OpenMarkup[] = [root]
  for (const { 0: piece, groups } of text.replaceAll(scripts, '$1$3').matchAll(pattern)) {
    const inside = open.at(-1)?.inside ?? root.inside
    const { end, name, attributes = '' } = groups ?? {}
    if (name !== undefined) {
      const element = { name, attributes: readAttributes(attributes), inside: [] }
      inside.push(element)
      if (!attributes.endsWith('/') && !empty.test(name)) open.push(element)
    } else if (end !== undefined) {
      const at = open.findLastIndex((element) => element.name === end)
      if (at > 0) open.length = at
    } else if (!/^<[!?]/.test(piece)) {
      inside.push(decodeCharacterReferences(piece))
    }
  }
  return root
}

function readAttributes(text: string): ReadonlyMap<string, string> {
  return new Map(
    [...text.matchAll(attribute)].map(([, name = '', ...values]) => {
      const value = values.find((given) => given !== undefined) ?? ''
      return [name, decodeCharacterReferences(value)]
    }),
  )
}

/** The elements right inside of one. */
export function childrenOf({ inside }: Markup): readonly Markup[] {
  return inside.filter((each) => typeof each !== 'string')
}

/** All text inside of an element. */
export function textOf({ inside }: Markup): string {
  return inside.map((each) => (typeof each === 'string' ? each : textOf(each))).join('')
}
