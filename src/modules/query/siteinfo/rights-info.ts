import type { SiteProperty } from '../siteinfo.ts'

/** The licence of the content. */
export const rightsInfo: SiteProperty = ({ settings }) => ({
  url: settings.RightsUrl,
  text: settings.RightsText,
})
