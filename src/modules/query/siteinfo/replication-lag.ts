import { hostname } from 'node:os'
import { ApiError } from '../../../result/api-error.ts'
import { listOf } from '../../../result/value.ts'
import type { SiteProperty } from '../siteinfo.ts'

/** How far copies of the database lag behind: there are none, which MediaWiki spells -1. */
export const replicationLag: SiteProperty = ({ settings, params }) => {
  const { ShowHostnames } = settings
  if (params.showalldb && !ShowHostnames) {
    throw new ApiError('query+siteinfo', 'apierror-siteinfo-includealldenied')
  }
  const lag = params.showalldb ? 0 : -1
  return listOf('db', [{ host: ShowHostnames ? hostname() : '', lag }])
}
