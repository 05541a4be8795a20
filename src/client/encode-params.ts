import type { LooseParams, ParamValue } from './param-value.ts'

/** A parameter as it is sent. */
export type Pair = readonly [name: string, value: string | Blob]

/** How lists are joined: by `|`, or by U+001F (which MediaWiki knows since 1.28) where a value has a `|` in it. */
export type ListStyle = 'pipe' | 'unit separator'

/** The parameters as they are sent: the token last, so that a request that was cut short has none. */
export function encodeParams(params: LooseParams, lists: ListStyle = 'unit separator'): Pair[] {
  const { token, ...others } = params
  return Object.entries({ ...others, token }).flatMap(([name, value]): Pair[] => {
    const text = encodeValue(value, lists)
    return text === undefined ? [] : [[name, text]]
  })
}

function encodeValue(value: ParamValue, lists: ListStyle): string | Blob | undefined {
  if (value === undefined || value === false) return undefined
  if (value instanceof Blob) return value
  if (value instanceof Date) return value.toISOString()
  return isList(value) ? joinList(value, lists) : String(value)
}

// `Array.isArray` does not know lists that cannot be changed.
function isList(value: ParamValue): value is readonly (string | number | bigint)[] {
  return Array.isArray(value)
}

function joinList(values: readonly (string | number | bigint)[], lists: ListStyle): string {
  const texts = values.map(String)
  const needsSeparator = lists === 'unit separator' && texts.some((text) => text.includes('|'))
  return needsSeparator ? `\u001f${texts.join('\u001f')}` : texts.join('|')
}
