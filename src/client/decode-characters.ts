const characters: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['gt', '>'],
  ['lt', '<'],
  ['nbsp', '\u00a0'],
  ['quot', '"'],
])

/** The characters of a text of HTML in which no element is: `&lt;` and `&#60;` are `<`. */
export function decodeCharacters(html: string): string {
  return html.replaceAll(/&(?:#(\d{1,6})|([a-z]+));/g, (reference, number, name) =>
    number === undefined
      ? (characters.get(name) ?? reference)
      : String.fromCodePoint(Number(number)),
  )
}
