import manifest from '../../../../package.json' with { type: 'json' }
import { listOf } from '../../../result/value.ts'
import type { SiteProperty } from '../siteinfo.ts'

/** The libraries that the wiki runs on: those of npm. */
export const libraries: SiteProperty = () =>
  listOf(
    'library',
    Object.entries(manifest.dependencies).map(([name, version]) => ({ name, version })),
  )
