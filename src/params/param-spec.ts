import type { Message } from '../messages/message.ts'
import type { InfinityWord } from './types/expiry.ts'

/** The types a parameter can have; a list of words stands for "one of these". */
export type ParamType =
  | 'boolean'
  | 'expiry'
  | 'group'
  | 'integer'
  | 'limit'
  | 'namespace'
  | 'password'
  | 'string'
  | 'tags'
  | 'text'
  | 'timestamp'
  | 'title'
  | 'upload'
  | 'user'
  | readonly string[]

/** In which forms a user can be named: by name, address, range, `wiki>name`, or `#` and the id. */
export type UserForm = 'name' | 'ip' | 'cidr' | 'interwiki' | 'id'

/** All there is to declare about one parameter. */
export interface ParamSpec {
  readonly type: ParamType
  /** What it is for, by language, in modules whose words are not in our message files. */
  readonly summary?: { readonly en: string; readonly [language: string]: string }
  /** What it is for, in words that several modules share. */
  readonly words?: Message
  /** What is said after that. */
  readonly moreWords?: Message
  /** Takes several values, separated by `|`. */
  readonly multi?: true
  /** With `multi`: `*` stands for all values, as it always does for namespaces. */
  readonly all?: true
  /** With `multi`: keeps a value that is given twice. */
  readonly duplicates?: true
  /** With `multi`: how many values, for most and for who has the right `apihighlimits`; 50 and 500 unless given. */
  readonly mostValues?: readonly [low: number, high: number]
  readonly required?: true
  /** Written as a client would write it, and read the same way. */
  readonly default?: string
  /** Never shown in logs. */
  readonly sensitive?: true
  /** Refused in the address, where logs and histories keep it. */
  readonly posted?: true
  /** Still read, with a warning. */
  readonly deprecated?: true
  /** For `integer` and `limit`: the smallest value; limits begin at 0 unless given. */
  readonly min?: number
  /** For `integer` and `limit`: the largest value. */
  readonly max?: number
  /** For `limit`: the largest value for who has the right `apihighlimits`. */
  readonly highMax?: number
  /** A value out of range is an error, not moved into it with a warning. */
  readonly enforceRange?: true
  /** For `expiry`: how far it may lie ahead, such as `6 months`; only "never" may be longer. */
  readonly longest?: string
  /** For text: the longest value, in bytes or in characters. */
  readonly maxBytes?: number
  readonly maxChars?: number
  /** For `user`: the forms that are read; names unless given. */
  readonly forms?: readonly UserForm[]
  /** For `title`: the page has to be there. */
  readonly mustExist?: true
  /** For `namespace`: those that are read besides the ones that can have pages, such as -1 and -2. */
  readonly extraNamespaces?: readonly number[]
  /** For words: those that are read with a warning, and those that the documentation puts last. */
  readonly deprecatedValues?: readonly string[]
  readonly internalValues?: readonly string[]
  /** For words that name modules: the path of each. */
  readonly submodules?: Readonly<Record<string, string>>
  /** A name such as `{fruit}-quantity` stands for one parameter per value of another: which that is. */
  readonly template?: Readonly<Record<string, string>>
  /** The setting that has to be on: elsewhere nobody knows the parameter. */
  readonly onlyWith?: string
}

/** The parameters of a module, by name without the module's prefix, in order. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>

interface ValuesByType {
  boolean: boolean
  expiry: Date | InfinityWord
  integer: bigint
  limit: number
  namespace: number
  timestamp: Date
  upload: File
}

type Single<Type extends ParamType> = Type extends readonly string[]
  ? Type[number]
  : Type extends keyof ValuesByType
    ? ValuesByType[Type]
    : string

// A boolean is there or not: it takes no values of which there could be several. A change can have
// several tags, so that MediaWiki has them always as a list.
type Value<Spec extends ParamSpec> = Spec extends { type: 'boolean' }
  ? boolean
  : Spec extends { multi: true } | { type: 'tags' }
    ? readonly Single<Spec['type']>[]
    : Single<Spec['type']>

type AlwaysPresent = { required: true } | { default: string } | { type: 'boolean' }

/** `{fruit}-quantity` as the names that it stands for. */
type WireName<Name> = Name extends `${infer Before}{${string}}${infer After}`
  ? WireName<`${Before}${string}${After}`>
  : Name

/** The values a module receives for the parameters it declared. */
export type Params<Specs extends ParamSpecs> = {
  readonly [Name in keyof Specs as WireName<Name>]: Specs[Name] extends AlwaysPresent
    ? Value<Specs[Name]>
    : Value<Specs[Name]> | undefined
}
