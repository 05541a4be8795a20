import { PhpFloat, spellPhpFloat } from '../php/php-float.ts'
import { isList, meta, partsOf, type ResultValue } from '../result/value.ts'
import { looksLikeList, sortedByKey } from './in-version.ts'
import { xmlName } from './xml-name.ts'

/** An element with either a text or elements inside. */
export interface XmlElement {
  readonly name: string
  readonly attributes: readonly (readonly [name: string, value: string])[]
  readonly text?: string
  readonly children: readonly XmlElement[]
}

type Attributes = XmlElement['attributes']

/** What keeps a reader from changing the spaces in a text. */
const keepSpaces: Attributes[number] = ['xml:space', 'preserve']

const wholeNumber = /^(?:0|-?[1-9]\d{0,18})$/

/** Makes the element of a value. */
export function elementOf(
  name: string,
  value: ResultValue,
  attributes: Attributes = [],
): XmlElement {
  if (value === null || typeof value !== 'object') {
    return { name, attributes, text: spellScalar(value), children: [] }
  }
  const { itemTag, content, subElements = [], arrayType, keyName = 'name' } = value[meta] ?? {}
  const item = itemTag === undefined ? '_v' : xmlName(itemTag)
  if (isList(value)) {
    return { name, attributes, children: value.map((each) => elementOf(item, each)) }
  }
  const parts = partsOf(value)
  if (arrayType === 'BCarray' && looksLikeList(parts)) {
    const children = sortedByKey(parts).map(([, each]) => elementOf(item, each))
    return { name, attributes, children }
  }

  const own = [...attributes]
  const named: XmlElement[] = []
  const items: XmlElement[] = []
  let text: string | undefined
  for (const [key, part] of parts) {
    if (arrayType === 'kvp') items.push(pairElement(item, [xmlName(keyName), key], part))
    else if (part === null || part === false) continue
    else if (key === content && typeof part !== 'object') text = spellScalar(part)
    else if (isItemKey(key)) items.push(elementOf(item, part, [['_idx', key]]))
    else if (typeof part === 'object') named.push(elementOf(xmlName(key), part))
    else if (subElements.includes(key)) named.push(textElement(xmlName(key), spellScalar(part)))
    else own.push([xmlName(key), spellScalar(part)])
  }
  const children = [...named, ...items]
  if (text === undefined || content === undefined) return { name, attributes: own, children }
  // Between elements, a text is one of them.
  return children.length > 0
    ? { name, attributes: own, children: [...named, textElement(xmlName(content), text), ...items] }
    : textElement(name, text, own)
}

/** PHP keeps such keys as numbers of 64 bits, and what has a number for a key is an item, not a name. */
function isItemKey(key: string): boolean {
  return wholeNumber.test(key) && String(BigInt.asIntN(64, BigInt(key))) === key
}

function textElement(name: string, text: string, attributes: Attributes = []): XmlElement {
  return { name, attributes: [...attributes, keepSpaces], text, children: [] }
}

function pairElement(name: string, key: Attributes[number], value: ResultValue): XmlElement {
  return value === null || typeof value !== 'object'
    ? textElement(name, spellScalar(value), [key])
    : elementOf(name, value, [key])
}

/** What is true is there, and empty. */
function spellScalar(value: string | number | bigint | boolean | null): string {
  if (typeof value === 'string') return value
  if (typeof value === 'bigint') return String(value)
  return typeof value === 'number' ? spellPhpFloat(new PhpFloat(value)) : ''
}
