import type { ActivityStore } from '../auth/activity-store.ts'
import type { AuthSources } from '../auth/auth-sources.ts'
import type { StatisticsStore } from '../auth/statistics-store.ts'
import type { User } from '../auth/user.ts'
import type { Clock } from '../clock.ts'
import type { MessageKey } from '../messages/message.ts'
import type { ParamSpecs, Params } from '../params/param-spec.ts'
import type { ParamReading } from '../params/read-params.ts'
import type { ErrorKey } from '../result/error-codes.ts'
import type { Reply } from '../result/reply.ts'
import type { ResultValue } from '../result/value.ts'
import type { Session } from '../session/session.ts'
import type { TokenType } from '../session/token-types.ts'
import type { Settings } from '../settings/settings.ts'

/** What a module gets to answer one request. */
export interface Call<Values = Params<ParamSpecs>> {
  readonly params: Values
  readonly session: Session
  readonly user: User
  /** False when the request's credentials do not count: `origin=*`, `callback`, `Treat-as-Untrusted`. */
  readonly hasCredentials: boolean
  readonly settings: Settings
  readonly clock: Clock
  /** The address of the client, without a port. */
  readonly address: string
  /** The language in which the answer speaks to a person. */
  readonly language: string
  /** The header `Accept-Language`, as it came. */
  readonly acceptLanguage: string | undefined
  /** Where accounts, groups, blocks and the like are found. */
  readonly sources: AuthSources & CallSources
  readonly reply: Reply
  /** For modules that read the parameters of others. */
  readonly reading: ParamReading
}

/** What else a module can look up. */
export interface CallSources {
  readonly activity: ActivityStore
  readonly statistics: StatisticsStore
}

/** A request that shows what a module is for. */
export interface Example {
  /** As in an address: `action=logout&token=123ABC`. */
  readonly query: string
  /** What it does. */
  readonly summary: MessageKey
  /** What the answer looks like, where that helps. */
  readonly answer?: ResultValue
}

/** What became of a module or of one of its parameters in a version of MediaWiki. */
export interface Change {
  readonly version: string
  /** Without one, it is the module itself. */
  readonly param?: string
  readonly change: 'added' | 'deprecated' | 'removed'
}

/** Something that can be asked: what can be declared of it, and the function that answers. */
export interface Module<Specs extends ParamSpecs = ParamSpecs> {
  readonly name: string
  /** What kind of thing it is: `action`, or a part of a query, or a format; the main module is none. */
  readonly group: 'action' | 'prop' | 'list' | 'meta' | 'format' | undefined
  /** The name of MediaWiki's class, which `paraminfo` tells: `ApiLogout`. */
  readonly className: string
  /** The pages that document it. */
  readonly helpUrls: readonly string[]
  readonly examples: readonly Example[]
  /** The version of MediaWiki that first had it, and what has changed since. */
  readonly since: string | undefined
  readonly history: readonly Change[]
  /** The errors it can answer with, beside those that every module can. */
  readonly errors: readonly ErrorKey[]
  readonly deprecated: boolean
  readonly internal: boolean
  /** Whether it can provide the pages of a query. */
  readonly generator: boolean
  /** Where it is found among the modules: `logout`, `query+tokens`. */
  readonly path: string
  /** Stands before the name of each parameter on the wire. */
  readonly prefix: string
  readonly params: Specs
  /** Needs the right to read the wiki; a function where that depends on what is asked. */
  readonly reads: boolean | ((call: Call) => boolean)
  /** Changes the wiki: refused while it is read-only. */
  readonly writes: boolean
  readonly mustBePosted: boolean
  /** The type of the token that the parameter `token` must hold. */
  readonly token: TokenType | undefined
  /** Another salt that the token may have, as MediaWiki's forms make them. */
  readonly tokenSalt: string | undefined
  /** Whether answers to anonymous visitors may be kept by caches between us and them. */
  readonly isPublic: boolean | ((call: Call) => boolean)
  /** The answer, found under the module's name; `undefined` answers nothing there. */
  answer(call: Call<Params<Specs>>): Promise<ResultValue | undefined> | ResultValue | undefined
}

/** A module as it is written: what is not said is not needed. */
export type ModuleDeclaration<Specs extends ParamSpecs> = Pick<
  Module<Specs>,
  'name' | 'params' | 'answer'
> &
  Partial<Module<Specs>>

/** Makes a module out of its declaration; a token that it needs becomes its last parameter. */
export function defineModule<const Specs extends ParamSpecs>(
  declared: ModuleDeclaration<Specs>,
): Module<Specs> {
  const { token } = declared
  const params =
    token === undefined
      ? declared.params
      : { ...declared.params, token: { type: 'string', required: true, sensitive: true } }
  return {
    path: declared.name,
    group: 'action',
    className: `Api${declared.name.charAt(0).toUpperCase()}${declared.name.slice(1)}`,
    helpUrls: [],
    examples: [],
    since: undefined,
    history: [],
    errors: [],
    deprecated: false,
    internal: false,
    generator: false,
    prefix: '',
    reads: false,
    writes: false,
    mustBePosted: token !== undefined,
    token,
    tokenSalt: undefined,
    isPublic: false,
    ...declared,
    params,
  }
}

/** Modules by their name on the wire. */
export type Modules = Readonly<Record<string, Module>>
