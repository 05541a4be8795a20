import { decodeHTMLStrict } from 'entities/decode'

/** Names that MediaWiki has beside those of HTML: of the right-to-left mark, in Hebrew and in Arabic. */
const added: ReadonlyMap<string, string> = new Map([
  ['\u05e8\u05dc\u05de', '\u200f'],
  ['\u0631\u0644\u0645', '\u200f'],
])

const reference = /&(?:([A-Za-z\d\u0080-\u{10ffff}]+)|#(\d+)|#[xX]([\dA-Fa-f]+));/gu

/** Replaces the character references of HTML by their characters, and those of characters that HTML forbids by U+FFFD. */
export function decodeCharacterReferences(text: string): string {
  return text.replace(reference, (whole: string, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return added.get(name) ?? decodeHTMLStrict(whole)
    return characterAt(hex === undefined ? Number(decimal) : Number.parseInt(hex, 16))
  })
}

function characterAt(code: number): string {
  const allowed =
    code === 0x9 ||
    code === 0xa ||
    (code >= 0x20 && code <= 0x7e) ||
    (code >= 0xa0 && code <= 0xd7ff) ||
    (code >= 0xe000 && code <= 0xfffd) ||
    (code >= 0x10000 && code <= 0x10ffff)
  return allowed ? String.fromCodePoint(code) : '\ufffd'
}
