import { textOf } from './languages.ts'
import type { Message, MessageParam } from './message.ts'

/** How a text is spelled: as wiki markup, as HTML, or with no markup at all. */
export type TextFormat = 'wikitext' | 'html' | 'plaintext'

/** Puts a message into words. */
export function say({ key, params }: Message, language: string, format: TextFormat): string {
  const text = textOf(key, language)
    .replace(/\{\{PLURAL:\$(\d)\|([^|}]*)\|([^}]*)\}\}/g, (_, index, one, other) =>
      isOne(params[Number(index) - 1], language) ? one : other,
    )
    .replace(/\$(\d)/g, (_, index) => sayParam(params[Number(index) - 1], language, format))
  return spell[format](text)
}

const spell: Readonly<Record<TextFormat, (text: string) => string>> = {
  wikitext: (text) => text,
  html: (text) =>
    text.replace(/\[\[([^\]|]+)\]\]/g, (_, title) => `<a href="/wiki/${title}">${title}</a>`),
  plaintext: (text) => text.replace(/<\/?(?:var|kbd)>/g, '"'),
}

function isOne(count: MessageParam | undefined, language: string): boolean {
  const number = typeof count === 'object' && 'num' in count ? Number(count.num) : Number(count)
  return new Intl.PluralRules(language.split('-')[0]).select(number) === 'one'
}

function sayParam(param: MessageParam | undefined, language: string, format: TextFormat): string {
  if (param === undefined) return ''
  if (typeof param === 'number') return String(param)
  if (typeof param === 'string') return escaped[format](param)
  if ('num' in param) return String(param.num)
  if ('duration' in param) return String(param.duration)
  if ('plaintext' in param) return escaped[format](String(param.plaintext))

  const words = [...param.list.values()].map((item) => sayParam(item, language, format))
  if (param.type === 'comma') return words.join(', ')
  return new Intl.ListFormat(language.split('-')[0], { type: 'conjunction' }).format(words)
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

/** Spells text so that wiki markup shows it as it is. */
export function escapeWikitext(text: string): string {
  return text.replace(/[<>[\]{}'|&"=]/g, (sign) => `&#${sign.charCodeAt(0)};`)
}
