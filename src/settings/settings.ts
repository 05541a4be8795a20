import { isIP } from 'node:net'
import * as v from 'valibot'
import { defaultGrantGroups, defaultGrantRisks } from './default-grant-groups.ts'
import { defaultPasswordPolicy, passwordRules } from './default-password-policy.ts'
import { defaultGrantPermissions, defaultGroupPermissions } from './default-permissions.ts'
import { defaultRateLimits } from './default-rate-limits.ts'
import { defaultSkins } from './default-skins.ts'
import { defaultUserOptions } from './default-user-options.ts'
import { type ExtensionName, extensionNames, extensionSettings } from './extensions.ts'
import { mergeDeep } from './merge.ts'
import { promotionCondition } from './promotion-conditions.ts'

const text = v.string()
const flag = v.boolean()
const count = v.pipe(v.number(), v.integer(), v.minValue(0))
/** What becomes part of a header. */
const line = v.pipe(
  text,
  v.check((value) => /^[\x20-\x7e]*$/.test(value), 'one line of ASCII'),
)
const origin = v.pipe(
  text,
  v.regex(/^https?:\/\/[A-Za-z0-9.:[\]-]+$/, 'an address such as "https://wiki.example"'),
  v.check((given) => URL.canParse(given), 'an address such as "https://wiki.example"'),
)
const path = v.pipe(text, v.regex(/^(?:\/[\w.~/-]*[\w.~-])?$/, 'a path such as "/w", or ""'))
const picture = v.pipe(
  text,
  v.check((given) => URL.canParse(given, 'http://wiki.example'), 'an address or a path'),
)
// It stands in a header, too.
const languageCode = v.pipe(
  text,
  v.regex(/^[A-Za-z0-9-]+$/, 'the code of a language, such as "fr"'),
)
const databaseName = v.pipe(text, v.regex(/^[A-Za-z0-9_-]+$/, 'a name of letters, digits, _ and -'))
const seconds = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(1_000_000_000))
const wholeSeconds = v.pipe(v.number(), v.integer(), v.minValue(-1), v.maxValue(1_000_000_000))
const tries = v.object({ count, seconds, allIPs: v.optional(flag) })
const textOrFalse = v.union([v.literal(false), text])
const lineOrFalse = v.union([v.literal(false), line])
const range = v.pipe(
  text,
  v.check((given) => {
    const [first = '', bits, ...more] = given.split('/')
    const most = isIP(first) === 6 ? 128 : 32
    const fits = bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= most)
    return isIP(first) !== 0 && fits && more.length === 0
  }, 'an address or a range such as "10.0.0.0/8"'),
)
const words = v.array(text)
const permissions = v.record(text, v.record(text, flag))
const groupsOrAll = v.record(text, v.union([v.literal(true), words]))
const emailAddress = v.pipe(
  text,
  v.regex(/^[\x21-\x3f\x41-\x7e]+@[A-Za-z0-9.-]+$/, 'an e-mail address'),
)
// Looks first which of the two is meant: a mistake is then told where it is.
const limit = v.lazy(
  (given): v.GenericSchema<boolean | [times: number, seconds: number]> =>
    typeof given === 'boolean' ? flag : v.tuple([count, count]),
)
const mailServer = v.object({
  host: v.pipe(text, v.regex(/^(?:(?:ssl|tls):\/\/)?[A-Za-z0-9.:[\]-]+$/, 'the name of a host')),
  port: v.optional(
    v.union([
      v.pipe(count, v.maxValue(65_535)),
      v.pipe(text, v.regex(/^\d{1,5}$/, 'the number of a port')),
    ]),
  ),
  IDHost: v.optional(line),
  auth: v.optional(flag),
  username: v.optional(text),
  password: v.optional(text),
})
const mailServerOrFalse = v.lazy(
  (given): v.GenericSchema<false | v.InferOutput<typeof mailServer>> =>
    given === false ? v.literal(false) : mailServer,
)
const rule = v.union([
  v.number(),
  flag,
  v.object({
    value: v.union([v.number(), flag]),
    suggestChangeOnLogin: v.optional(flag),
    forceChange: v.optional(flag),
  }),
])

/**
 * Every setting: what it may be, its default, and what it is for. Names are MediaWiki's without
 * `$wg`, and so are the defaults unless the reason says otherwise.
 */
// biome-ignore format: a table
const table = {
  Sitename: [text, 'Jeton', 'What the wiki is called.'],
  Server: [origin, 'http://127.0.0.1:8080', 'The address of the wiki, as its own links say it; `serve` fills it in.'],
  ScriptPath: [path, '', 'The path of api.php and index.php; /w is served besides.'],
  ArticlePath: [text, '/wiki/$1', 'The path of a page.'],
  LanguageCode: [languageCode, 'en', 'The language of the wiki.'],
  DBname: [databaseName, 'wiki', 'Names the database file, the cookies and the stored sessions.'],
  CachePrefix: [textOrFalse, false, 'Stands before each stored session instead of the database’s name.'],
  ReadOnly: [textOrFalse, false, 'Why nothing can be changed now; false when it can.'],
  ShowHostnames: [flag, false, 'Tells clients which machine answered.'],
  RightsUrl: [text, '', 'Where the licence of the content is.'],
  RightsText: [text, '', 'The name of the licence of the content.'],

  CookiePrefix: [lineOrFalse, false, 'Stands before the names of cookies instead of the database’s name.'],
  CookiePath: [line, '/', 'The path that cookies are for.'],
  CookieDomain: [line, '', 'The domain that cookies are for; empty for this host only.'],
  CookieSecure: [v.union([flag, v.literal('detect')]), 'detect', 'Sends cookies over https only; `detect` when the address is https.'],
  CookieHttpOnly: [flag, true, 'Hides cookies from scripts.'],
  CookieSameSite: [v.nullable(v.picklist(['None', 'Lax', 'Strict', ''])), null, 'Which requests from other sites carry cookies.'],
  CookieExpiration: [seconds, 2_592_000, 'How many seconds a browser remembers the name of who logged in.'],
  ExtendedLoginCookieExpiration: [v.nullable(seconds), 15_552_000, 'How many seconds a browser that is to remember a login does so.'],
  RememberMe: [v.picklist(['choose', 'force-choose', 'always', 'never']), 'choose', 'Whether users say themselves how long a browser is to remember that they have logged in.'],
  SessionName: [lineOrFalse, false, 'The whole name of the session cookie.'],
  ObjectCacheSessionExpiry: [seconds, 3_600, 'How many seconds a session lives without a request.'],
  AuthenticationTokenVersion: [v.nullable(text), '1', 'Changing it ends all sessions. MediaWiki’s default is null; its installer writes "1" into every wiki.'],

  Extensions: [v.array(v.picklist(extensionNames)), [], 'What of MediaWiki’s extensions the wiki has.'],

  OATHAuthWindowRadius: [v.pipe(count, v.maxValue(20)), 4, 'How many half minutes before and after now a code of an authenticator app is good for.'],

  EnableBotPasswords: [flag, true, 'Lets programs log in with passwords of their own.'],
  UserrightsInterwikiDelimiter: [v.pipe(text, v.minLength(1)), '@', 'Stands between an account and its bot password.'],
  PasswordAttemptThrottle: [v.array(tries), [{ count: 5, seconds: 300 }, { count: 150, seconds: 172_800 }], 'How often a password may be tried, per account and address.'],
  PasswordPolicy: [v.object({ policies: v.record(text, v.record(v.picklist(passwordRules), rule)) }), defaultPasswordPolicy, 'What passwords must be like, by group.'],
  PasswordExpirationDays: [v.union([v.literal(false), v.pipe(v.number(), v.integer())]), false, 'After how many days another password has to be chosen; false for never.'],
  PasswordExpireGrace: [seconds, 604_800, 'For how many seconds after that one may still put it off.'],
  InvalidPasswordReset: [flag, true, 'Asks who logs in with a password that the policy does not like any more for another one.'],
  NewPasswordExpiry: [seconds, 604_800, 'For how many seconds a mailed password may be used.'],
  PasswordResetRoutes: [v.object({ username: v.optional(flag), email: v.optional(flag) }), { username: true, email: true }, 'What who has forgotten the password may name the account by.'],
  PasswordReminderResendTime: [v.pipe(v.number(), v.minValue(0)), 24, 'After how many hours an account may be mailed another password.'],
  ReauthenticateTime: [v.objectWithRest({ default: wholeSeconds }, wholeSeconds), { default: 3_600 }, 'For how many seconds after a login one may change how to log in; per operation, such as `ChangeCredentials`, and never asked where negative.'],
  AllowSecuritySensitiveOperationIfCannotReauthenticate: [v.objectWithRest({ default: flag }, flag), { default: true }, 'The same for sessions in which nobody can log in anew, as of bot passwords.'],
  ChangeCredentialsBlacklist: [words, ['MediaWiki\\Auth\\TemporaryPasswordAuthenticationRequest'], 'Kinds of credentials that users cannot change themselves.'],
  RemoveCredentialsBlacklist: [words, ['MediaWiki\\Auth\\PasswordAuthenticationRequest'], 'Kinds of credentials that users cannot remove themselves.'],
  AccountCreationThrottle: [v.union([count, tries, v.array(tries)]), [{ count: 0, seconds: 86_400 }], 'How many accounts may be made from one address: in a day, or per rule; 0 for any number.'],
  NewUserLog: [flag, true, 'Keeps a log of new accounts.'],
  InvalidUsernameCharacters: [text, '@:>', 'Characters that no new account may have in its name.'],
  BlockDisablesLogin: [flag, false, 'Keeps blocked users from logging in.'],
  BlockCIDRLimit: [v.object({ IPv4: v.pipe(count, v.maxValue(32)), IPv6: v.pipe(count, v.maxValue(128)) }), { IPv4: 16, IPv6: 19 }, 'The largest ranges that can be blocked, in bits that all their addresses share.'],
  BlockAllowsUTEdit: [flag, true, 'Lets a block leave users their own talk page.'],
  EnablePartialActionBlocks: [flag, false, 'Lets a block be from some actions only.'],
  WatchlistExpiry: [flag, false, 'Lets users watch pages for some time only.'],
  EnableUserEmail: [flag, true, 'Lets users send e-mail to each other, and blocks keep them from it.'],
  HideUserContribLimit: [v.union([v.literal(false), count]), 1000, 'Accounts with more edits cannot be hidden; false for no limit.'],
  AutoblockExpiry: [seconds, 86_400, 'For how many seconds an address is blocked that a blocked account used.'],
  CookieSetOnAutoblock: [flag, true, 'Lets browsers remember that their user’s account is blocked, where a block is to follow the user.'],
  CookieSetOnIpBlock: [flag, true, 'Lets browsers remember that their address is blocked.'],
  SecretKey: [textOrFalse, false, 'Proves that what a browser remembers of a block comes from here; without one, the number of the block alone is remembered.'],
  CdnServers: [v.array(range), [], 'Addresses of proxies in front of the wiki, which are believed what they say in X-Forwarded-For.'],
  CdnServersNoPurge: [v.array(range), [], 'The same, also for ranges. MediaWiki sends the others word of what has changed.'],
  ApplyIpBlocksToXff: [flag, false, 'Applies blocks to the addresses in X-Forwarded-For, too.'],
  ProxyList: [words, [], 'Addresses and ranges that are blocked as open proxies.'],
  ProxyWhitelist: [words, [], 'Addresses that are never taken for open proxies.'],
  SoftBlockRanges: [words, [], 'Addresses and ranges from which nobody can change anything without logging in.'],

  SMTP: [mailServerOrFalse, false, 'The server that takes mails: `host` (`ssl://` before it for TLS from the start), `port`, `IDHost`, and with `auth` a `username` and a `password`.'],
  PasswordSender: [v.union([v.literal(false), emailAddress]), false, 'The address that mails come from; false for apache@ and the name of the server.'],
  UserEmailConfirmationTokenExpiry: [seconds, 604_800, 'For how many seconds an e-mail address can be confirmed.'],

  GroupPermissions: [permissions, defaultGroupPermissions, 'What each group may do.'],
  RevokePermissions: [permissions, {}, 'What each group may not do, whatever other groups may.'],
  ImplicitGroups: [words, ['*', 'user', 'autoconfirmed'], 'Groups that one is in by being who one is.'],
  AddGroups: [groupsOrAll, {}, 'Which groups each group may add others to.'],
  RemoveGroups: [groupsOrAll, {}, 'Which groups each group may remove others from.'],
  GroupsAddToSelf: [groupsOrAll, {}, 'Which groups each group may join.'],
  GroupsRemoveFromSelf: [groupsOrAll, {}, 'Which groups each group may leave.'],
  GrantPermissions: [permissions, defaultGrantPermissions, 'What each grant of a bot password allows.'],
  GrantPermissionGroups: [v.record(text, text), defaultGrantGroups, 'What each grant is about; those about `hidden` are part of every bot password.'],
  GrantRiskGroups: [v.record(text, text), defaultGrantRisks, 'The grants with which a program could do harm: `security` warns of them.'],
  Autopromote: [v.record(text, promotionCondition), { autoconfirmed: ['&', ['APCOND_EDITCOUNT', null], ['APCOND_AGE', null]] }, 'Who is in which group without being put into it; null stands for AutoConfirmCount and AutoConfirmAge.'],
  AutoConfirmAge: [seconds, 0, 'How many seconds after registration an account is autoconfirmed.'],
  AutoConfirmCount: [count, 0, 'After how many edits an account is autoconfirmed.'],
  RateLimits: [v.record(text, v.record(text, limit)), defaultRateLimits, 'How often something may be done; `&can-bypass` says whether who has the right noratelimit may do it oftener.'],
  RateLimitsExcludedIPs: [words, [], 'Addresses and ranges that such limits are not for.'],
  DefaultUserOptions: [v.record(text, v.union([text, v.number(), flag])), defaultUserOptions, 'The preferences of who has chosen none.'],
  HiddenPrefs: [words, [], 'Preferences that nobody can choose: what was chosen before does not count.'],
  MaxSigChars: [count, 255, 'How many characters a signature may have.'],
  ValidSkinNames: [v.record(text, text), defaultSkins, 'The skins that one can choose, and what they are called. MediaWiki’s default is {}; the skins it comes with add themselves.'],
  EnableEmail: [flag, true, 'Whether mails are sent, and there are preferences about them.'],
  EnableUserEmailMuteList: [flag, false, 'Whether users can choose from whom they get no mail.'],
  EmailAuthentication: [flag, true, 'Whether addresses have to be confirmed.'],
  AllowRequiringEmailForResets: [flag, false, 'Whether users can choose that their address is asked for, too, before they get a new password.'],
  EnotifUserTalk: [flag, false, 'Whether users can choose to hear of messages by mail.'],
  EnotifWatchlist: [flag, false, 'Whether users can choose to hear of changes to watched pages by mail.'],
  EnotifMinorEdits: [flag, true, 'Whether users can choose to hear of minor ones, too.'],
  EnotifRevealEditorAddress: [flag, false, 'Whether users can choose to show their address in such mail.'],
  UseRCPatrol: [flag, true, 'Whether changes are looked at by patrols, who can choose to hide those that have been.'],
  UseNPPatrol: [flag, true, 'The same of new pages.'],
  RCWatchCategoryMembership: [flag, false, 'Whether there are changes of categories, which users can choose to hide.'],
  RCShowWatchingUsers: [flag, false, 'Whether users can choose to see how many others watch a page.'],
  AllowUserCss: [flag, false, 'Whether users can have styles of their own.'],
  AllowUserJs: [flag, false, 'Whether users can have scripts of their own.'],

  ApiFrameOptions: [lineOrFalse, 'DENY', 'The header X-Frame-Options of answers.'],
  CrossSiteAJAXdomains: [words, [], 'Which other sites may ask as their visitors: `*.example.org`, `?` for one character.'],
  CrossSiteAJAXdomainExceptions: [words, [], 'Which of those may not.'],
  AllowedCorsHeaders: [words, ['Accept', 'Accept-Language', 'Content-Language', 'Content-Type', 'Accept-Encoding', 'DNT', 'Origin', 'User-Agent', 'Api-User-Agent', 'Access-Control-Max-Age', 'Authorization'], 'Which headers other sites may send.'],
  VaryOnXFP: [flag, false, 'Tells caches that answers depend on the header X-Forwarded-Proto.'],
  Logos: [v.record(text, picture), {}, 'The pictures of the wiki: `1x` is the one that siteinfo tells.'],
  LegacyErrorCodes: [flag, false, 'Answers `notoken` and `unknown_type` where MediaWiki since 1.35 says `missingparam` and `badvalue`. Not in MediaWiki.'],
} satisfies Record<string, readonly [v.GenericSchema, unknown, string]>

/** The name of a setting, as in MediaWiki without `$wg`. */
export type SettingName = keyof typeof table

type ReadonlyDeep<Value> = Value extends object
  ? { readonly [Key in keyof Value]: ReadonlyDeep<Value[Key]> }
  : Value

/** All settings of a wiki. */
export type Settings = {
  readonly [Name in SettingName]: ReadonlyDeep<v.InferOutput<(typeof table)[Name][0]>>
}

/** Some settings, the others keeping their defaults; an object is merged into its default. */
export type SettingsInput = { readonly [Name in SettingName]?: DeepPartial<Settings[Name]> }

type DeepPartial<Value> = Value extends readonly unknown[]
  ? Value
  : Value extends object
    ? { readonly [Key in keyof Value]?: DeepPartial<Value[Key]> }
    : Value

/** Says which setting is wrong, and what would be right. */
export class SettingsError extends Error {
  override readonly name = 'SettingsError'
}

/**
 * Checks settings and fills in the defaults of the others.
 * An object is merged into its default: `{"GroupPermissions": {"*": {"read": false}}}` makes a wiki
 * private and changes nothing else. Everything else replaces the default.
 */
export function readSettings(given: SettingsInput | Readonly<Record<string, unknown>>): Settings {
  const named = readNames(given)
  const base = named.map((name) => extensionSettings[name]).reduce<unknown>(mergeDeep, defaults)
  return checked(mergeDeep(base, given))
}

/** The extensions that are to be switched on; what is no extension is found out by the check. */
function readNames(given: unknown): readonly ExtensionName[] {
  const named = isObject(given) ? given['Extensions'] : undefined
  return v.is(table.Extensions[0], named) ? named : []
}

/**
 * The settings of one request in test mode: each given value replaces the wiki's, as in
 * `{"ReadOnly": "moving"}`; `{"RateLimits": {"__merge": {…}}}` is merged into it instead.
 */
export function overrideSettings(settings: Settings, given: unknown): Settings {
  if (!isObject(given)) throw notAnObject()

  const overridden = Object.entries(given).map(([name, value]) => {
    const merge = isObject(value) && '__merge' in value
    return [name, merge ? mergeDeep(settingOf(settings, name) ?? {}, value['__merge']) : value]
  })
  return checked({ ...settings, ...Object.fromEntries(overridden) })
}

const defaults = Object.fromEntries(Object.entries(table).map(([name, [, value]]) => [name, value]))

function checked(values: unknown): Settings {
  if (!isObject(values)) throw notAnObject()

  for (const [name, value] of Object.entries(values)) {
    const entry = Object.hasOwn(table, name) ? table[name as SettingName] : undefined
    if (entry === undefined) throw new SettingsError(`There is no setting ${name}${hint(name)}`)

    const { success, issues } = v.safeParse(entry[0], value)
    if (!success) {
      const problem = issues[0]
      const at = problem.path?.map((item) => `.${String(item.key)}`).join('') ?? ''
      // A pattern is for machines: what is said of it is its message.
      const expected = (problem.type !== 'regex' && problem.expected) || problem.message
      const not = secrets.includes(name + at) ? '' : `, not ${problem.received}`
      throw new SettingsError(
        `The setting ${name}${at} must be ${expected}${not}. It says: ${entry[2]}`,
      )
    }
  }
  // Each entry has just been checked against the schema that its type comes from.
  return values as Settings
}

/** What is not said again, wherever the mistake is written down. */
const secrets: readonly string[] = ['SMTP.password', 'SecretKey']

function notAnObject(): SettingsError {
  return new SettingsError('Settings must be an object: {"Name": value}.')
}

function hint(name: string): string {
  const wanted = name.replace(/^\$?wg/, '').toLowerCase()
  const near = Object.keys(table).find((known) => known.toLowerCase() === wanted)
  return near === undefined ? '.' : `: did you mean ${near}?`
}

function settingOf(settings: Settings, name: string): unknown {
  return Object.entries(settings).find(([known]) => known === name)?.[1]
}

function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** Tells whether a setting has a value that switches something on. */
export function isOn(settings: Settings, name: string): boolean {
  return Boolean(settingOf(settings, name))
}

/** The address of api.php, as the wiki's own links say it. */
export function apiUrl({ Server, ScriptPath }: Settings): string {
  return `${Server}${ScriptPath}/api.php`
}
