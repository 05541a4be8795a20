/** What is not seen, or not as what it is: control characters, marks of direction, ends of lines. */
const unseen = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Co}\p{Cn}]/gu

/** Spells a text as a literal of JavaScript. */
export function quoteJavaScript(text: string): string {
  return quoteWith((code) => (code > 0xffff ? `\\u{${hex(code)}}` : `\\u${hex(code, 4)}`), text)
}

/** Spells a text as a literal of Python. */
export function quotePython(text: string): string {
  return quoteWith((code) => (code > 0xffff ? `\\U${hex(code, 8)}` : `\\u${hex(code, 4)}`), text)
}

/** Spells a text as a literal of PHP: with `'`, unless that cannot spell it. */
export function quotePhp(text: string): string {
  if (text.search(unseen) < 0) return `'${text.replace(/['\\]/g, '\\$&')}'`
  const escaped = text.replace(/["\\$]/g, '\\$&')
  return `"${escaped.replace(unseen, (letter) => (letter === '\n' ? '\\n' : `\\u{${hex(codeOf(letter))}}`))}"`
}

/** Spells a text as a word of a shell. */
export function quoteShell(text: string): string {
  return `'${text.replaceAll("'", `'\\''`)}'`
}

function quoteWith(spell: (code: number) => string, text: string): string {
  const escaped = text.replace(/['\\]/g, '\\$&')
  return `'${escaped.replace(unseen, (letter) => (letter === '\n' ? '\\n' : spell(codeOf(letter))))}'`
}

function codeOf(letter: string): number {
  return letter.codePointAt(0) ?? 0
}

function hex(code: number, length = 1): string {
  return code.toString(16).padStart(length, '0')
}
