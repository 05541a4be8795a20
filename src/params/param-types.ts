import { plaintext } from '../messages/message.ts'
import { ApiError } from '../result/api-error.ts'
import type { ParamSpec, ParamType } from './param-spec.ts'

/** Where a value was found: what an error or a warning about it has to name. */
export interface ParamPlace {
  /** The path of the module. */
  readonly module: string
  /** The name on the wire, with the module's prefix. */
  readonly name: string
  /** How the wiki spells the name of an account, or `undefined` if nobody can be called that. */
  readonly userName: (given: string) => string | undefined
}

/** Reads one value of a type; throws what the client hears when it cannot be read. */
type Reader = (text: string, place: ParamPlace, spec: ParamSpec) => unknown

const readers: Readonly<Record<Extract<ParamType, string>, Reader>> = {
  boolean: () => true,
  integer: readInteger,
  password: (text) => text,
  string: (text) => text,
  user: readUser,
}

/** The reader of a type. */
export function readerOf(type: ParamType): Reader {
  return typeof type === 'string' ? readers[type] : readWord
}

function readInteger(text: string, { module, name }: ParamPlace): bigint {
  const fits = /^[+-]?[0-9]+$/.test(text) && text.length <= 100
  const value = fits ? BigInt(text.replace('+', '')) : undefined
  if (value === undefined || BigInt.asIntN(64, value) !== value) {
    const params = [plaintext(name), plaintext(text)]
    throw new ApiError(module, 'paramvalidator-badinteger', { params })
  }
  return value
}

function readUser(text: string, { module, name, userName }: ParamPlace): string {
  const canonical = userName(text)
  if (canonical === undefined) {
    const params = [plaintext(name), plaintext(text)]
    throw new ApiError(module, 'paramvalidator-baduser', { params })
  }
  return canonical
}

function readWord(text: string, { module, name }: ParamPlace, { type }: ParamSpec): string {
  const words = typeof type === 'string' ? [] : type
  if (!words.includes(text)) {
    const list = { list: words.map(plaintext), type: 'text' } as const
    const params = [plaintext(name), plaintext(text), list, { num: words.length }]
    const legacyCode = `unknown_${name}`
    throw new ApiError(module, 'paramvalidator-badvalue-enumnotmulti', { params, legacyCode })
  }
  return text
}
