import { isUtf8 } from 'node:buffer'
import { phpArray, type RawValue } from '../params/raw-params.ts'

/** No client sends so many; PHP, too, stops at a thousand. */
export const mostParams = 1000

/** Parameters by name, or that there were too many to read. */
export type FormParams = ReadonlyMap<string, RawValue> | 'too many parameters'

/** Collects parameters under the names that PHP gives them; of several with one name the last counts. */
export class FormReader {
  readonly #params = new Map<string, RawValue>()
  readonly #files = new Map<string, File>()
  readonly #lists = new Map<string, RawValue[]>()
  #count = 0

  /** Takes one parameter; false once there are too many. */
  add(name: string | Uint8Array, value: RawValue): boolean {
    this.#count += 1
    const [base, isArray] = phpName(
      typeof name === 'string' ? name : Buffer.from(name).toString('utf8'),
    )
    if (base !== '') this.#params.set(base, isArray ? phpArray : value)
    if (base !== '' && isArray) this.#addToList(base, value)
    return this.#count <= mostParams
  }

  /** Takes one file; false once there is too much. An array of files is nothing that a parameter reads. */
  addFile(name: string, file: File): boolean {
    this.#count += 1
    const [base, isArray] = phpName(name)
    if (base !== '' && !isArray) this.#files.set(base, file)
    return this.#count <= mostParams
  }

  #addToList(name: string, value: RawValue): void {
    const list = this.#lists.get(name)
    if (list === undefined) this.#lists.set(name, [value])
    else list.push(value)
  }

  get files(): ReadonlyMap<string, File> {
    return this.#files
  }

  /** What came as `name[]=…`, in its order: nothing that the API reads, but pages do. */
  get lists(): ReadonlyMap<string, readonly RawValue[]> {
    return this.#lists
  }

  get params(): FormParams {
    return this.#count > mostParams ? 'too many parameters' : this.#params
  }
}

/** Reads `a=1&b=2`, the form of addresses and of most bodies: a string of bytes, one character each. */
export function readUrlencoded(text: string, reader = new FormReader()): FormParams {
  let start = 0
  while (start < text.length) {
    const next = text.indexOf('&', start)
    const end = next === -1 ? text.length : next
    if (end > start && !addPair(text.slice(start, end), reader)) break
    start = end + 1
  }
  return reader.params
}

function addPair(pair: string, reader: FormReader): boolean {
  const equals = pair.indexOf('=')
  const name = decode(equals === -1 ? pair : pair.slice(0, equals))
  const value = decode(equals === -1 ? '' : pair.slice(equals + 1))
  return reader.add(name, value)
}

/** Undoes percent-encoding; bytes that are not UTF-8 stay bytes. */
function decode(text: string): string | Uint8Array {
  if (/^[\x21-\x24\x26-\x2a\x2c-\x7e]*$/.test(text)) return text

  return textOrBytes(
    text
      .replaceAll('+', ' ')
      .replace(/%([0-9a-fA-F]{2})/g, (_, hex) => String.fromCharCode(Number.parseInt(hex, 16))),
  )
}

/** Reads a string of bytes, one character each, as UTF-8; what is not UTF-8 stays bytes. */
export function textOrBytes(text: string): string | Uint8Array {
  const bytes = Buffer.from(text, 'latin1')
  return isUtf8(bytes) ? bytes.toString('utf8') : bytes
}

/**
 * What PHP makes of a name: dots, spaces and brackets become `_`, and `a[b]` is a part of the array
 * `a`. What begins with a bracket has no name.
 */
function phpName(given: string): [name: string, isArray: boolean] {
  const [name = ''] = given.replace(/^ +/, '').split('\0', 1)
  const bracket = name.indexOf('[')
  const isArray = bracket !== -1 && name.includes(']', bracket)
  const base = isArray || bracket === 0 ? name.slice(0, bracket) : name
  return [base.replace(/[. []/g, '_'), isArray]
}
