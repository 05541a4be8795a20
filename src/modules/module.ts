import type { AccountDirectory } from '../auth/accounts/account-directory.ts'
import type { ActivityStore } from '../auth/accounts/activity-store.ts'
import type { AuthSources } from '../auth/auth-sources.ts'
import type { BlockChanges } from '../auth/blocks/block-changes.ts'
import type { BlockDirectory } from '../auth/blocks/block-directory.ts'
import type { LogReader } from '../auth/log-reader.ts'
import type { PageStore } from '../auth/pages/page-store.ts'
import type { WatchlistStore } from '../auth/pages/watchlist-store.ts'
import type { InterwikiStore } from '../auth/site/interwiki-store.ts'
import type { StatisticsStore } from '../auth/site/statistics-store.ts'
import type { User } from '../auth/user.ts'
import type { Clock } from '../clock.ts'
import {
  type Message,
  type MessageKey,
  type MessageParam,
  message,
  type OwnWords,
} from '../messages/message.ts'
import type { ParamSpec, ParamSpecs, Params } from '../params/param-spec.ts'
import type { ParamReading } from '../params/read-params.ts'
import type { ErrorKey } from '../result/error-codes.ts'
import type { CacheMode, Reply } from '../result/reply.ts'
import type { ResultValue } from '../result/value.ts'
import type { Session } from '../session/session.ts'
import type { SessionIndex } from '../session/session-index.ts'
import type { SessionStore } from '../session/session-store.ts'
import type { TokenType } from '../session/token-types.ts'
import type { Settings } from '../settings/settings.ts'

/** What a module gets to answer one request. */
export interface Call<Values = Params<ParamSpecs>> {
  readonly params: Values
  readonly session: Session
  readonly user: User
  /** False when the request's credentials do not count: `origin=*`, `callback`, `Treat-as-Untrusted`. */
  readonly hasCredentials: boolean
  /** Whether the request's cookies name a session that it does not go on with: ended, or not accepted. */
  readonly isSessionLost: boolean
  readonly settings: Settings
  readonly clock: Clock
  /** The address of the client, without a port. */
  readonly address: string
  /** The language in which the answer speaks to a person. */
  readonly language: string
  /** The language of pages and of what documents the API: `uselang`, however errors are spelled. */
  readonly pageLanguage: string
  /** The header `Accept-Language`, as it came. */
  readonly acceptLanguage: string | undefined
  /** Where accounts, groups, blocks and the like are found. */
  readonly sources: AuthSources & CallSources
  readonly reply: Reply
  /** The main module; its submodules are all others, and the formats. */
  readonly main: Described
  /** For modules that read the parameters of others. */
  readonly reading: ParamReading
}

/** What else a module can look up. */
export interface CallSources {
  readonly activity: ActivityStore
  readonly log: LogReader
  readonly directory: AccountDirectory
  readonly statistics: StatisticsStore
  readonly interwikis: InterwikiStore
  readonly sessions: SessionStore
  readonly sessionIndex: SessionIndex
  readonly blockChanges: BlockChanges
  readonly blockDirectory: BlockDirectory
  readonly pages: PageStore
  readonly watchlist: WatchlistStore
}

/** A request that shows what a module is for. */
export interface Example {
  /** As in an address: `action=logout&token=123ABC`. */
  readonly query: string
  /** What it does. */
  readonly summary: MessageKey | Message | OwnWords
  /** What the answer looks like, in JSON of version 2, where that helps. */
  readonly answer?: ResultValue
}

/** Where else something about a module is to be read. */
export interface Link {
  /** A page, as wikis name it: `phab:T25227`, `mw:API:Tokens`. */
  readonly target: string
  readonly summary: MessageKey | OwnWords
}

/** An error that a module can answer with. */
export interface PossibleError {
  readonly key: ErrorKey
  /** What stands in its text for what will be known only then. */
  readonly params?: readonly MessageParam[]
  /** The parameter that its code names at its end. */
  readonly about?: string
  /** What MediaWiki up to 1.34 called it. */
  readonly legacyCode?: string
}

/** What tells one version of an answer from another: an entity tag with its quotes, a time, or both. */
export interface AnswerVersion {
  readonly etag?: string
  readonly modified?: Date
}

/** What became of a module or of one of its parameters in a version of MediaWiki. */
export interface Change {
  readonly version: string
  /** Without one, it is the module itself. */
  readonly param?: string
  readonly change: 'added' | 'deprecated' | 'removed'
}

/** What a module can answer; `undefined` is nothing. */
export type Answer = ResultValue | undefined

/** Something that can be asked: what can be declared of it, and the function that answers. */
export interface Module<Specs extends ParamSpecs = ParamSpecs, Answered extends Answer = Answer> {
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
  /** The errors it can answer with, beside those that follow from its parameters, rights and token. */
  readonly errors: readonly PossibleError[]
  readonly links: readonly Link[]
  /**
   * What a module of an embedding program says of itself, by language. Our own modules say it in the
   * message files, under keys made of their path: `apihelp-logout-summary`, `apihelp-logout-param-token`.
   */
  readonly summary: OwnWords | undefined
  /** What is said of it after its own words, in words that several modules share. */
  readonly furtherWords: readonly Message[]
  readonly deprecated: boolean
  readonly internal: boolean
  /** Whether it can provide the pages of a query. */
  readonly generator: boolean
  /** Where it is found among the modules: `logout`, `query+tokens`. */
  readonly path: string
  /** The modules that are asked through it, by name. */
  readonly submodules: Readonly<Record<string, Described>>
  /** Stands before the name of each parameter on the wire. */
  readonly prefix: string
  readonly params: Specs
  /** What is said of the parameters that are there only at times, such as fields that are to be filled in. */
  readonly dynamicParams: Message | undefined
  /** How the wiki's modules and settings narrow parameters down: told to others, not used to read them. */
  paramsHere(wiki: Pick<Call, 'main' | 'settings'>): ParamSpecs
  /** The module as it is under these settings, where they decide what it takes and needs. */
  readonly under: ((settings: Settings) => Module) | undefined
  /** Which version of what it tells there is now, for clients that have one; `undefined` if it cannot say. */
  readonly version:
    | ((call: Call) => Promise<AnswerVersion | undefined> | AnswerVersion | undefined)
    | undefined
  /** Needs the right to read the wiki; a function where that depends on what is asked. */
  readonly reads: boolean | ((call: Call) => boolean)
  /** Changes the wiki: refused while it is read-only. */
  readonly writes: boolean
  readonly mustBePosted: boolean
  /** The type of the token that the parameter `token` must hold. */
  readonly token: TokenType | undefined
  /** Another salt that the token may have, as MediaWiki's forms make them; a function where it depends on what is asked. */
  readonly tokenSalt: string | ((call: Call) => Promise<string>) | undefined
  /** Answers even when the database lags behind more than the client can bear. */
  readonly ignoresMaxLag: boolean
  /** Answers with a page, and not in the format that is asked for. */
  readonly showsPage: boolean | ((call: Call) => boolean)
  /** Who may keep its answers; a function where that depends on what is asked. */
  readonly cacheMode: CacheMode | ((call: Call) => CacheMode)
  /** The answer, found under the module's name; `undefined` answers nothing there. */
  answer(call: Call<Params<Specs>>): Promise<Answered> | Answered
}

/** What can be told of a module, of a format, or of the main module, without asking it. */
export type Described = Omit<
  Module,
  'answer' | 'tokenSalt' | 'cacheMode' | 'ignoresMaxLag' | 'showsPage'
>

/** A module as it is written: what is not said is not needed. */
export type ModuleDeclaration<Specs extends ParamSpecs, Answered extends Answer = Answer> = Pick<
  Module<Specs, Answered>,
  'name' | 'params' | 'answer'
> &
  Partial<Module<Specs, Answered>>

/** What the type of a module tells besides its parameters, to clients that are typed by it. */
export interface Telling<Prefix, Token, Dynamic> {
  readonly prefix: Prefix
  readonly token: Token
  readonly dynamicParams: Dynamic
}

/** Makes a module out of its declaration; a token that it needs becomes its last parameter, unless it says where. */
export function defineModule<
  const Specs extends ParamSpecs,
  const Answered extends Answer = Answer,
  const Prefix extends string = '',
  const Token extends TokenType | undefined = undefined,
  const Dynamic extends Message | undefined = undefined,
>(
  declared: ModuleDeclaration<Specs, Answered> & Partial<Telling<Prefix, Token, Dynamic>>,
): Module<Specs, Answered> & Telling<Prefix, Token, Dynamic> {
  const { token } = declared
  const own: ParamSpecs = declared.params
  const params =
    token === undefined
      ? declared.params
      : { ...declared.params, token: { ...tokenParam(token), ...own['token'] } }
  // What is not declared is not in the types either, where it has the same default as here.
  const { prefix, dynamicParams } = declared
  const told = { prefix: prefix ?? '', token, dynamicParams } as Telling<Prefix, Token, Dynamic>
  return {
    path: declared.name,
    group: 'action',
    className: `Api${declared.name.charAt(0).toUpperCase()}${declared.name.slice(1)}`,
    helpUrls: [],
    examples: [],
    since: undefined,
    history: [],
    errors: [],
    links: [],
    summary: undefined,
    furtherWords: [],
    submodules: {},
    deprecated: false,
    internal: false,
    generator: false,
    paramsHere: () => ({}),
    under: undefined,
    version: undefined,
    reads: false,
    writes: false,
    mustBePosted: token !== undefined,
    tokenSalt: undefined,
    ignoresMaxLag: false,
    showsPage: false,
    cacheMode: 'private',
    ...declared,
    ...told,
    params,
  }
}

function tokenParam(token: TokenType): ParamSpec {
  const words = message('api-help-param-token', token)
  return { type: 'string', required: true, sensitive: true, words }
}

/** Modules by their name on the wire. */
export type Modules = Readonly<Record<string, Module>>
