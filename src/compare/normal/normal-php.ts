import { PhpFloat } from '../../php/php-float.ts'
import type { PhpValue } from '../../php/php-serialize.ts'
import { PhpSerializeError, unserializePhp } from '../../php/php-unserialize.ts'

/** A value that PHP serialized, as JSON would have it; floats stay apart from integers. Nothing if PHP did not. */
export function readPhpAnswer(text: string): unknown {
  try {
    return plain(unserializePhp(Buffer.from(text)))
  } catch (error) {
    // Others may answer anything: that is a difference to be shown, not the end.
    if (error instanceof PhpSerializeError) return undefined
    throw error
  }
}

function plain(value: PhpValue): unknown {
  if (value instanceof PhpFloat) return { float: value.value }
  if (!(value instanceof Map)) return value

  const isList = [...value.keys()].every((key, at) => key === at)
  return isList
    ? [...value.values()].map(plain)
    : Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]))
}
