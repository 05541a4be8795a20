import type { Settings } from '../../settings/settings.ts'
import { findGroupName } from '../groups/group-name.ts'
import { rightsIn } from '../groups/rights.ts'

/** The groups that have a right, each as a link to the page about it, if there is to be one. */
export function groupsWith(right: string, settings: Settings, language: string): readonly string[] {
  const { GroupPermissions, RevokePermissions } = settings
  const groups = Object.keys(GroupPermissions).filter(
    (group) =>
      rightsIn(GroupPermissions[group]).includes(right) &&
      !rightsIn(RevokePermissions[group]).includes(right),
  )
  return groups.map((group) => linkTo(group, settings, language))
}

function linkTo(group: string, { Sitename, LanguageCode }: Settings, language: string): string {
  const page = findGroupName(group, LanguageCode)
  if (page === undefined) return group

  return `[[${Sitename.replaceAll('_', ' ')}:${page}|${findGroupName(group, language)}]]`
}
