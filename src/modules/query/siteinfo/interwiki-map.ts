import { listOf } from '../../../result/value.ts'
import type { SiteProperty } from '../siteinfo.ts'
import { languageName } from './languages.ts'

/** The prefixes of titles that lead to other wikis. */
export const interwikiMap: SiteProperty = async ({ params, settings, sources }) => {
  const { filteriw, inlanguagecode } = params
  const all = await sources.interwikis.list()
  const wanted = all.filter(
    ({ isLocal }) => filteriw === undefined || isLocal === (filteriw === 'local'),
  )
  const spelled = wanted.map(({ prefix, url, api, wikiId, isLocal, isTranscludable }) => ({
    prefix,
    local: isLocal || undefined,
    trans: isTranscludable || undefined,
    language: languageName(prefix, inlanguagecode),
    url: url.startsWith('//') ? new URL(settings.Server).protocol + url : url,
    protorel: url.startsWith('//'),
    wikiid: wikiId || undefined,
    api: api || undefined,
  }))
  return listOf('iw', spelled)
}
