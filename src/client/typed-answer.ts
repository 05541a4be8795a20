import type { ResultValue } from '../result/value.ts'
import type { Intersection } from './intersection.ts'
import type { CoreAnd, KnownModule, KnownModules } from './known-modules.ts'

/** Something of an answer that no type describes. */
export type Json =
  | string
  | number
  | boolean
  | null
  | readonly Json[]
  | { readonly [key: string]: Json }

/** What is answered to a request: checked for modules that are known, to be looked at for all others. */
export type AnswerFor<More extends KnownModules, Action> = Envelope &
  (Action extends 'query'
    ? { readonly query?: QueryAnswer<CoreAnd<More>['queries']> }
    : Action extends keyof CoreAnd<More>['actions'] & string
      ? Named<Action, AnswerOf<CoreAnd<More>['actions'][Action]>>
      : { readonly [key: string]: unknown })

/** What can stand in every answer. */
export interface Envelope {
  /** Where to go on: the parameters of the next request. */
  readonly continue?: Readonly<Record<string, string>>
  readonly batchcomplete?: boolean
  readonly curtimestamp?: string
  readonly requestid?: string
  readonly servedby?: string
}

type Named<Name extends string, Answered> = undefined extends Answered
  ? { readonly [key in Name]?: Spelled<NonNullable<Answered>> }
  : { readonly [key in Name]: Spelled<Answered> }

type AnswerOf<Known> = Known extends KnownModule ? Awaited<ReturnType<Known['answer']>> : never

type QueryAnswer<Queries> = Partial<
  Intersection<
    { [Name in keyof Queries]: Spelled<NonNullable<AnswerOf<Queries[Name]>>> }[keyof Queries]
  >
> & { readonly [key: string]: unknown }

/** A value as `format=json&formatversion=2` spells it. */
type Spelled<Value> = ResultValue extends Value
  ? Json
  : Value extends bigint
    ? number
    : Value extends string | number | boolean | null
      ? Value
      : Value extends ReadonlyMap<infer Key extends string, infer Item>
        ? { readonly [key in Key]?: Spelled<Item> }
        : Value extends readonly (infer Item)[]
          ? readonly Spelled<Item>[]
          : SpelledParts<Value>

type SpelledParts<Value> = {
  readonly [Name in keyof Value as Name extends string
    ? undefined extends Value[Name]
      ? never
      : Name
    : never]: Spelled<Value[Name]>
} & {
  readonly [Name in keyof Value as Name extends string
    ? undefined extends Value[Name]
      ? Name
      : never
    : never]?: Spelled<NonNullable<Value[Name]>>
}
