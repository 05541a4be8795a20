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
export function userPreferences(
  stored: ReadonlyMap<string, string>,
  { settings, now }: Chosen,
): Preferences {
  const defaults = defaultPreferences(settings)
  const preferences = new Map<string, PreferenceValue>([...stored, ...defaults, ...stored])
  for (const [name, value] of preferences) preferences.set(name, spell(name, value, now))
  // Who chose before the wiki hid a preference has the choice back when it shows it again.
  for (const name of settings.HiddenPrefs) {
    const value = defaults.get(name)
    if (value !== undefined) preferences.set(name, value)
  }
  return preferences
}

function spell(name: string, value: PreferenceValue, now: Date): PreferenceValue {
  // MediaWiki keeps text, but answers "0" as a number: many programs take it for false.
  if (value === '0') return 0
  if (name === 'language') return currentCode(String(value))
  return name === 'timecorrection' ? spellTimeCorrection(String(value), now) : value
}
