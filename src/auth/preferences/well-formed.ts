import { decodeHTMLStrict } from 'entities/decode'

// Each of these reads on from where the one before it stopped, and no two can begin alike.
const text = /[^<&]+/y
const reference = /&(?:#\d+|#x[\dA-Fa-f]+|[A-Za-z][A-Za-z\d]*);/y
const opaque =
  /<!--(?:(?!--)[\s\S])*-->|<!\[CDATA\[(?:(?!\]\]>)[\s\S])*\]\]>|<\?(?!xml\b)[\w-]+(?:\s(?:(?!\?>)[\s\S])*)?\?>/iy
const endTag = /<\/([A-Za-z_][\w.:-]*)\s*>/y
const startTag =
  /<([A-Za-z_][\w.:-]*)((?:\s+[A-Za-z_][\w.:-]*\s*=\s*(?:"[^<"]*"|'[^<']*'))*)\s*(\/?)>/y

/** Tells whether all markup in a text is XML whose elements end within it, as MediaWiki wants of signatures. */
export function isWellFormed(markup: string): boolean {
  const open: string[] = []
  let at = 0
  const read = (pattern: RegExp): RegExpExecArray | null => {
    pattern.lastIndex = at
    const found = pattern.exec(markup)
    if (found !== null) at = pattern.lastIndex
    return found
  }
  while (at < markup.length) {
    const plain = read(text)
    if (plain !== null && isText(plain[0])) continue
    if (plain !== null) return false

    const named = read(reference)
    if (named !== null && isReference(named[0])) continue
    if (named !== null) return false
    if (read(opaque) !== null) continue

    const end = read(endTag)
    if (end !== null && open.pop() === end[1]) continue
    if (end !== null) return false

    const start = read(startTag)
    if (start === null || !areAttributes(start[2] ?? '')) return false
    if (start[3] === '' && start[1] !== undefined) open.push(start[1])
  }
  return open.length === 0
}

function isText(plain: string): boolean {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: XML forbids them.
  return !plain.includes(']]>') && !/[\0-\x08\v\f\x0e-\x1f]/.test(plain)
}

function isReference(reference: string): boolean {
  return reference.startsWith('&#') || decodeHTMLStrict(reference) !== reference
}

function areAttributes(attributes: string): boolean {
  const names = [...attributes.matchAll(/([\w.:-]+)\s*=\s*(?:"[^"]*"|'[^']*')/g)].map(
    ([, name]) => name,
  )
  const references = attributes.match(/&[^;&"']*;?/g) ?? []
  return (
    new Set(names).size === names.length &&
    references.every((each) => /^&(?:#\d+|#x[\dA-Fa-f]+|\w+);$/.test(each) && isReference(each))
  )
}
