import { type MessageParam, message } from '../../messages/message.ts'
import { defaultPreferences, type PreferenceValue } from './default-preferences.ts'
import { type OptionKind, optionKind } from './option-kinds.ts'
import type { PreferenceOwner, PreferenceRule } from './preference-rules.ts'
import type { PreferenceChanges } from './preference-store.ts'
import { registeredPreferences } from './registered-preferences.ts'

/** What somebody wants of his preferences. */
export interface PreferenceWishes {
  /** The kinds to be as the wiki has them; `all` for everything, also what nobody knows. */
  readonly reset: readonly (OptionKind | 'all')[]
  /** What each is to be; `undefined` as the wiki has it. */
  readonly values: PreferenceChanges
}

/** Which wishes come true, and why others do not. */
export interface PreferenceOutcome {
  readonly changes: PreferenceChanges
  readonly refused: readonly { readonly name: string; readonly why: MessageParam }[]
}

/** Works out what becomes of preferences; `stored` are those that differ from the wiki's. */
export function changePreferences(
  { reset, values }: PreferenceWishes,
  stored: ReadonlyMap<string, string>,
  owner: PreferenceOwner,
): PreferenceOutcome {
  const defaults = defaultPreferences(owner.settings)
  const preferences = new Map(owner.preferences)
  const changes = new Map<string, string | undefined>()
  const change = (name: string, value: PreferenceValue | undefined): void => {
    if (value === undefined) preferences.delete(name)
    else preferences.set(name, value)
    const isDefault = value === undefined || isSame(value, defaults.get(name))
    // As in MediaWiki, nothing and no row at all are the same here, too.
    if (!isDefault && isSame(value, stored.get(name))) changes.delete(name)
    else changes.set(name, isDefault ? undefined : String(value))
  }

  const before = registeredPreferences(owner)
  for (const name of stored.keys()) {
    const isMeant = reset.includes(optionKind(name, before)) && defaults.has(name)
    // As in MediaWiki, what the wiki has no value for goes only when everything goes.
    if (isMeant || reset.includes('all')) change(name, defaults.get(name))
  }

  const refused: { name: string; why: MessageParam }[] = []
  const now = { ...owner, preferences }
  const registered = registeredPreferences(now)
  for (const [name, value] of values) {
    const why = whyNot(name, value, now, registered)
    if (why === undefined) change(name, value ?? defaults.get(name))
    else refused.push({ name, why })
  }
  return { changes, refused }
}

function isSame(value: PreferenceValue, other: PreferenceValue | undefined): boolean {
  const spell = (one: PreferenceValue | undefined): string =>
    typeof one === 'boolean' ? String(Number(one)) : String(one ?? '')
  return spell(value) === spell(other)
}

const longestName = 255
const longestValue = 65_530

function whyNot(
  name: string,
  value: string | undefined,
  owner: PreferenceOwner,
  registered: ReadonlyMap<string, PreferenceRule>,
): MessageParam | undefined {
  const why = whyNotByKind(name, value, owner, registered)
  if (why !== undefined || value === undefined || Buffer.byteLength(value) <= longestValue) {
    return why
  }
  return { message: message('apiwarn-validationfailed-valuetoolong', { num: longestValue }) }
}

function whyNotByKind(
  name: string,
  value: string | undefined,
  owner: PreferenceOwner,
  registered: ReadonlyMap<string, PreferenceRule>,
): MessageParam | undefined {
  switch (optionKind(name, registered)) {
    case 'registered':
    case 'registered-multiselect':
    case 'registered-checkmatrix':
      return value === undefined ? undefined : registered.get(name)?.(value, owner)
    case 'userjs':
      if (Buffer.byteLength(name) > longestName) {
        return { message: message('apiwarn-validationfailed-keytoolong', { num: longestName }) }
      }
      if (/^[A-Za-z0-9_-]*$/.test(name)) return undefined
      return { message: message('apiwarn-validationfailed-badchars') }
    case 'special':
      return { message: message('apiwarn-validationfailed-cannotset') }
    case 'unused':
      return { message: message('apiwarn-validationfailed-badpref') }
  }
}
