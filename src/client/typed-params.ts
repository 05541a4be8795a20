import type { mainModule } from '../api/main-module.ts'
import type { Message } from '../messages/message.ts'
import type { ParamSpec, ParamSpecs } from '../params/param-spec.ts'
import type { TokenType } from '../session/token-types.ts'
import type { Intersection } from './intersection.ts'
import type { CoreAnd, KnownModule, KnownModules } from './known-modules.ts'
import type { LooseParams } from './param-value.ts'

/** What may be said in a request besides its action: checked for modules that are known, free for all others. */
export type ParamsFor<More extends KnownModules, Action> = Action extends 'query'
  ? QueryParams<CoreAnd<More>['queries']> & LooseParams
  : Action extends keyof CoreAnd<More>['actions']
    ? ActionParams<CoreAnd<More>['actions'][Action]>
    : LooseParams

/** The same without the token, which the client brings. */
export type TokenlessFor<More extends KnownModules, Action> = Omit<
  ParamsFor<More, Action>,
  Action extends keyof CoreAnd<More>['actions'] ? 'token' : never
>

/** The parameters that every request can have. */
type MainParams = Given<{
  prefix: ''
  params: Omit<ReturnType<typeof mainModule>['params'], 'action'>
}>

// Fields that are to be filled in, such as those of a login, depend on the wiki.
type ActionParams<Known> = Known extends KnownModule
  ? Given<Known> &
      TokenOf<Known> &
      MainParams &
      (Known['dynamicParams'] extends Message ? LooseParams : unknown)
  : never

type TokenOf<Known extends KnownModule> = Known['token'] extends TokenType
  ? { readonly [name in `${Known['prefix']}token`]: string }
  : unknown

type QueryParams<Queries> = Partial<
  Intersection<
    {
      [Name in keyof Queries]: Queries[Name] extends KnownModule ? Given<Queries[Name]> : never
    }[keyof Queries]
  >
>

/** What a module takes, under the names on the wire. */
type Given<Known extends Pick<KnownModule, 'prefix' | 'params'>> = {
  readonly [Name in RequiredName<Known['params']> as Wire<Known, Name>]: Value<
    Known['params'][Name]
  >
} & {
  readonly [Name in Exclude<keyof Known['params'], RequiredName<Known['params']>> as Wire<
    Known,
    Name
  >]?: Value<Known['params'][Name]> | undefined
}

type Wire<Known extends Pick<KnownModule, 'prefix'>, Name> = Name extends string
  ? `${Known['prefix']}${Name}`
  : never

type RequiredName<Specs extends ParamSpecs> = {
  [Name in keyof Specs]: Specs[Name] extends { required: true } ? Name : never
}[keyof Specs]

type Value<Spec extends ParamSpec> = Spec extends { multi: true } | { type: 'tags' }
  ? Several<Single<Spec['type']>>
  : Single<Spec['type']>

// Several words can be joined already; whether all of them are right is seen of the first only.
type Several<One> = One | readonly One[] | (One extends string ? `${One}|${string}` | '*' : never)

interface ValuesByType {
  boolean: boolean
  expiry: Date | string
  integer: number | bigint
  limit: number | 'max'
  namespace: number
  timestamp: Date | string
  upload: Blob
}

type Single<Type extends ParamSpec['type']> = Type extends readonly string[]
  ? Type[number]
  : Type extends keyof ValuesByType
    ? ValuesByType[Type]
    : string
