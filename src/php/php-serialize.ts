import { findPhpFloat, PhpFloat, spellPhpFloat } from './php-float.ts'
import { phpStringBytes, readPhpString } from './php-string.ts'

/** An array's key: a string that spells a whole number is that number, as in PHP; a bigint only beyond 2^53. */
export type PhpKey = string | number | bigint

/** An array of PHP: keys in their order, with or without gaps, and none of them special. */
export type PhpArray = Map<PhpKey, PhpValue>

/**
 * What PHP's serialize() can say, except objects. A `number` is always PHP's integer (a bigint where it is beyond 2^53),
 * a float always a `PhpFloat`; for strings that are not UTF-8 see `php-string.ts`.
 */
export type PhpValue = null | boolean | number | bigint | string | PhpFloat | PhpArray

/** The stored bytes are not what PHP's serialize() writes, or are objects, which are never read. */
export class PhpSerializeError extends Error {
  constructor(problem: string, offset: number) {
    super(`Cannot read serialized PHP data: ${problem} at byte ${offset}`)
    this.name = 'PhpSerializeError'
  }
}

// MediaWiki's sessions nest four or five levels; the bound keeps us off the end of the stack.
const deepest = 64
const smallestInteger = -(2n ** 63n)
const largestInteger = 2n ** 63n - 1n
const wholeNumber = /^(?:0|-?[1-9]\d{0,18})$/

/** Writes a value as PHP's serialize() does; throws a RangeError for what PHP has no number for, and for too deep a nesting. */
export function serializePhp(value: PhpValue): Buffer {
  const parts: string[] = []
  write(value, parts, 0)
  return phpStringBytes(parts.join(''))
}

function write(value: PhpValue, parts: string[], depth: number): void {
  if (value === null) parts.push('N;')
  else if (typeof value === 'boolean') parts.push(value ? 'b:1;' : 'b:0;')
  else if (typeof value === 'string') writeString(value, parts)
  else if (value instanceof PhpFloat) parts.push(`d:${spellPhpFloat(value)};`)
  else if (value instanceof Map) writeArray(value, parts, depth)
  else parts.push(`i:${spellInteger(value)};`)
}

function writeString(text: string, parts: string[]): void {
  const length = text.isWellFormed() ? Buffer.byteLength(text) : phpStringBytes(text).length
  parts.push(`s:${length}:"`, text, '";')
}

function writeArray(array: PhpArray, parts: string[], depth: number): void {
  if (depth === deepest) {
    throw new RangeError(`Cannot serialize PHP data: it is nested deeper than ${deepest}`)
  }
  parts.push(`a:${array.size}:{`)
  for (const [given, value] of array) {
    const key = keyOf(given)
    if (key !== given && array.has(key)) {
      throw new RangeError(`Cannot serialize PHP data: ${typeof given} and number are one key`)
    }
    write(key, parts, depth)
    write(value, parts, depth + 1)
  }
  parts.push('}')
}

function spellInteger(value: number | bigint): string {
  if (typeof value === 'number' ? Number.isSafeInteger(value) : isPhpInteger(value)) {
    return value.toString()
  }
  throw new RangeError(`Cannot serialize PHP data: ${value} is no integer of PHP`)
}

function isPhpInteger(value: bigint): boolean {
  return value >= smallestInteger && value <= largestInteger
}

/** The key under which PHP keeps what is given one. */
function keyOf(given: PhpKey): PhpKey {
  if (typeof given === 'number') return given
  return typeof given === 'string' ? (findInteger(given) ?? given) : narrow(given)
}

function findInteger(text: string): number | bigint | undefined {
  if (!wholeNumber.test(text)) return undefined

  const value = BigInt(text)
  return isPhpInteger(value) ? narrow(value) : undefined
}

/** A number where it is exact, so that one integer has one form. */
function narrow(value: bigint): number | bigint {
  const number = Number(value)
  return Number.isSafeInteger(number) ? number : value
}

/** Reads exactly what PHP's serialize() writes; anything else, and every object and reference, is a `PhpSerializeError`. */
export function unserializePhp(bytes: Uint8Array): PhpValue {
  const reader = new Reader(bytes)
  const value = reader.readValue(0)
  reader.expectEnd()
  return value
}

/** A position that moves through the bytes. */
class Reader {
  /** One character a byte: cutting and searching is much faster than in the bytes themselves. */
  readonly #binary: string
  #offset = 0

  constructor(bytes: Uint8Array) {
    this.#binary = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
  }

  readValue(depth: number): PhpValue {
    const kind = this.#readKind()
    switch (kind) {
      case 'N;':
        return null
      case 'b:':
        return this.#readBoolean()
      case 'i:':
        return this.#readInteger()
      case 'd:':
        return findPhpFloat(this.#readUntil(';')) ?? this.#fail('no float')
      case 's:':
        return this.#readString()
      case 'a:':
        return depth < deepest ? this.#readArray(depth) : this.#fail('nested too deep')
      default:
        return this.#fail('no value that can be read')
    }
  }

  expectEnd(): void {
    if (this.#offset !== this.#binary.length) this.#fail('more than one value')
  }

  #readKind(): string {
    const kind = this.#binary.slice(this.#offset, this.#offset + 2)
    this.#offset += 2
    return kind
  }

  #readBoolean(): boolean {
    const digit = this.#readUntil(';')
    return digit === '1' || (digit !== '0' && this.#fail('no boolean'))
  }

  #readInteger(): number | bigint {
    return findInteger(this.#readUntil(';')) ?? this.#fail('no integer')
  }

  #readString(): string {
    const length = this.#readCount()
    this.#expect('"')
    const end = this.#offset + length
    if (end > this.#binary.length) this.#fail('a string longer than the data')

    const text = readPhpString(this.#binary.slice(this.#offset, end))
    this.#offset = end
    this.#expect('";')
    return text
  }

  #readArray(depth: number): PhpArray {
    const count = this.#readCount()
    this.#expect('{')
    // No room is made for what the count promises: a lie ends where the data end.
    const array: PhpArray = new Map()
    for (let index = 0; index < count; index++) {
      const key = this.#readKey()
      array.set(key, this.readValue(depth + 1))
    }
    this.#expect('}')
    return array
  }

  #readKey(): PhpKey {
    const kind = this.#readKind()
    if (kind === 'i:') return this.#readInteger()
    return kind === 's:' ? keyOf(this.#readString()) : this.#fail('no key')
  }

  #readCount(): number {
    const digits = this.#readUntil(':')
    return /^(?:0|[1-9]\d{0,9})$/.test(digits) ? Number(digits) : this.#fail('no length')
  }

  #readUntil(delimiter: string): string {
    const end = this.#binary.indexOf(delimiter, this.#offset)
    if (end === -1) this.#fail(`no "${delimiter}"`)

    const text = this.#binary.slice(this.#offset, end)
    this.#offset = end + 1
    return text
  }

  #expect(literal: string): void {
    if (!this.#binary.startsWith(literal, this.#offset)) this.#fail(`no "${literal}"`)

    this.#offset += literal.length
  }

  #fail(problem: string): never {
    throw new PhpSerializeError(problem, this.#offset)
  }
}
