import type { Params } from '../../params/param-spec.ts'
import type { ResultValue } from '../../result/value.ts'
import { type Call, defineModule } from '../module.ts'
import { extensions } from './siteinfo/extensions.ts'
import { general } from './siteinfo/general.ts'
import { namespaceAliases, namespacesById } from './siteinfo/namespaces.ts'
import { replicationLag } from './siteinfo/replication-lag.ts'
import { rightsInfo } from './siteinfo/rights-info.ts'
import { statistics } from './siteinfo/statistics.ts'
import { userGroups } from './siteinfo/user-groups.ts'

/** Makes the part of an answer that one value of `siprop` asks for. */
export type SiteProperty = (call: SiteCall) => Promise<ResultValue> | ResultValue

/** A call of `meta=siteinfo`. */
export type SiteCall = Call<Params<typeof params>>

// The order in which MediaWiki lists them.
const names = [
  'general',
  'namespaces',
  'namespacealiases',
  'statistics',
  'dbrepllag',
  'usergroups',
  'extensions',
  'rightsinfo',
] as const

const properties: Readonly<Record<(typeof names)[number], SiteProperty>> = {
  general,
  namespaces: namespacesById,
  namespacealiases: namespaceAliases,
  statistics,
  dbrepllag: replicationLag,
  usergroups: userGroups,
  extensions,
  rightsinfo: rightsInfo,
}

const params = {
  prop: { type: names, multi: true, default: 'general' },
  showalldb: { type: 'boolean' },
  numberingroup: { type: 'boolean' },
} as const

/** Tells about the wiki. */
export const siteinfo = defineModule({
  name: 'siteinfo',
  path: 'query+siteinfo',
  prefix: 'si',
  reads: true,
  isPublic: true,
  params,

  async answer(call: SiteCall) {
    const parts: [string, ResultValue][] = []
    for (const name of call.params.prop) parts.push([name, await properties[name](call)])
    return new Map(parts)
  },
})
