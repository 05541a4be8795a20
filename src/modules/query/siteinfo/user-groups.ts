import { allGroups, explicitGroups, rightsIn } from '../../../auth/groups/rights.ts'
import { listOf, type ResultObject } from '../../../result/value.ts'
import type { SiteCall, SiteProperty } from '../siteinfo.ts'

/** The groups of users and what they may do. */
export const userGroups: SiteProperty = async (call) => {
  const { settings } = call
  const groups: ResultObject[] = []
  for (const [name, permissions] of Object.entries(settings.GroupPermissions)) {
    groups.push({
      name,
      rights: listOf('permission', rightsIn(permissions)),
      number: call.params.numberingroup ? await size(name, call) : undefined,
      ...changeable(name, call),
    })
  }
  return listOf('group', groups)
}

async function size(group: string, { sources, settings }: SiteCall): Promise<number | undefined> {
  if (group === 'user') return (await sources.statistics.read()).users
  if (group === '*' || Object.hasOwn(settings.Autopromote, group)) return undefined
  return sources.memberships.count(group, sources.now)
}

function changeable(group: string, { settings }: SiteCall): ResultObject {
  const listed = (table: typeof settings.AddGroups): ReturnType<typeof listOf> | undefined => {
    const given = table[group]
    if (given === undefined) return undefined
    const names = given === true ? explicitGroups(settings) : given
    const known = names.filter((name) => allGroups(settings).includes(name))
    return known.length === 0 ? undefined : listOf('group', known)
  }
  return {
    add: listed(settings.AddGroups),
    remove: listed(settings.RemoveGroups),
    'add-self': listed(settings.GroupsAddToSelf),
    'remove-self': listed(settings.GroupsRemoveFromSelf),
  }
}
