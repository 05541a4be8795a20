import type { SiteProperty } from '../siteinfo.ts'

/** The figures of the wiki. */
export const statistics: SiteProperty = async ({ sources }) => {
  const figures = await sources.statistics.read()
  const admins = await sources.memberships.count('sysop', sources.now)
  return { ...figures, admins, jobs: 0 }
}
