import { Buffer, isAscii } from 'node:buffer'
import { findPhpFloat } from './php-float.ts'
import { findInteger, keyOf } from './php-integer.ts'
import { deepest, type PhpArray, type PhpKey, type PhpValue } from './php-serialize.ts'
import { readPhpString } from './php-string.ts'

/** The stored bytes are not what PHP's serialize() writes, or are objects, which are never read. */
export class PhpSerializeError extends Error {
  constructor(problem: string, offset: number) {
    super(`Cannot read serialized PHP data: ${problem} at byte ${offset}`)
    this.name = 'PhpSerializeError'
  }
}

/** Strings that are keys again and again, none of which spells a number, each under itself. */
export type KnownKeys = ReadonlyMap<string, string>

const noKeys: KnownKeys = new Map()

/**
 * Reads exactly what PHP's serialize() writes; anything else, and every object and reference, is a
 * `PhpSerializeError`. What is read of known keys are these strings themselves, which are then found
 * in an array without being compared.
 */
export function unserializePhp(bytes: Uint8Array, keys = noKeys): PhpValue {
  const reader = new Reader(bytes, keys)
  const value = reader.readValue(0)
  reader.expectEnd()
  return value
}

/** What a value begins with, as one number: dozens of them are compared, and strings would take longer. */
const kinds = {
  ...{ null: kindAt('N;', 0), boolean: kindAt('b:', 0), integer: kindAt('i:', 0) },
  ...{ float: kindAt('d:', 0), string: kindAt('s:', 0), array: kindAt('a:', 0) },
}

function kindAt(binary: string, offset: number): number {
  return binary.charCodeAt(offset) * 256 + binary.charCodeAt(offset + 1)
}

const digit0 = 0x30

/** A position that moves through the bytes. */
class Reader {
  /** One character a byte: cutting and searching is much faster than in the bytes themselves. */
  readonly #binary: string
  readonly #isAscii: boolean
  readonly #keys: KnownKeys
  #offset = 0

  constructor(bytes: Uint8Array, keys: KnownKeys) {
    this.#keys = keys
    this.#binary = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1')
    this.#isAscii = isAscii(bytes)
  }

  readValue(depth: number): PhpValue {
    switch (this.#readKind()) {
      case kinds.string:
        return this.#readString()
      case kinds.integer:
        return this.#readInteger()
      case kinds.boolean:
        return this.#readBoolean()
      case kinds.null:
        return null
      case kinds.array:
        return depth < deepest ? this.#readArray(depth) : this.#fail('nested too deep')
      case kinds.float:
        return findPhpFloat(this.#readUntil(';')) ?? this.#fail('no float')
      default:
        return this.#fail('no value that can be read')
    }
  }

  expectEnd(): void {
    if (this.#offset !== this.#binary.length) this.#fail('more than one value')
  }

  #readKind(): number {
    const kind = kindAt(this.#binary, this.#offset)
    this.#offset += 2
    return kind
  }

  #readBoolean(): boolean {
    const digit = this.#findWhole(';', 1)
    return digit === 1 || (digit !== 0 && this.#fail('no boolean'))
  }

  #readInteger(): number | bigint {
    const integer = this.#findWhole(';', 15) ?? findInteger(this.#readUntil(';'))
    return integer ?? this.#fail('no integer')
  }

  #readString(): string {
    const length = this.#readCount()
    this.#expect('"')
    const end = this.#offset + length
    if (end > this.#binary.length) this.#fail('a string longer than the data')

    const binary = this.#binary.slice(this.#offset, end)
    const text = this.#isAscii ? binary : readPhpString(binary)
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
    if (kind === kinds.integer) return this.#readInteger()
    if (kind !== kinds.string) this.#fail('no key')

    const text = this.#readString()
    return this.#keys.get(text) ?? keyOf(text)
  }

  #readCount(): number {
    return this.#findWhole(':', 10) ?? this.#fail('no length')
  }

  /**
   * Reads a number of so many digits at most, without a sign, and what ends it; otherwise nothing. A
   * record has dozens: digit by digit they take a third of what cutting and matching them takes.
   */
  #findWhole(delimiter: string, mostDigits: number): number | undefined {
    const binary = this.#binary
    const start = this.#offset
    let value = 0
    let end = start
    for (; ; end++) {
      const digit = binary.charCodeAt(end) - digit0
      if (!(digit >= 0 && digit <= 9)) break
      value = value * 10 + digit
      if (end - start === mostDigits) return undefined
    }
    const isWhole = end > start && (end === start + 1 || binary.charCodeAt(start) !== digit0)
    if (!isWhole || binary[end] !== delimiter) return undefined

    this.#offset = end + 1
    return value
  }

  #readUntil(delimiter: string): string {
    const end = this.#binary.indexOf(delimiter, this.#offset)
    if (end === -1) this.#fail(`no "${delimiter}"`)

    const text = this.#binary.slice(this.#offset, end)
    this.#offset = end + 1
    return text
  }

  #expect(literal: string): void {
    // A loop over one or two characters: calling `startsWith` takes longer.
    for (let index = 0; index < literal.length; index++) {
      if (this.#binary.charCodeAt(this.#offset + index) !== literal.charCodeAt(index))
        this.#fail(`no "${literal}"`)
    }
    this.#offset += literal.length
  }

  #fail(problem: string): never {
    throw new PhpSerializeError(problem, this.#offset)
  }
}
