import { cleanText, listSeparator } from '../../params/clean-text.ts'
import type { RawParams } from '../../params/raw-params.ts'
import { phpArray } from '../../params/sent-param.ts'

/** A title that the wiki spells otherwise than it came. */
export interface RenamedTitle {
  /** Whether `from` is percent-encoded: it is no text in normal form. */
  readonly fromencoded: boolean
  readonly from: string
  readonly to: string
}

/** The titles of a request that were changed to be text in normal form: by what came, a client knows its own. */
export function cleanedTitles(raw: RawParams): readonly RenamedTitle[] {
  const clean = raw.peek('titles')
  const given = raw.peekRaw('titles')
  if (typeof clean !== 'object' || !clean.changed) return []
  if (given === undefined || given === phpArray) return []

  const bytes = split(latin1(given))
  return split(clean.text).flatMap((to, index) => {
    const from = bytes[index] ?? ''
    if (from === latin1(to)) return []

    const text = Buffer.from(from, 'latin1').toString()
    const fromencoded = latin1(text) !== from || text !== cleanText(text)
    return [{ fromencoded, from: fromencoded ? percentEncoded(from) : text, to }]
  })
}

/** Each byte as a character. */
function latin1(value: string | Uint8Array): string {
  const bytes = typeof value === 'string' ? Buffer.from(value) : Buffer.from(value)
  return bytes.toString('latin1')
}

function split(text: string): readonly string[] {
  return text.startsWith(listSeparator) ? text.slice(1).split(listSeparator) : text.split('|')
}

function percentEncoded(bytes: string): string {
  return bytes.replace(
    /[^\w.~-]/g,
    (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, '0')}`,
  )
}
