import {
  isList,
  meta,
  partsOf,
  type ResultMap,
  type ResultValue,
  type ValueMeta,
} from '../result/value.ts'
import type { PlainValue } from './in-version.ts'
import { spellJson } from './spell-json.ts'

/** Spells an answer as JSON, with all that other formats are told about it. */
export function spellRaw(value: ResultMap): string {
  return spellJson(withMeta(value), 'line separators', 'indented')
}

function withMeta(value: ResultValue): PlainValue {
  if (value === null || typeof value !== 'object') return value

  const about = metaParts(value[meta] ?? {})
  if (isList(value) && about.length === 0) return value.map(withMeta)
  const parts = isList(value)
    ? value.map((item, at): [string, ResultValue] => [String(at), item])
    : partsOf(value)
  // PHP has but one kind of empty array.
  if (parts.length === 0 && about.length === 0) return []
  return new Map([...parts.map(([name, item]) => [name, withMeta(item)] as const), ...about])
}

/** The words are MediaWiki's: clients have seen them for long. */
function metaParts(about: ValueMeta): (readonly [string, PlainValue])[] {
  const { arrayType, keyName, itemTag, content, keepBooleans, subElements } = about
  const all: (readonly [string, PlainValue | undefined])[] = [
    ['_type', arrayType === 'default' ? undefined : arrayType],
    ['_kvpkeyname', keyName],
    ['_element', itemTag],
    ['_content', content],
    ['_BC_bools', keepBooleans],
    ['_subelements', subElements],
  ]
  return all.filter((part): part is [string, PlainValue] => part[1] !== undefined)
}
