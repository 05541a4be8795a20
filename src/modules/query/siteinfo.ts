import type { Params } from '../../params/param-spec.ts'
import { listOf, type ResultValue } from '../../result/value.ts'
import { helpUrl } from '../documentation/help-url.ts'
import { defineQueryModule, type QueryCall } from './query-module.ts'
import {
  extensions,
  extensionTags,
  fileExtensions,
  functionHooks,
  hooks,
  languageVariants,
  magicWords,
  protocols,
  restrictions,
  skins,
  specialPageAliases,
  uploadDialog,
  variables,
} from './siteinfo/constant-lists.ts'
import { defaultUserOptions } from './siteinfo/default-options.ts'
import { general } from './siteinfo/general.ts'
import { interwikiMap } from './siteinfo/interwiki-map.ts'
import { languages } from './siteinfo/languages.ts'
import { libraries } from './siteinfo/libraries.ts'
import { namespaceAliases, namespacesById } from './siteinfo/namespaces.ts'
import { replicationLag } from './siteinfo/replication-lag.ts'
import { rightsInfo } from './siteinfo/rights-info.ts'
import { statistics } from './siteinfo/statistics.ts'
import { userGroups } from './siteinfo/user-groups.ts'

/** Makes the part of an answer that one value of `siprop` asks for. */
export type SiteProperty = (call: SiteCall) => Promise<ResultValue> | ResultValue

/** A call of `meta=siteinfo`. */
export type SiteCall = QueryCall<Params<typeof params>>

// The order in which MediaWiki lists them.
const names = [
  'general',
  'namespaces',
  'namespacealiases',
  'specialpagealiases',
  'magicwords',
  'interwikimap',
  'dbrepllag',
  'statistics',
  'usergroups',
  'libraries',
  'extensions',
  'fileextensions',
  'rightsinfo',
  'restrictions',
  'languages',
  'languagevariants',
  'skins',
  'extensiontags',
  'functionhooks',
  'showhooks',
  'variables',
  'protocols',
  'defaultoptions',
  'uploaddialog',
] as const

const properties: Readonly<Record<(typeof names)[number], SiteProperty>> = {
  general,
  namespaces: namespacesById,
  namespacealiases: namespaceAliases,
  specialpagealiases: specialPageAliases,
  magicwords: magicWords,
  interwikimap: interwikiMap,
  dbrepllag: replicationLag,
  statistics,
  usergroups: userGroups,
  libraries,
  extensions,
  fileextensions: fileExtensions,
  rightsinfo: rightsInfo,
  restrictions,
  languages,
  languagevariants: languageVariants,
  skins,
  extensiontags: extensionTags,
  functionhooks: functionHooks,
  showhooks: hooks,
  variables,
  protocols,
  defaultoptions: defaultUserOptions,
  uploaddialog: uploadDialog,
}

const params = {
  prop: { type: names, multi: true, default: 'general' },
  filteriw: { type: ['local', '!local'] },
  showalldb: { type: 'boolean' },
  numberingroup: { type: 'boolean' },
  inlanguagecode: { type: 'string' },
} as const

/** Tells about the wiki. */
export const siteinfo = defineQueryModule('meta', {
  name: 'siteinfo',
  helpUrls: [helpUrl('Siteinfo')],
  examples: [
    {
      query: 'action=query&meta=siteinfo&siprop=general|namespaces|namespacealiases|statistics',
      summary: 'apihelp-query+siteinfo-example-simple',
    },
    {
      query: 'action=query&meta=siteinfo&siprop=interwikimap&sifilteriw=local',
      summary: 'apihelp-query+siteinfo-example-interwiki',
    },
    {
      query: 'action=query&meta=siteinfo&siprop=dbrepllag&sishowalldb=',
      summary: 'apihelp-query+siteinfo-example-replag',
      answer: {
        batchcomplete: true,
        query: { dbrepllag: listOf('db', [{ host: 'wiki.example', lag: 0 }]) },
      },
    },
  ],
  since: '1.8',
  errors: [{ key: 'apierror-siteinfo-includealldenied' }],
  prefix: 'si',
  cacheMode: 'public',
  params,

  async answer(call: SiteCall) {
    const parts: [string, ResultValue][] = []
    for (const name of call.params.prop) parts.push([name, await properties[name](call)])
    return new Map(parts)
  },
})
