import type { Settings } from '../../settings/settings.ts'

/** Grants of bot passwords that are about the same: `page-interaction`, or `other`. */
export interface GrantGroup {
  readonly name: string
  readonly grants: readonly string[]
}

const hidden = 'hidden'
const other = 'other'

/** The grants that every bot password has. */
export function hiddenGrants(settings: Settings): readonly string[] {
  return grantsIn(hidden, settings)
}

/** The grants that one can choose among, by what they are about; those about nothing come last. */
export function grantGroups(settings: Settings): readonly GrantGroup[] {
  const names = new Set([...Object.values(settings.GrantPermissionGroups), other])
  names.delete(hidden)
  return [...names]
    .map((name) => ({ name, grants: grantsIn(name, settings) }))
    .filter(({ grants }) => grants.length > 0)
}

function grantsIn(
  group: string,
  { GrantPermissions, GrantPermissionGroups }: Settings,
): readonly string[] {
  const grants = Object.keys(GrantPermissions)
  return grants.filter((grant) => (GrantPermissionGroups[grant] ?? other) === group)
}
