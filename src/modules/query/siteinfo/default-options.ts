import type { SiteProperty } from '../siteinfo.ts'
import { defaultOptions } from '../userinfo/options.ts'

/** The preferences of who has chosen none. */
export const defaultUserOptions: SiteProperty = ({ settings }) => defaultOptions(settings)
