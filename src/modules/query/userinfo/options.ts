import {
  defaultPreferences,
  type Preferences,
} from '../../../auth/preferences/default-preferences.ts'
import { userPreferences } from '../../../auth/preferences/user-preferences.ts'
import { annotate, type ResultMap } from '../../../result/value.ts'
import type { Settings } from '../../../settings/settings.ts'
import type { Call } from '../../module.ts'

/** The preferences of the current user: those he has chosen, and then the wiki's. */
export async function userOptions({ user, settings, sources }: Call): Promise<ResultMap> {
  if (!user.isRegistered) return defaultOptions(settings)
  return spell(userPreferences(await sources.preferences.of(user.id), sources))
}

/** The preferences of who has chosen none. */
export function defaultOptions(settings: Settings): ResultMap {
  return spell(defaultPreferences(settings))
}

function spell(preferences: Preferences): ResultMap {
  return annotate(new Map(preferences), { keepBooleans: [...preferences.keys()] })
}
