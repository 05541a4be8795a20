/** Where a value keeps what only some formats need to know about it. */
export const meta: unique symbol = Symbol('meta')

/** What a format may need to know beyond a value itself; the words are MediaWiki's. */
export interface ValueMeta {
  /** The name of the XML element around each item of a list. */
  readonly itemTag?: string
  /** The key that older formats spell `*`, and XML as the element's text. */
  readonly content?: string
  /** Keys that XML spells as elements, where others are attributes. */
  readonly subElements?: readonly string[]
  /** Keys whose numbers are floats to PHP even when they are whole. */
  readonly floats?: readonly string[]
  /** Keys whose booleans stay booleans even in format version 1. */
  readonly keepBooleans?: readonly string[]
  /**
   * `BCassoc`: a list in format version 1, an object since; `BCarray`: an object in format version 1, since then a list
   * in the order of its keys, which are numbers; `default`: a list where it is empty; `kvp`: an object whose keys XML
   * spells as an attribute of the elements. `array` and `assoc` say what a value is anyway: only `rawfm` shows that.
   */
  readonly arrayType?: 'array' | 'assoc' | 'BCassoc' | 'BCarray' | 'default' | 'kvp'
  /** With `kvp`: the name of that attribute. */
  readonly keyName?: string
}

/** Something with named parts, in the order in which they are answered. */
export interface ResultObject {
  readonly [key: string]: ResultValue | undefined
  readonly [meta]?: ValueMeta
}

/** Named parts whose names come from outside (so that `__proto__` or `-1` is a name like any other). */
export interface ResultMap extends ReadonlyMap<string, ResultValue> {
  readonly [meta]?: ValueMeta
}

/** A list, whose items XML names by `itemTag`. */
export interface ResultList extends ReadonlyArray<ResultValue> {
  readonly [meta]?: ValueMeta
}

/**
 * What a module answers, before a format spells it. A part that is `undefined` is not answered. A `bigint` is spelled
 * as the whole number that it is, where a `number` would lose digits.
 */
export type ResultValue =
  | string
  | number
  | bigint
  | boolean
  | null
  | ResultList
  | ResultMap
  | ResultObject

/** Says of a freshly made value what only some formats need to know. */
export function annotate<Value extends ResultList | ResultMap | ResultObject>(
  value: Value,
  about: ValueMeta,
): Value {
  const fresh: { [meta]?: ValueMeta } = value
  fresh[meta] = about
  return value
}

/** A list with the name that XML gives to each item. */
export function listOf(
  itemTag: string,
  items: readonly ResultValue[],
  about: ValueMeta = {},
): ResultList {
  return annotate([...items], { itemTag, ...about })
}

/** Tells lists from what has named parts. */
export function isList(value: object): value is readonly ResultValue[] {
  return Array.isArray(value)
}

/** The parts of an object or map, in order, without those that are not answered. */
export function partsOf(value: ResultValue): [string, ResultValue][] {
  if (value === null || typeof value !== 'object') return []

  const parts: [string, ResultValue][] = []
  if (isMap(value)) {
    for (const [name, part] of value) if (part !== undefined) parts.push([name, part])
    return parts
  }
  const named: ResultObject = isList(value) ? Object.fromEntries(value.entries()) : value
  // Every answer is made of these: `Object.entries` takes twice as long.
  for (const name of Object.keys(named)) {
    const part = named[name]
    if (part !== undefined) parts.push([name, part])
  }
  return parts
}

function isMap(value: object): value is ResultMap {
  return value instanceof Map
}
