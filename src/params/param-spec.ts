/** The types a parameter can have; a list of words stands for "one of these". */
export type ParamType = 'boolean' | 'integer' | 'password' | 'string' | 'user' | readonly string[]

/** All there is to declare about one parameter. */
export interface ParamSpec {
  readonly type: ParamType
  /** Takes several values, separated by `|`. */
  readonly multi?: true
  /** With `multi`: `*` stands for all values. */
  readonly all?: true
  readonly required?: true
  /** Written as a client would write it, and read the same way. */
  readonly default?: string
  /** Never shown in logs. */
  readonly sensitive?: true
  /** Refused in the address, where logs and histories keep it. */
  readonly posted?: true
}

/** The parameters of a module, by name without the module's prefix, in order. */
export type ParamSpecs = Readonly<Record<string, ParamSpec>>

type Single<Type extends ParamType> = Type extends readonly string[]
  ? Type[number]
  : Type extends 'boolean'
    ? boolean
    : Type extends 'integer'
      ? bigint
      : string

// A boolean is there or not: it takes no values of which there could be several.
type Value<Spec extends ParamSpec> = Spec extends { type: 'boolean' }
  ? boolean
  : Spec extends { multi: true }
    ? readonly Single<Spec['type']>[]
    : Single<Spec['type']>

type AlwaysPresent = { required: true } | { default: string } | { type: 'boolean' }

/** The values a module receives for the parameters it declared. */
export type Params<Specs extends ParamSpecs> = {
  readonly [Name in keyof Specs]: Specs[Name] extends AlwaysPresent
    ? Value<Specs[Name]>
    : Value<Specs[Name]> | undefined
}
