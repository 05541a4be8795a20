/**
 * The names that HTML and XML share, and the space that does not break. MediaWiki knows all 2,231 of HTML; a user name
 * with one of the others is refused here, because no name may contain anything of the form `&name;`.
 */
const named: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['AMP', '&'],
  ['lt', '<'],
  ['gt', '>'],
  ['quot', '"'],
  ['QUOT', '"'],
  ['apos', "'"],
  ['nbsp', '\u00a0'],
])

const reference = /&(?:([A-Za-z\d]+)|#(\d+)|#[xX]([\dA-Fa-f]+));/g

/** Replaces the character references of HTML by their characters, and those of characters that HTML forbids by U+FFFD. */
export function decodeCharacterReferences(text: string): string {
  return text.replace(reference, (whole: string, name?: string, decimal?: string, hex?: string) => {
    if (name !== undefined) return named.get(name) ?? whole
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
