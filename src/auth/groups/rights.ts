import { oncePerSettings } from '../../settings/once-per-settings.ts'
import type { Settings } from '../../settings/settings.ts'

/** What members of these groups may do, in the order in which the groups give it. */
export function rightsOf(groups: readonly string[], settings: Settings): ReadonlySet<string> {
  const given = groups.flatMap((group) => rightsIn(settings.GroupPermissions[group]))
  const revoked = groups.flatMap((group) => rightsIn(settings.RevokePermissions[group]))
  return new Set(given).difference(new Set(revoked))
}

/** What who has not logged in may do. */
export const anonymousRights = oncePerSettings((settings: Settings) => rightsOf(['*'], settings))

/** What everybody may do, whichever groups he is in: that needs no looking up. */
export const everybodysRights = oncePerSettings((settings: Settings): ReadonlySet<string> => {
  const revoked = Object.values(settings.RevokePermissions).flatMap((entry) => rightsIn(entry))
  return anonymousRights(settings).difference(new Set(revoked))
})

/** What a bot password with these grants allows; grants that nobody knows allow nothing. */
export function grantedRights(grants: readonly string[], settings: Settings): ReadonlySet<string> {
  const known = grantedTo(settings)
  const found = known.get(grants)
  if (found !== undefined) return found

  const rights = new Set(grants.flatMap((grant) => rightsIn(settings.GrantPermissions[grant])))
  known.set(grants, rights)
  return rights
}

/** What is known of the grants of bot passwords: a program's are asked for at each of its requests. */
const grantedTo = oncePerSettings(
  (_: Settings) => new WeakMap<readonly string[], ReadonlySet<string>>(),
)

/** The groups that somebody may add others to, or himself, and remove from. */
export interface ChangeableGroups {
  readonly add: readonly string[]
  readonly remove: readonly string[]
  readonly addSelf: readonly string[]
  readonly removeSelf: readonly string[]
}

/** Which groups somebody in these groups, with these rights, may change. */
export function changeableGroups(
  groups: readonly string[],
  rights: ReadonlySet<string>,
  settings: Settings,
): ChangeableGroups {
  const all = explicitGroups(settings)
  if (rights.has('userrights')) return { add: all, remove: all, addSelf: [], removeSelf: [] }

  const listed = (table: Settings['AddGroups']): string[] => [
    ...new Set(groups.flatMap((group) => (table[group] === true ? all : (table[group] ?? [])))),
  ]
  return {
    add: listed(settings.AddGroups),
    remove: listed(settings.RemoveGroups),
    addSelf: listed(settings.GroupsAddToSelf),
    removeSelf: listed(settings.GroupsRemoveFromSelf),
  }
}

/** All groups that one can be put into. */
export const explicitGroups = oncePerSettings((settings: Settings): readonly string[] => {
  const implicit = new Set(settings.ImplicitGroups)
  return allGroups(settings).filter((group) => !implicit.has(group))
})

/** All groups that the settings know, implicit ones included. */
export const allGroups = oncePerSettings((settings: Settings): readonly string[] => {
  const { GroupPermissions, RevokePermissions } = settings
  return [...new Set([...Object.keys(GroupPermissions), ...Object.keys(RevokePermissions)])]
})

/** The rights that an entry of a table of permissions gives. */
export function rightsIn(entry: Readonly<Record<string, boolean>> = {}): readonly string[] {
  return Object.keys(entry).filter((right) => entry[right] === true)
}
