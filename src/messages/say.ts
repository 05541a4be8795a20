import { spokenLanguage, textOf } from './languages.ts'
import { isListKey, type Message, type MessageParam, type OwnWords } from './message.ts'
import { sayDuration } from './say-duration.ts'

/** How a text is spelled: as wiki markup, as HTML, or with no markup at all. */
export type TextFormat = 'wikitext' | 'html' | 'plaintext'

/** Puts a message into words. */
export function say(said: Message, language: string, format: TextFormat): string {
  const { params } = said
  const spoken = spokenLanguage(language)
  if (isListKey(said.key)) {
    const items = params.map((param) => sayParam(param, spoken, format))
    return sayList[format](items)
  }
  const text = choosePlurals(findText(said, language, format), params, spoken)
  // Markup first: what is put in must not become any.
  return spell[format](text).replace(/\$(\d)/g, (_, index) =>
    sayParam(params[Number(index) - 1], spoken, format),
  )
}

/** Chooses the words of a text that depend on how many there are of a value. */
export function choosePlurals(
  text: string,
  params: readonly MessageParam[],
  language: string,
): string {
  return text.replace(/\{\{PLURAL:\$(\d)\|([^|}]*)\|([^}]*)\}\}/g, (_, index, one, other) =>
    isOne(params[Number(index) - 1], language) ? one : other,
  )
}

/** The text of a message, before values are put into it; a program's own words hold no markup. */
function findText(said: Message, language: string, format: TextFormat): string {
  if ('own' in said) {
    const text = ownText(said.own, language)
    return format === 'html' ? escapeHtml(text) : text
  }
  return isListKey(said.key) ? said.key : textOf(said.key, spokenLanguage(language))
}

/** A program's own words in a language, or in the nearest one that it has. */
export function ownText(own: OwnWords, language: string): string {
  const [base = ''] = language.split('-')
  // A client may name any language, also `constructor`, which every object has.
  return (Object.hasOwn(own, base) ? own[base] : undefined) ?? own.en
}

const sayList: Readonly<Record<TextFormat, (items: readonly string[]) => string>> = {
  wikitext: markList,
  html: (items) => `<ul>${items.map((item) => `<li>${item}</li>`).join('\n')}</ul>`,
  plaintext: markList,
}

function markList(items: readonly string[]): string {
  return items.map((item) => `* ${item}`).join('\n')
}

const spell: Readonly<Record<TextFormat, (text: string) => string>> = {
  wikitext: (text) => text,
  html: (text) =>
    text.replace(/\[\[([^\]|]+)\]\]/g, (_, title) => `<a href="/wiki/${title}">${title}</a>`),
  plaintext: (text) => text.replace(/<\/?(?:var|kbd)>/g, '"'),
}

function isOne(count: MessageParam | undefined, language: string): boolean {
  const number = typeof count === 'object' && 'num' in count ? Number(count.num) : Number(count)
  return pluralRules(language).select(number) === 'one'
}

/** To make them takes longer than to say a whole text. */
const madeRules = new Map<string, Intl.PluralRules>()

function pluralRules(language: string): Intl.PluralRules {
  const rules = madeRules.get(language) ?? new Intl.PluralRules(language)
  madeRules.set(language, rules)
  return rules
}

function sayParam(param: MessageParam | undefined, language: string, format: TextFormat): string {
  if (param === undefined) return ''
  if (typeof param === 'number') return String(param)
  if (typeof param === 'string') {
    return format === 'wikitext' ? param : escaped[format](unescapeWikitext(param))
  }
  if ('message' in param) return say(param.message, language, format)
  if ('name' in param) return spell[format](`<var>${escaped[format](param.name)}</var>`)
  if ('num' in param) return String(param.num)
  if ('duration' in param) return sayDuration(param.duration, language)
  if ('plaintext' in param) return escaped[format](String(param.plaintext))

  const words = [...param.list.values()].map((item) => sayParam(item, language, format))
  if (param.type === 'comma') return words.join(', ')
  return new Intl.ListFormat(language, { type: 'conjunction' }).format(words)
}

/** What somebody typed must not become markup; wikitext, as MediaWiki gives it, leaves that to its reader. */
const escaped: Readonly<Record<TextFormat, (typed: string) => string>> = {
  wikitext: (typed) => typed,
  html: escapeHtml,
  plaintext: (typed) => typed,
}

/** Spells text so that HTML shows it as it is, between tags and in attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`)
}

// At the start of a line, some characters are markup that are none elsewhere.
const markup =
  /[<>[\]{}'|&"=;]|(?<=^|\n)(?:[#*: \t\n]|-(?=---))|__|:(?:(?=\/\/)|(?<=\b(?:bitcoin|geo|magnet|mailto|matrix|news|sips?|sms|tel|urn|xmpp):))/gi

/** Spells text so that wiki markup shows it as it is, with references where MediaWiki has them. */
export function escapeWikitext(text: string): string {
  return text.replace(markup, (found) => `${found.slice(1)}&#${found.charCodeAt(0)};`)
}

function unescapeWikitext(text: string): string {
  return text.replace(/&#(\d{1,3});/g, (_, code) => String.fromCharCode(Number(code)))
}
