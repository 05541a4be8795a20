import type { Settings } from '../../settings/settings.ts'
import {
  defaultPreferences,
  type Preferences,
  type PreferenceValue,
} from './default-preferences.ts'
import { currentCode } from './languages-to-choose.ts'
import { spellTimeCorrection } from './time-correction.ts'

/** What was chosen, and over what is chosen from. */
interface Chosen {
  readonly settings: Settings
  readonly now: Date
}

/** The preferences of somebody: what he has chosen, and below it the wiki's. */
export function userPreferences(stored: ReadonlyMap<string, string>, chosen: Chosen): Preferences {
  const preferences = new Map<string, PreferenceValue>()
  for (const names of [stored.keys(), defaultPreferences(chosen.settings).keys()]) {
    for (const name of names) {
      const value = userPreference(name, stored, chosen)
      if (value !== undefined) preferences.set(name, value)
    }
  }
  return preferences
}

/** One preference of somebody; `undefined` if nobody has such a one. */
export function userPreference(
  name: string,
  stored: ReadonlyMap<string, string>,
  { settings, now }: Chosen,
): PreferenceValue | undefined {
  const usual = defaultPreferences(settings).get(name)
  // Who chose before the wiki hid a preference has the choice back when it shows it again.
  if (usual !== undefined && settings.HiddenPrefs.includes(name)) return usual

  const value = stored.get(name) ?? usual
  return value === undefined ? undefined : spell(name, value, now)
}

function spell(name: string, value: PreferenceValue, now: Date): PreferenceValue {
  // MediaWiki keeps text, but answers "0" as a number: many programs take it for false.
  if (value === '0') return 0
  if (name === 'language') return currentCode(String(value))
  return name === 'timecorrection' ? spellTimeCorrection(String(value), now) : value
}
