import type { Visit } from '../api/open-visit.ts'
import type { Html, HtmlPart } from '../messages/html.ts'
import type { MessageKey, MessageParam } from '../messages/message.ts'
import type { Described } from '../modules/module.ts'
import type { RawParams } from '../params/raw-params.ts'
import type { Problem } from '../result/problem.ts'
import type { ResultMap } from '../result/value.ts'
import type { ExtensionName } from '../settings/extensions.ts'
import type { Settings } from '../settings/settings.ts'

/** What a page gets to answer one request. */
export interface PageCall
  extends Pick<
    Visit,
    | 'settings'
    | 'sources'
    | 'clock'
    | 'cookies'
    | 'session'
    | 'isSessionLost'
    | 'user'
    | 'language'
    | 'agent'
  > {
  /** What follows the name of the page: `bot` of Special:BotPasswords/bot; `''` for nothing. */
  readonly subpage: string
  readonly isPosted: boolean
  readonly params: RawParams
  /** All special pages that the wiki has. */
  readonly pages: readonly SpecialPage[]
  /** What there is to tell about the API: its modules and formats. */
  readonly main: Described
  /** The text of a parameter of the address or of the form; `''` for none. */
  field(name: string): string
  /** Puts a message into words, with HTML in the places of `$1`, `$2` …; text that is put there is escaped. */
  say(key: MessageKey, ...parts: readonly HtmlPart[]): Html
  /** Puts a message into words without any markup, as attributes need it. */
  text(key: MessageKey, ...params: readonly MessageParam[]): string
  /** The path of a page of this wiki: `Special:BotPasswords`, `Main Page`. */
  addressOf(title: string, query?: Query): string
  /** Asks a module of the API the same thing, as who visits the page, by POST. */
  ask(action: string, values: Query): Promise<Asked>
}

/** Parameters by name. */
export type Query = Readonly<Record<string, string>>

/** What the API answered to a page: the whole answer, or what was wrong. */
export type Asked =
  | { readonly answer: ResultMap }
  | { readonly problems: readonly [Problem, ...Problem[]] }

/** What a page shows. */
export interface ShownPage {
  readonly body: Html
  /** What stands above it and in the title of the window, if not the page's own title. */
  readonly title?: string
  /** The status of the HTTP answer; 200 unless given. */
  readonly status?: number
}

/** Where a page sends its visitor: a path of this wiki, or a whole address. */
export interface Redirect {
  readonly redirect: string
  /** 302 unless given. */
  readonly status?: 301
}

/** What a page answers with. */
export type PageAnswer = ShownPage | Redirect

/** A page of the wiki that is not written but made: what can be declared of it, and the function that answers. */
export interface SpecialPage {
  /** Its name in addresses: `UserLogin`. */
  readonly name: string
  /** MediaWiki's name for it inside, which scripts and styles find it by: `Userlogin`. */
  readonly canonicalName: string
  /** Other names, which lead to it. */
  readonly aliases: readonly string[]
  readonly title: MessageKey
  /** Whether Special:SpecialPages lists it, in every wiki or as the settings say; only who may use it finds it there. */
  readonly isListed: boolean | ((settings: Settings) => boolean)
  /** The extension of MediaWiki without which it is not there. */
  readonly extension: ExtensionName | undefined
  /** Sends who is not logged in to the login first, which says why, in words of its own if it is a message. */
  readonly needsLogin: boolean | MessageKey
  /** The right without which it only says so. */
  readonly right: string | undefined
  /** Whether it is for changes: while nothing can be changed it only says so. */
  readonly writes: boolean
  /** Whether it says no to who is blocked from the whole wiki. */
  readonly refusesBlocked: boolean
  /** Whether it is there also for who may not read the wiki: the login and what belongs to it. */
  readonly isForEverybody: boolean
  /** Whether something secret is typed into it, or shown by it: browsers are not to keep it. */
  readonly holdsSecrets: boolean
  /** The operation for which who has logged in too long ago has to log in anew: `BotPasswords`. */
  readonly securityLevel: string | undefined
  /** What browsers load for it, beside what every page has. */
  readonly scripts: readonly 'sandbox'[]
  /** The messages that its scripts say. */
  readonly messages: readonly MessageKey[]
  answer(call: PageCall): Promise<PageAnswer> | PageAnswer
}

/** A page as it is written: what is not said is not needed. */
export type PageDeclaration = Pick<SpecialPage, 'name' | 'title' | 'answer'> & Partial<SpecialPage>

/** Makes a page out of its declaration. */
export function definePage(declared: PageDeclaration): SpecialPage {
  return {
    canonicalName: declared.name,
    aliases: [],
    isListed: true,
    extension: undefined,
    needsLogin: false,
    right: undefined,
    writes: false,
    refusesBlocked: false,
    isForEverybody: false,
    holdsSecrets: false,
    securityLevel: undefined,
    scripts: [],
    messages: [],
    ...declared,
  }
}
