import { withoutCapital } from './uc-first-exceptions.ts'

/** Makes the first letter a capital, as an English MediaWiki does: `ß` becomes `SS`. */
export function ucFirst(text: string): string {
  const [first = ''] = text
  return capitalOf(first) + text.slice(first.length)
}

function capitalOf(letter: string): string {
  const code = letter.codePointAt(0) ?? 0
  const excepted = withoutCapital.some(([from, to]) => from <= code && code <= to)
  return excepted ? letter : letter.toUpperCase()
}
