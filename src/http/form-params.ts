import { isUtf8 } from 'node:buffer'
import { phpArray, type RawValue, SentParam, type SentParams } from '../params/sent-param.ts'

/** No client sends so many; PHP, too, stops at a thousand. */
export const mostParams = 1000

/** Parameters by name, or that there were too many to read. */
export type FormParams = SentParams | 'too many parameters'

/** Collects parameters under the names that PHP gives them; of several with one name the last counts. */
export class FormReader {
  readonly #params = new Map<string, SentParam>()
  #files: Map<string, File> | undefined
  #lists: Map<string, RawValue[]> | undefined
  #count = 0

  /** Takes one parameter; false once there are too many. */
  add(name: string | Uint8Array, value: RawValue): boolean {
    this.#count += 1
    const [base, isArray] = phpName(
      typeof name === 'string' ? name : Buffer.from(name).toString('utf8'),
    )
    if (base !== '') this.#params.set(base, new SentParam(isArray ? phpArray : value))
    if (base !== '' && isArray) this.#addToList(base, value)
    return this.#count <= mostParams
  }

  /** Takes one parameter whose name and value stand for themselves; false once there are too many. */
  addPlain(name: string, value: string): boolean {
    this.#count += 1
    if (name !== '') this.#params.set(name, new SentParam(value, { text: value, changed: false }))
    return this.#count <= mostParams
  }

  /** Takes one file; false once there is too much. An array of files is nothing that a parameter reads. */
  addFile(name: string, file: File): boolean {
    this.#count += 1
    const [base, isArray] = phpName(name)
    if (base !== '' && !isArray) {
      this.#files ??= new Map()
      this.#files.set(base, file)
    }
    return this.#count <= mostParams
  }

  #addToList(name: string, value: RawValue): void {
    this.#lists ??= new Map()
    const list = this.#lists.get(name)
    if (list === undefined) this.#lists.set(name, [value])
    else list.push(value)
  }

  get files(): ReadonlyMap<string, File> {
    return this.#files ?? none
  }

  /** What came as `name[]=…`, in its order: nothing that the API reads, but pages do. */
  get lists(): ReadonlyMap<string, readonly RawValue[]> {
    return this.#lists ?? none
  }

  get params(): FormParams {
    return this.#count > mostParams ? 'too many parameters' : this.#params
  }
}

// Few forms have any of these: an address has none.
const none: ReadonlyMap<string, never> = new Map<string, never>()

/**
 * Reads `a=1&b=2`, the form of addresses and of most bodies: a string of bytes, one character each. It looks
 * at each byte once: 0.5 µs for the five parameters of a checktoken, half of what a regular expression for
 * each name and each value takes.
 */
export function readUrlencoded(text: string, reader = new FormReader(), from = 0): FormParams {
  let start = from
  let equals = -1
  let seen = plain
  for (let at = from; at <= text.length; at++) {
    const meaning = at === text.length ? separator : (meanings[text.charCodeAt(at)] ?? special)
    if (meaning === plain) continue
    if (meaning === separator) {
      const name = text.slice(start, equals === -1 ? at : equals)
      const value = equals === -1 ? '' : text.slice(equals + 1, at)
      if (at > start && !addPair(name, value, seen, reader)) break
      start = at + 1
      equals = -1
      seen = plain
    } else if (meaning !== equalsSign) seen |= meaning
    else if (equals === -1) equals = at
  }
  return reader.params
}

// What was seen in a pair is the sum of these.
const plain = 0
const separator = 1
const equalsSign = 2
const percent = 4
const special = 8

/** What each byte means: most stand for themselves, in a name as in a value. */
const meanings = Uint8Array.from({ length: 256 }, (_, byte) => {
  const sign = String.fromCharCode(byte)
  if (sign === '&') return separator
  if (sign === '=') return equalsSign
  if (sign === '%') return percent
  return /[\w!$'()*,/:;?@|~-]/.test(sign) ? plain : special
})

function addPair(name: string, value: string, seen: number, reader: FormReader): boolean {
  if (seen === plain) return reader.addPlain(name, value)

  const text = seen === percent && !name.includes('%') ? decodePrintable(value) : undefined
  if (text !== undefined) return reader.addPlain(name, text)
  return reader.add(decode(name), decode(value))
}

/**
 * Undoes percent-encoding where it stands for printable ASCII only, as in the `%2B%5C` of a token; all else
 * is `undefined`. That takes a fifth of the time of the way for all bytes.
 */
function decodePrintable(text: string): string | undefined {
  let decoded = ''
  let start = 0
  for (let at = text.indexOf('%'); at !== -1; at = text.indexOf('%', start)) {
    // What is not two digits comes to less than 16, or to no number.
    const byte = Number.parseInt(text.slice(at + 1, at + 3), 16)
    if (!(byte >= 0x20 && byte <= 0x7e)) return undefined
    decoded += text.slice(start, at) + String.fromCharCode(byte)
    start = at + 3
  }
  return decoded + text.slice(start)
}

const encodesNothing = /^[\x21-\x24\x26-\x2a\x2c-\x7e]*$/

/** Undoes percent-encoding; bytes that are not UTF-8 stay bytes. */
function decode(text: string): string | Uint8Array {
  if (encodesNothing.test(text)) return text

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
function phpName(given: string): readonly [name: string, isArray: boolean] {
  if (!changedByPhp.test(given)) return [given, false]

  const [name = ''] = given.replace(/^ +/, '').split('\0', 1)
  const bracket = name.indexOf('[')
  const isArray = bracket !== -1 && name.includes(']', bracket)
  const base = isArray || bracket === 0 ? name.slice(0, bracket) : name
  return [base.replace(/[. []/g, '_'), isArray]
}

const changedByPhp = /[\0 .[]/
