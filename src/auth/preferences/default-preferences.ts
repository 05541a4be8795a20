import { oncePerSettings } from '../../settings/once-per-settings.ts'
import type { Settings } from '../../settings/settings.ts'
import { languagesWithVariants } from './language-variants.ts'

/** What a preference is: text if somebody chose it, whatever the settings say if nobody did. */
export type PreferenceValue = string | number | boolean

/** Preferences by name. */
export type Preferences = ReadonlyMap<string, PreferenceValue>

/** The namespaces that can be searched. */
const namespaceIds = Array.from({ length: 16 }, (_, id) => id)

/** The names of the preferences that say in which namespaces is searched. */
export const searchPreferences = namespaceIds.map((id) => `searchNs${id}`)

/** The preferences of who has chosen none: the wiki's, and some for every language and namespace. */
export const defaultPreferences = oncePerSettings(
  ({ LanguageCode, DefaultUserOptions }: Settings): Preferences =>
    new Map<string, PreferenceValue>([
      ...Object.entries(DefaultUserOptions),
      ['language', LanguageCode],
      ['variant', LanguageCode],
      ...languagesWithVariants.map((code) => [`variant-${code}`, code] as const),
      ...searchPreferences.map((name) => [name, name === 'searchNs0' ? 1 : 0] as const),
    ]),
)
