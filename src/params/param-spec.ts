/** The types a parameter can have; a list of words stands for "one of these". */
export type ParamType =
  | 'boolean'
  | 'expiry'
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
  /** Takes several values, separated by `|`. */
  readonly multi?: true
  /** With `multi`: `*` stands for all values. */
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
  /** For `integer` and `limit`: the smallest value. */
  readonly min?: number
  /** For `integer` and `limit`: the largest value. */
  readonly max?: number
  /** For `limit`: the largest value for who has the right `apihighlimits`. */
  readonly highMax?: number
  /** A value out of range is an error, not moved into it with a warning. */
  readonly enforceRange?: true
  /** For text: the longest value, in bytes or in characters. */
  readonly maxBytes?: number
  readonly maxChars?: number
  /** For `user`: the forms that are read; names unless given. */
  readonly forms?: readonly UserForm[]
  /** For `title`: the page has to be there. */
  readonly mustExist?: true
  /** For words: those that are read with a warning, and those that the documentation puts last. */
  readonly deprecatedValues?: readonly string[]
  readonly internalValues?: readonly string[]
  /** For words that name modules: the path of each. */
  readonly submodules?: Readonly<Record<string, string>>
  /** A name such as `{fruit}-quantity` stands for one parameter per value of another: which that is. */
  readonly template?: Readonly<Record<string, string>>
}

/** The parameters of a module, by name without the module's prefix, in order. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>

interface ValuesByType {
  boolean: boolean
  expiry: Date | 'infinity'
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

type Value<Spec extends ParamSpec> = Spec extends { multi: true }
  ? readonly Single<Spec['type']>[]
  : Single<Spec['type']>

type AlwaysPresent = { required: true } | { default: string } | { type: 'boolean' }

/** The values a module receives for the parameters it declared. */
export type Params<Specs extends ParamSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends AlwaysPresent
    ? Value<Specs[Name]>
    : Value<Specs[Name]> | undefined
}
