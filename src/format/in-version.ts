import { PhpFloat } from '../php/php-float.ts'
import { isList, meta, partsOf, type ResultValue, type ValueMeta } from '../result/value.ts'

/** The versions of the structure of answers: 1 is that of MediaWiki up to 1.24. */
export type FormatVersion = 1 | 2

/** A value without anything that only some formats know of. */
export type PlainValue =
  | string
  | number
  | bigint
  | PhpFloat
  | boolean
  | null
  | readonly PlainValue[]
  | ReadonlyMap<string, PlainValue>

/** Declares the parameter `formatversion`. */
export const formatVersionParam = { type: ['1', '2', 'latest'], default: '1' } as const

/** Reads the value of the parameter `formatversion`. */
export function readFormatVersion(given: unknown): FormatVersion {
  return given === '1' ? 1 : 2
}

/** The structure that a value has in a version. */
export function inVersion(value: ResultValue, version: FormatVersion): PlainValue {
  if (value === null || typeof value !== 'object') return value
  if (isList(value)) return value.map((item) => inVersion(item, version))

  const about = value[meta] ?? noMeta
  const parts = version === 1 ? olderParts(partsOf(value), about) : partsOf(value)
  if (isListIn(version, parts, about)) {
    const ordered = about.arrayType === 'BCarray' ? sortedByKey(parts) : parts
    return ordered.map(([, item]) => inVersion(item, version))
  }
  const plain = new Map<string, PlainValue>()
  for (const [name, item] of parts) {
    const isFloat = typeof item === 'number' && about.floats?.includes(name)
    plain.set(name, isFloat ? new PhpFloat(item) : inVersion(item, version))
  }
  return plain
}

const noMeta: ValueMeta = {}

type Parts = readonly (readonly [name: string, value: ResultValue])[]

function isListIn(version: FormatVersion, parts: Parts, { arrayType }: ValueMeta): boolean {
  if (arrayType === 'BCarray') return version === 2 || looksLikeList(parts)
  if (version === 2) return false
  return arrayType === 'BCassoc' || (arrayType === 'default' && parts.length === 0)
}

/** Older formats take for a list whatever has as many parts as one would have: also what is at -1 and 1. */
export function looksLikeList(parts: Parts): boolean {
  return Math.max(-1, ...parts.map(([name]) => Number(name))) + 1 === parts.length
}

/** The parts in the order of their keys, which are numbers. */
export function sortedByKey(parts: Parts): Parts {
  return parts.toSorted(([a], [b]) => Number(a) - Number(b) || Number(BigInt(a) - BigInt(b)))
}

/** In version 1, what is true is an empty text, what is false is missing, and the main text is called `*`. */
function olderParts(parts: Parts, { content, keepBooleans }: ValueMeta): Parts {
  const isFlag = ([name, item]: Parts[number]): boolean =>
    typeof item === 'boolean' && !keepBooleans?.includes(name)
  if (content === undefined && !parts.some(isFlag)) return parts

  const older: Parts[number][] = []
  const text: Parts[number][] = []
  for (const part of parts) {
    const [name, item] = part
    if (isFlag(part) && item === false) continue
    const spelled = isFlag(part) ? '' : item
    if (name === content) text.push(['*', spelled])
    else older.push([name, spelled])
  }
  return [...older, ...text]
}
