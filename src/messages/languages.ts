import english from './en.json' with { type: 'json' }
import french from './fr.json' with { type: 'json' }
import type { MessageKey } from './message.ts'

/** The texts in the language in which they are written first. */
export type English = typeof english

const texts: Readonly<Record<string, Readonly<Record<MessageKey, string>>>> = {
  en: english,
  fr: french,
}

/** Tells whether a code has the form of a language code; others fall back to the wiki's language. */
export function isLanguageCode(code: string): boolean {
  return /^[a-zA-Z0-9-]+$/.test(code) && code.length <= 255
}

/** The nearest language that has texts: `fr-ca` reads French, and who speaks no other reads English. */
export function spokenLanguage(language: string): string {
  const [base = ''] = language.split('-')
  return Object.hasOwn(texts, base) ? base : 'en'
}

/** The text of a message in a language, or in the nearest one that has texts. */
export function textOf(key: MessageKey, language: string): string {
  return (texts[spokenLanguage(language)] ?? english)[key]
}
