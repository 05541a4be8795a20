import { spellParam } from '../../result/error-format.ts'
import { listOf, type ResultObject, type ResultValue } from '../../result/value.ts'
import { pageAddress } from '../documentation/page-address.ts'
import { wordsToInlineHtml, wordsToWikitext } from '../documentation/spell-words.ts'
import type { Words } from '../documentation/words.ts'
import type { Call } from '../module.ts'

/** The values of the parameter `helpformat`. */
export const helpFormats = ['html', 'none', 'raw', 'wikitext'] as const

/** How descriptions are spelled. */
export type HelpFormat = (typeof helpFormats)[number]

/** Spells the words of documentation as a client asked for them. */
export interface WordSpeller {
  readonly format: HelpFormat
  /** Several sentences; `undefined` where no words are wanted. */
  all(words: readonly Words[]): ResultValue | undefined
  /** One sentence. */
  one(words: Words): ResultValue | undefined
}

/** Makes the speller of one request. */
export function wordSpeller(format: HelpFormat, call: Call): WordSpeller {
  const { pageLanguage, settings } = call
  const addressOf = (target: string): string => pageAddress(target, settings)
  const spell = (words: readonly Words[]): string | undefined => {
    if (format === 'none') return undefined
    return format === 'html'
      ? wordsToInlineHtml(words, pageLanguage, addressOf)
      : wordsToWikitext(words, pageLanguage)
  }
  if (format !== 'raw') return { format, all: spell, one: (words) => spell([words]) }
  return { format, all: (words) => listOf('msg', words.map(spellRaw)), one: spellRaw }
}

function spellRaw({ key, params, forValue }: Words): ResultObject {
  return { key, params: listOf('param', params.map(spellParam)), forvalue: forValue }
}
