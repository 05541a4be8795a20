import type { PreferenceRule } from './preference-rules.ts'

/** What a preference can be, in MediaWiki's words; those of several values come with its extensions. */
export const optionKinds = [
  'registered',
  'registered-multiselect',
  'registered-checkmatrix',
  'userjs',
  'special',
  'unused',
] as const

/** What a preference is. */
export type OptionKind = (typeof optionKinds)[number]

/** What stands among the preferences, but is part of the account. */
const special: readonly string[] = ['realname', 'emailaddress']

/** Finds out what a preference is by its name. */
export function optionKind(
  name: string,
  registered: ReadonlyMap<string, PreferenceRule>,
): OptionKind {
  if (special.includes(name)) return 'special'
  if (registered.has(name)) return 'registered'
  return name.startsWith('userjs-') ? 'userjs' : 'unused'
}
