import { Buffer } from 'node:buffer'
import { PhpFloat, spellPhpFloat } from './php-float.ts'
import { isPhpInteger, keyOf } from './php-integer.ts'
import { phpStringBytes } from './php-string.ts'

/** An array's key: a string that spells a whole number is that number, as in PHP; a bigint only beyond 2^53. */
export type PhpKey = string | number | bigint

/** An array of PHP: keys in their order, with or without gaps, and none of them special. */
export type PhpArray = Map<PhpKey, PhpValue>

/**
 * What PHP's serialize() can say, except objects. A `number` is always PHP's integer (a bigint where it is beyond 2^53),
 * a float always a `PhpFloat`; for strings that are not UTF-8 see `php-string.ts`.
 */
export type PhpValue = null | boolean | number | bigint | string | PhpFloat | PhpArray

/** The deepest nesting: MediaWiki's sessions have four or five levels; the bound keeps us off the end of the stack. */
export const deepest = 64

/** Writes a value as PHP's serialize() does; throws a RangeError for what PHP has no number for, and for too deep a nesting. */
export function serializePhp(value: PhpValue): Buffer {
  return phpStringBytes(spellPhp(value))
}

/** Spells a value like that, as text of which `phpStringBytes` makes bytes. */
export function spellPhp(value: PhpValue, depth = 0): string {
  if (typeof value === 'string') return spellString(value)
  if (value === null) return 'N;'
  if (typeof value === 'boolean') return value ? 'b:1;' : 'b:0;'
  if (value instanceof Map) return spellArray(value, depth)
  if (value instanceof PhpFloat) return `d:${spellPhpFloat(value)};`
  return `i:${spellInteger(value)};`
}

function spellString(text: string): string {
  const length = Buffer.byteLength(text)
  // As many bytes as characters is ASCII, which most strings are.
  const isPlain = length === text.length || text.isWellFormed()
  return `s:${isPlain ? length : phpStringBytes(text).length}:"${text}";`
}

function spellArray(array: PhpArray, depth: number): string {
  if (depth === deepest) {
    throw new RangeError(`Cannot serialize PHP data: it is nested deeper than ${deepest}`)
  }
  let text = `a:${array.size}:{`
  for (const [given, value] of array) {
    const key = keyOf(given)
    if (key !== given && array.has(key)) {
      throw new RangeError(`Cannot serialize PHP data: ${typeof given} and number are one key`)
    }
    text += spellPhp(key) + spellPhp(value, depth + 1)
  }
  return `${text}}`
}

function spellInteger(value: number | bigint): string {
  if (typeof value === 'number' ? Number.isSafeInteger(value) : isPhpInteger(value)) {
    return value.toString()
  }
  throw new RangeError(`Cannot serialize PHP data: ${value} is no integer of PHP`)
}
