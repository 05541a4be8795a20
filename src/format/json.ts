import { meta, partsOf, type ResultValue } from '../result/value.ts'
import type { Format } from './format.ts'

/** The answer as JSON, in the shapes of format version 1 (MediaWiki up to 1.24) or 2. */
export const json: Format = {
  name: 'json',
  contentType: 'application/json',
  fileName: 'api-result.json',
  params: {
    callback: { type: 'string' },
    utf8: { type: 'boolean' },
    ascii: { type: 'boolean' },
    formatversion: { type: ['1', '2', 'latest'], default: '1' },
  },

  print(value, params) {
    const version = params['formatversion'] === '1' ? 1 : 2
    const text = printValue(value, version)
    const onlyAscii = version === 1 ? params['utf8'] !== true : params['ascii'] === true
    const body = text.replace(onlyAscii ? beyondAscii : lineSeparators, escapeUnit)

    const { callback } = params
    if (typeof callback !== 'string') return { body }
    // The comment keeps a browser from taking the answer for anything but a script.
    const name = callback.replace(/[^[\].'"_A-Za-z0-9]/g, '')
    return {
      body: `/**/${name}(${body})`,
      contentType: 'text/javascript',
      fileName: 'api-result.js',
    }
  },
}

const beyondAscii = /[\u0080-\uffff]/g
const lineSeparators = /[\u2028\u2029]/g

function escapeUnit(unit: string): string {
  return `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`
}

function printValue(value: ResultValue, version: 1 | 2): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value)
  if (isList(value)) return `[${value.map((item) => printValue(item, version)).join()}]`

  const about = value[meta] ?? {}
  const parts = partsOf(value)
  if (version === 2) return printObject(parts, version)

  if (about.arrayType === 'BCassoc')
    return printValue(
      parts.map(([, item]) => item),
      version,
    )
  const { content, keepBooleans = [] } = about
  const older = parts
    .filter(([name, item]) => item !== false || keepBooleans.includes(name))
    .map(([name, item]): [string, ResultValue] => [
      name,
      item === true && !keepBooleans.includes(name) ? '' : item,
    ])
  if (about.arrayType === 'default' && older.length === 0) return '[]'
  if (content === undefined) return printObject(older, version)

  const named = older.filter(([name]) => name !== content)
  const text = older
    .filter(([name]) => name === content)
    .map(([, item]): [string, ResultValue] => ['*', item])
  return printObject([...named, ...text], version)
}

function printObject(parts: readonly (readonly [string, ResultValue])[], version: 1 | 2): string {
  return `{${parts.map(([name, item]) => `${JSON.stringify(name)}:${printValue(item, version)}`)}}`
}

function isList(value: object): value is readonly ResultValue[] {
  return Array.isArray(value)
}
