import { languagesToChoose } from '../../auth/preferences/languages-to-choose.ts'
import { spokenLanguage } from '../../messages/languages.ts'
import { namedLanguages } from '../../modules/query/siteinfo/languages.ts'
import type { OptionGroup } from '../forms/select-field.ts'
import type { PageCall } from '../page.ts'

/** A value of a preference, and as it is shown. */
export type Choice = readonly [value: string, label: string]

/** What a list shows: what can be chosen first, and groups of what follows. */
export interface ListedChoices {
  readonly options: readonly Choice[]
  readonly groups?: readonly OptionGroup[]
}

/**
 * The languages to choose from, by their names in the language of the page: those that the pages speak
 * come first. The one that is chosen is among them.
 */
export function languageChoices(
  chosen: string,
  { language, settings, text }: PageCall,
): ListedChoices {
  const spoken = spokenLanguage(language)
  const names = new Intl.DisplayNames([spoken], { type: 'language' })
  const choosable = new Set(languagesToChoose)
  const codes = new Set([
    ...namedLanguages.filter((code) => choosable.has(code)),
    settings.LanguageCode,
  ])
  const choices = [...codes].map((code): Choice => [code, `${names.of(code)} (${code})`])
  const sorted = choices.toSorted(([, one], [, next]) => one.localeCompare(next, spoken))
  const isUnnamed = choosable.has(chosen) && !codes.has(chosen)
  const all: readonly Choice[] = isUnnamed ? [[chosen, chosen], ...sorted] : sorted
  const others = all.filter(([code]) => !isSpoken(code))
  return {
    options: all.filter(([code]) => isSpoken(code)),
    groups: [{ label: text('pages-preferences-english'), options: others }],
  }
}

/** Whether pages have texts in a language, or in the one that it is a kind of. */
function isSpoken(code: string): boolean {
  return spokenLanguage(code) === code.split('-')[0]
}

/** The ways to write a date, each shown by the time that it is now. */
export function dateChoices({ sources, text }: PageCall): readonly Choice[] {
  const { now } = sources
  const part = (options: Intl.DateTimeFormatOptions): string =>
    new Intl.DateTimeFormat('en', { timeZone: 'UTC', ...options }).format(now)
  const time = now.toISOString().slice(11, 16)
  const [day, month, year] = [
    part({ day: 'numeric' }),
    part({ month: 'long' }),
    part({ year: 'numeric' }),
  ]
  return [
    ['default', text('datedefault')],
    ['mdy', `${time}, ${month} ${day}, ${year}`],
    ['dmy', `${time}, ${day} ${month} ${year}`],
    ['ymd', `${time}, ${year} ${month} ${day}`],
    ['ISO 8601', now.toISOString().slice(0, 19)],
  ]
}

/** How somebody can be spoken of. */
export function genderChoices({ text }: PageCall): readonly Choice[] {
  return [
    ['unknown', text('gender-unknown')],
    ['female', text('gender-female')],
    ['male', text('gender-male')],
  ]
}
