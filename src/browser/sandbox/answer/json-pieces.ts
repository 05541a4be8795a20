/** A piece of JSON that is shown: what it is, and its text. */
export interface JsonPiece {
  readonly kind: 'name' | 'string' | 'number' | 'word' | 'mark'
  readonly text: string
}

const token = /"(?:[^"\\]|\\.)*"|-?\d[\d.eE+-]*|[a-z]+|[[\]{},:]/g

/**
 * Lays JSON out over lines, one value each, and tells what each piece is. The text is read as it stands, so that
 * what is shown is what came: numbers of any length, names in any order.
 */
export function jsonPieces(json: string): readonly JsonPiece[] {
  const tokens = json.match(token) ?? []
  const pieces: JsonPiece[] = []
  let depth = 0
  const mark = (text: string): void => {
    pieces.push({ kind: 'mark', text })
  }
  const line = (): void => mark(`\n${'    '.repeat(depth)}`)
  for (const [at, text] of tokens.entries()) {
    const before = tokens[at - 1] ?? ''
    switch (text) {
      case '{':
      case '[':
        depth++
        mark(text)
        if (!isClosing(tokens[at + 1])) line()
        break
      case '}':
      case ']':
        depth--
        if (before !== '{' && before !== '[') line()
        mark(text)
        break
      case ',':
        mark(text)
        line()
        break
      case ':':
        mark(': ')
        break
      default:
        pieces.push({ kind: kindOf(text, tokens[at + 1]), text })
    }
  }
  return pieces
}

function isClosing(text: string | undefined): boolean {
  return text === '}' || text === ']'
}

function kindOf(text: string, next: string | undefined): JsonPiece['kind'] {
  if (text.startsWith('"')) return next === ':' ? 'name' : 'string'
  return /^[-\d]/.test(text) ? 'number' : 'word'
}
