import { annotate, type ResultMap, type ResultValue } from '../../../result/value.ts'
import type { Settings } from '../../../settings/settings.ts'
import type { Call } from '../../module.ts'
import { namespaces } from '../../namespaces.ts'

/** The languages that are written in several ways, each with a preference of its own. */
const languagesWithVariants = [
  'ban',
  'en',
  'crh',
  'gan',
  'iu',
  'kk',
  'ku',
  'shi',
  'sr',
  'tg',
  'uz',
  'zh',
]

/** The preferences of the current user: the wiki's, and over them the user's own. */
export async function userOptions({ user, settings, sources }: Call): Promise<ResultMap> {
  const options = new Map(defaultOptions(settings))
  const chosen = user.isRegistered ? await sources.activity.preferences(user.id) : []
  // MediaWiki keeps text, but answers "0" as a number: many programs take it for false.
  for (const [name, value] of chosen) options.set(name, value === '0' ? 0 : value)
  return annotate(options, { keepBooleans: [...options.keys()] })
}

/** The preferences of who has chosen none: the wiki's, and some for every language and namespace. */
export function defaultOptions(settings: Settings): ResultMap {
  const { LanguageCode, DefaultUserOptions } = settings
  const options = new Map<string, ResultValue>(Object.entries(DefaultUserOptions))
  options.set('language', LanguageCode).set('variant', LanguageCode)
  for (const code of languagesWithVariants) options.set(`variant-${code}`, code)
  for (const { id } of namespaces(settings)) {
    if (id >= 0) options.set(`searchNs${id}`, id === 0 ? 1 : 0)
  }
  return annotate(options, { keepBooleans: [...options.keys()] })
}
