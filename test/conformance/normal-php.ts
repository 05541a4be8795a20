import { PhpFloat } from '../../src/php/php-float.ts'
import { type PhpValue, unserializePhp } from '../../src/php/php-serialize.ts'

/** A value that PHP serialized, as JSON would have it; floats stay apart from integers. */
export function readPhpAnswer(text: string): unknown {
  return plain(unserializePhp(Buffer.from(text)))
}

function plain(value: PhpValue): unknown {
  if (value instanceof PhpFloat) return { float: value.value }
  if (!(value instanceof Map)) return value

  const isList = [...value.keys()].every((key, at) => key === at)
  return isList
    ? [...value.values()].map(plain)
    : Object.fromEntries([...value].map(([key, item]) => [String(key), plain(item)]))
}
