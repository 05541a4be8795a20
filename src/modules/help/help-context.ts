import type { Html } from '../../messages/html.ts'
import { type MessageKey, type MessageParam, message } from '../../messages/message.ts'
import { say } from '../../messages/say.ts'
import type { Settings } from '../../settings/settings.ts'
import { pageAddress } from '../documentation/page-address.ts'
import { type LinkAddress, wikitextToHtml } from '../documentation/wikitext.ts'
import type { Call, Described } from '../module.ts'

/** What a page of documentation depends on besides what it documents: of who asks, only the language. */
export type HelpPlace = Pick<Call, 'main' | 'settings' | 'pageLanguage'>

/** What every part of the page of documentation needs to know. */
export interface HelpContext {
  readonly language: string
  readonly settings: Settings
  readonly main: Described
  /** The page shows one module, and nothing that is under it. */
  readonly isAlone: boolean
  readonly addressOf: LinkAddress
  /** The address of api.php. */
  readonly script: string
  /** The address of a page that documents a module, in the language of this one. */
  helpOf(path: string): string
  /** The address at which a request can be tried, in the language of this page. */
  sandboxOf(query: string): string
  /** The address of a page of the wiki, in the language of this one. */
  pageOf(title: string): string
  /** Puts a message into words. */
  say(key: MessageKey, ...params: readonly MessageParam[]): Html
}

const helpPage = 'Special:ApiHelp/'

/** Makes the context of a page that shows these paths. */
export function helpContext(
  { pageLanguage: language, settings, main }: HelpPlace,
  shown: ReadonlySet<string>,
): HelpContext {
  const script = `${settings.ScriptPath}/api.php`
  const inLanguage = language === settings.LanguageCode ? '' : `&uselang=${language}`
  const helpOf = (path: string): string => addressOfHelp(script, path) + inLanguage
  const addressOf = (target: string): string => {
    if (target.startsWith('#')) {
      return shown.has('main') ? target : helpOf('main') + target
    }
    if (!target.startsWith(helpPage)) return pageAddress(target, settings)
    const path = target.slice(helpPage.length)
    return shown.has(path) ? `#${path}` : helpOf(path)
  }
  const pageOf = (title: string): string => pageAddress(title, settings) + inLanguage
  return {
    language,
    settings,
    main,
    isAlone: shown.size === 1,
    addressOf,
    script,
    helpOf,
    sandboxOf: (query) => `${pageOf('Special:ApiSandbox')}#${query}`,
    pageOf,
    say: (key, ...params) =>
      wikitextToHtml(say(message(key, ...params), language, 'wikitext'), addressOf),
  }
}

/** The address of the documentation of a module. */
export function addressOfHelp(script: string, path: string): string {
  return `${script}?action=help&modules=${encodeURIComponent(path)}`
}
