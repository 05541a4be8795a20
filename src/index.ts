import type { Kysely } from 'kysely'
import { Afterwards } from './afterwards.ts'
import { type AccountRequest, createAccount } from './auth/accounts/create-account.ts'
import {
  type BotLogin,
  type BotPasswordRequest,
  createBotPassword,
} from './auth/bot-passwords/create-bot-password.ts'
import type { Mail, Mailer } from './auth/mail/mailer.ts'
import type { AuthProviders } from './auth/manager/auth-provider.ts'
import { defaultProviders } from './auth/providers/default-providers.ts'
import { type Clock, systemClock } from './clock.ts'
import { joinProviders, modulesWith } from './extensions/add-extensions.ts'
import { extensions } from './extensions/index.ts'
import { fetchWiki } from './http/fetch.ts'
import { keptMails } from './mail/kept-mails.ts'
import { smtpMailer } from './mail/smtp-mailer.ts'
import type { Modules } from './modules/module.ts'
import { type Random, systemRandom } from './random.ts'
import { readSettings, type SettingsInput } from './settings/settings.ts'
import type { MediaWikiTables } from './storage/schema.ts'
import { openSqlite } from './storage/sqlite/open-sqlite.ts'
import { makeStores } from './storage/stores.ts'
import type { Wiki } from './wiki.ts'

export type { AccountRequest } from './auth/accounts/create-account.ts'
export { CannotCreate } from './auth/accounts/create-account.ts'
export type { BotLogin, BotPasswordRequest } from './auth/bot-passwords/create-bot-password.ts'
export type { Mail, Mailer } from './auth/mail/mailer.ts'
export type { AuthContext, Kept } from './auth/manager/auth-context.ts'
export type {
  AuthProviders,
  CreationContext,
  LoginProgress,
  PreProvider,
  PrimaryProvider,
  SecondaryProvider,
} from './auth/manager/auth-provider.ts'
export {
  type AuthAction,
  type AuthField,
  type AuthRequest,
  type Submission,
  textOf,
} from './auth/manager/auth-request.ts'
export type { Creation, CreationPass, MadeAccount } from './auth/manager/creation.ts'
export type { DataChange, RowChange } from './auth/manager/data-change.ts'
export type { Clock } from './clock.ts'
export { type RunningServer, serve } from './http/serve.ts'
export { type OwnMessage, type OwnWords, ownMessage } from './messages/message.ts'
export { modules } from './modules/index.ts'
export { defineModule, type Module } from './modules/module.ts'
export { defineQuery } from './modules/query/define-query.ts'
export { defineQueryModule, type QueryModule } from './modules/query/query-module.ts'
export { queryModules } from './modules/query/query-modules.ts'
export type { Random } from './random.ts'
export { ApiError } from './result/api-error.ts'
export { type Settings, SettingsError, type SettingsInput } from './settings/settings.ts'

/** What a wiki can be told; everything has a default. */
export interface WikiOptions {
  /** Settings with MediaWiki's names without `$wg`; an object is merged into its default. */
  readonly settings?: SettingsInput | Readonly<Record<string, unknown>>
  /** The database file; without one the wiki lives in memory, and is gone when it is closed. */
  readonly file?: string
  /** Tells the time; a test can stop it. */
  readonly clock?: Clock
  /** Gives random bytes; a test can foresee them. */
  readonly random?: Random
  /** Modules to serve beside those of MediaWiki, or under a name of theirs instead of one. */
  readonly modules?: Modules
  /** Providers that have a say in authentication beside those of MediaWiki: a second factor, say. */
  readonly providers?: Partial<AuthProviders>
  /** Sends mails; without one and without the setting `SMTP` they are kept, in `mails`. */
  readonly mailer?: Mailer
  /** Hears of every error that is the wiki's own, never of a client's. */
  readonly log?: (error: unknown) => void
  /** Lets each request bring settings of its own, in the header `X-Test-Config`: for tests only. */
  readonly testMode?: boolean
}

/** A wiki that can be asked, in this process. */
export interface OpenWiki extends Wiki, AsyncDisposable {
  /** Answers a request without a socket; takes what the global `fetch` takes. */
  fetch(input: Request | URL | string, init?: RequestInit): Promise<Response>
  /** Makes an account; throws `CannotCreate` with the reason if it cannot be. */
  createAccount(account: AccountRequest): Promise<{ readonly id: number; readonly name: string }>
  /** Makes a bot password; throws `CannotCreate` with the reason if it cannot be. */
  createBotPassword(botPassword: BotPasswordRequest): Promise<BotLogin>
  /** The mails that were kept because nothing is there to send them, the latest last. */
  readonly mails: readonly Mail[]
  /** Waits until all is done that was left to do once answers were out, such as sending mails. */
  settle(): Promise<void>
  /** MediaWiki's tables. */
  readonly database: Kysely<MediaWikiTables>
  close(): Promise<void>
}

/** Makes a wiki: in memory, or on a database file, which is created if there is none. */
export function createWiki(options: WikiOptions = {}): OpenWiki {
  const { clock = systemClock, random = systemRandom } = options
  const settings = readSettings(options.settings ?? {})
  const switchedOn = settings.Extensions.map((name) => extensions[name])
  const storage = openSqlite(options.file ?? ':memory:', { extensions: settings.Extensions })
  const log = options.log ?? console.error
  const kept = keptMails()
  const wiki: Wiki = {
    settings,
    clock,
    random,
    stores: makeStores(storage, { settings, clock }),
    modules: { ...modulesWith(switchedOn), ...options.modules },
    providers: joinProviders(defaultProviders, [
      ...switchedOn.map(({ providers }) => providers),
      options.providers,
    ]),
    mailer: options.mailer ?? (settings.SMTP ? smtpMailer(settings.SMTP, settings) : kept),
    afterwards: new Afterwards(log),
    log,
    testMode: options.testMode ?? false,
  }
  const making = () => ({ ...wiki.stores, settings, random, now: clock.now() })
  const close = async (): Promise<void> => {
    await wiki.afterwards.finish(patience)
    const { count } = wiki.afterwards
    if (count > 0) log(new Error(`Cannot end what was left to do: ${count} tasks took too long`))
    await storage.close()
  }
  return {
    ...wiki,
    database: storage.database,
    mails: kept.mails,
    settle: () => wiki.afterwards.finish(),
    fetch: (input, init) => fetchWiki(wiki, new Request(input, init)),
    async createAccount(account) {
      const { id, name } = await createAccount(account, making())
      return { id, name }
    },
    createBotPassword: (botPassword) => createBotPassword(botPassword, making()),
    close,
    [Symbol.asyncDispose]: close,
  }
}

/** How long a wiki that ends waits for what is left to do, in milliseconds. */
const patience = 10_000
