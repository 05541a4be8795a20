import type { ParamInfo } from './module-info.ts'

/** A sentence about the values of a parameter: the key of its message, and what stands in its places. */
export type Fact = readonly [key: string, ...args: readonly string[]]

/** What there is to know of a parameter besides its description, before it is filled in. */
export function factsOf(info: ParamInfo): readonly Fact[] {
  return [
    ...typeFacts(info),
    ...range(info),
    ...several(info),
    ...length(info),
    ...defaultFact(info),
  ]
}

/** Types that are told in words. */
const typeKeys: Readonly<Record<string, string>> = {
  expiry: 'pages-sandbox-type-expiry',
  timestamp: 'pages-sandbox-type-timestamp',
  title: 'pages-sandbox-type-title',
}

function typeFacts({ type, subtypes }: ParamInfo): readonly Fact[] {
  if (typeof type !== 'string') return []
  if (type === 'user') return [['pages-sandbox-type-user', (subtypes ?? ['name']).join(', ')]]
  const key = typeKeys[type]
  return key === undefined ? [] : [[key]]
}

function range({ min, max, highmax }: ParamInfo): readonly Fact[] {
  if (max !== undefined && highmax !== undefined && highmax !== max)
    return [['pages-sandbox-range-high', String(min ?? 0), String(max), String(highmax)]]
  if (min !== undefined && max !== undefined)
    return [['pages-sandbox-range', String(min), String(max)]]
  if (min !== undefined) return [['pages-sandbox-min', String(min)]]
  return max === undefined ? [] : [['pages-sandbox-max', String(max)]]
}

function several({ multi, limit, type }: ParamInfo): readonly Fact[] {
  if (!multi || limit === undefined) return []
  if (typeof type === 'string') return [['pages-sandbox-lines', String(limit)]]
  return type.length > limit ? [['pages-sandbox-most', String(limit)]] : []
}

function length({ maxbytes, maxchars }: ParamInfo): readonly Fact[] {
  return [
    ...(maxbytes === undefined ? [] : [['pages-sandbox-maxbytes', String(maxbytes)] as const]),
    ...(maxchars === undefined ? [] : [['pages-sandbox-maxchars', String(maxchars)] as const]),
  ]
}

function defaultFact({ type, default: value }: ParamInfo): readonly Fact[] {
  const isTold = value !== undefined && value !== '' && type !== 'boolean'
  return isTold ? [['pages-sandbox-default', String(value)]] : []
}
