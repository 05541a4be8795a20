const characters: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['gt', '>'],
  ['lt', '<'],
  ['nbsp', '\u00a0'],
  ['quot', '"'],
])

/** HTML as text, as it is shown: nothing in it comes to life. */
export function plainText(html: string): string {
  return html
    .replaceAll(/<[^<>]*>/g, '')
    .replaceAll(/&(?:#(\d{1,6})|([a-z]+));/g, (reference, number, name) =>
      number === undefined
        ? (characters.get(name) ?? reference)
        : String.fromCodePoint(Number(number)),
    )
}
