import type { Message } from '../messages/message.ts'
import type { OwnModules } from '../modules/index.ts'
import type { OwnQueryModules } from '../modules/query/query-modules.ts'
import type { ParamSpecs } from '../params/param-spec.ts'
import type { TokenType } from '../session/token-types.ts'

/** What the type of a module tells of what it takes and answers; `defineModule` makes such. */
export interface KnownModule {
  readonly prefix: string
  readonly params: ParamSpecs
  readonly token?: TokenType | undefined
  readonly dynamicParams?: Message | undefined
  answer(call: never): unknown
}

/** Modules by their name on the wire: those of `action`, and those that are asked through `query`. */
export interface KnownModules {
  readonly actions?: Readonly<Record<string, KnownModule>>
  readonly queries?: Readonly<Record<string, KnownModule>>
}

type ActionsOf<More extends KnownModules> = More extends { readonly actions: infer Own }
  ? Own
  : unknown
type QueriesOf<More extends KnownModules> = More extends { readonly queries: infer Own }
  ? Own
  : unknown

/** The modules of the core, which are MediaWiki's as well, and more. */
export interface CoreAnd<More extends KnownModules> {
  readonly actions: Omit<OwnModules, 'query'> & ActionsOf<More>
  readonly queries: OwnQueryModules['list'] & OwnQueryModules['meta'] & QueriesOf<More>
}
