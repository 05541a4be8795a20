import english from './en.json' with { type: 'json' }
import french from './fr.json' with { type: 'json' }
import englishHelp from './help/en.json' with { type: 'json' }
import frenchHelp from './help/fr.json' with { type: 'json' }
import type { MessageKey } from './message.ts'
import englishPages from './pages/en.json' with { type: 'json' }
import frenchPages from './pages/fr.json' with { type: 'json' }

/** The texts in the language in which they are written first. */
export type English = typeof english & typeof englishHelp & typeof englishPages

// What documents the API, and what its pages say to people, stand in files of their own.
const allEnglish = textsOf(english, englishHelp, englishPages)

const texts: ReadonlyMap<string, Texts> = new Map([
  ['en', allEnglish],
  ['fr', textsOf(french, frenchHelp, frenchPages)],
])

type Texts = ReadonlyMap<string, string>

/** A map, since an object of 1,300 properties takes 10 ms to make of others, a tenth of a start. */
function textsOf(...files: readonly Readonly<Record<string, string>>[]): Texts {
  return new Map(files.flatMap((file) => Object.entries(file)))
}

/** The languages that have texts. */
export const languages = ['en', 'fr'] as const

/** Tells whether there is a text under a key. */
export function isMessageKey(key: string): key is MessageKey {
  return allEnglish.has(key)
}

/** The language in which texts are said to who asked for one: the nearest that has texts, or English. */
export function spokenLanguage(language: string): string {
  const [base = ''] = language.split('-')
  return texts.has(base) ? base : 'en'
}

/** Tells whether a code has the form of a language code; others fall back to the wiki's language. */
export function isLanguageCode(code: string): boolean {
  return /^[a-zA-Z0-9-]+$/.test(code) && code.length <= 255
}

/** The text of a message in a language, or in the nearest one that has texts. */
export function textOf(key: MessageKey, language: string): string {
  const text = (texts.get(spokenLanguage(language)) ?? allEnglish).get(key)
  if (text === undefined) throw new RangeError(`Cannot find the text "${key}": no file has it`)
  return text
}
