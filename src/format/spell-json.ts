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
  const text = spell(value, layout === 'line' ? undefined : '')
  return text.replace(patterns[escapes], escapeUnit)
}

const patterns: Readonly<Record<JsonEscapes, RegExp>> = {
  'beyond ASCII': /[\u0080-\uffff]/g,
  'line separators': /[\u2028\u2029]/g,
}

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

/** `margin` stands before each line but the first; without one there are no lines. */
function spell(value: PlainValue, margin: string | undefined): string {
  if (typeof value === 'bigint') return String(value)
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (value instanceof PhpFloat) return JSON.stringify(value.value)

  const inner = margin === undefined ? undefined : `${margin}    `
  const colon = margin === undefined ? ':' : ': '
  return value instanceof Map
    ? `{${lines(
        [...value].map(([name, item]) => JSON.stringify(name) + colon + spell(item, inner)),
        margin,
      )}}`
    : `[${lines(
        [...value.values()].map((item) => spell(item, inner)),
        margin,
      )}]`
}

function lines(items: readonly string[], margin: string | undefined): string {
  if (margin === undefined || items.length === 0) return items.join()
  return `\n${items.map((item) => `${margin}    ${item}`).join(',\n')}\n${margin}`
}
