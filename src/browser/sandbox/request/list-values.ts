/** Before and between values of which one has a `|`. */
const separator = '\u001f'

/** The values of a parameter that takes several. */
export function splitValues(sent: string): readonly string[] {
  if (sent === '') return []
  return sent.startsWith(separator) ? sent.slice(1).split(separator) : sent.split('|')
}

/** Spells several values as one; with U+001F between them where one of them has a `|`. */
export function joinValues(values: readonly string[]): string {
  const needsSeparator = values.some((value) => value.includes('|') || value.startsWith(separator))
  return needsSeparator ? separator + values.join(separator) : values.join('|')
}
