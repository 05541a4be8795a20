import { PhpFloat } from '../php/php-float.ts'
import { type PhpArray, type PhpKey, type PhpValue, serializePhp } from '../php/php-serialize.ts'
import type { ResultMap } from '../result/value.ts'
import type { Format, FormatParams } from './format.ts'
import { formatVersionParam, inVersion, type PlainValue, readFormatVersion } from './in-version.ts'

/** The answer as PHP's `unserialize()` reads it, in the same structure as JSON. */
export const php: Format = {
  name: 'php',
  kind: { contentType: 'application/vnd.php.serialized', fileName: 'api-result.php' },
  params: { formatversion: formatVersionParam },
  print: (value, params) => ({ body: spellPhp(value, params) }),
}

/** Spells an answer as PHP serializes it. */
export function spellPhp(value: ResultMap, params: FormatParams): string {
  const plain = inVersion(value, readFormatVersion(params['formatversion']))
  return serializePhp(phpValue(plain)).toString('utf8')
}

function phpValue(value: PlainValue): PhpValue {
  if (value === null || typeof value === 'boolean' || typeof value === 'bigint') return value
  if (value instanceof PhpFloat) return value
  if (typeof value === 'number') return Number.isSafeInteger(value) ? value : new PhpFloat(value)
  // Half a character would be bytes that are no UTF-8.
  if (typeof value === 'string') return value.toWellFormed()
  return phpArray([...value.entries()])
}

function phpArray(parts: readonly (readonly [PhpKey, PlainValue])[]): PhpArray {
  return new Map(
    parts.map(([key, item]) => [
      typeof key === 'string' ? key.toWellFormed() : key,
      phpValue(item),
    ]),
  )
}
