import { PhpFloat } from '../php/php-float.ts'
import type { PlainValue } from './in-version.ts'

/** What of JSON is escaped: what is no ASCII, or only what breaks lines in scripts. */
export type JsonEscapes = 'beyond ASCII' | 'line separators'

/** Spells a value as JSON: in one line, or laid out for people. */
export function spellJson(
  value: PlainValue,
  escapes: JsonEscapes,
  layout: 'line' | 'indented' = 'line',
): string {
  return spell(value, patterns[escapes], layout === 'line' ? undefined : '')
}

const patterns: Readonly<Record<JsonEscapes, RegExp>> = {
  'beyond ASCII': /[\u0080-\uffff]/g,
  'line separators': /[\u2028\u2029]/g,
}

/** `margin` stands before each line but the first; without one there are no lines. */
function spell(value: PlainValue, escapes: RegExp, margin: string | undefined): string {
  if (typeof value === 'string') return spellText(value, escapes)
  if (typeof value === 'bigint') return String(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof PhpFloat) return JSON.stringify(value.value)

  const inner = margin === undefined ? undefined : `${margin}    `
  const [before, after] = margin === undefined ? ['', ''] : [`\n${inner}`, `\n${margin}`]
  let text = ''
  if (value instanceof Map) {
    const colon = margin === undefined ? ':' : ': '
    for (const [name, item] of value) {
      if (text !== '') text += ','
      text += before + spellText(name, escapes) + colon + spell(item, escapes, inner)
    }
    return text === '' ? '{}' : `{${text}${after}}`
  }
  for (const item of value.values()) {
    if (text !== '') text += ','
    text += before + spell(item, escapes, inner)
  }
  return text === '' ? '[]' : `[${text}${after}]`
}

/** Nearly every text is as it stands, and told so five times as fast as it is spelled. */
const asItStands = /^[ !#-[\]-~]*$/

function spellText(text: string, escapes: RegExp): string {
  if (asItStands.test(text)) return `"${text}"`
  return JSON.stringify(text).replace(escapes, escapeUnit)
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}
