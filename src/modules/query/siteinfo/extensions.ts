import { listOf } from '../../../result/value.ts'
import type { SiteProperty } from '../siteinfo.ts'

/** The extensions of the wiki: none. */
export const extensions: SiteProperty = () => listOf('ext', [])
