import { message } from '../messages/message.ts'
import type { Params } from '../params/param-spec.ts'
import { warning } from '../result/problem.ts'
import { listOf, type ResultList, type ResultObject } from '../result/value.ts'
import { asHere, findDescribed, isDescribed } from './documentation/find-described.ts'
import { helpUrl } from './documentation/help-url.ts'
import { type Call, type Described, defineModule } from './module.ts'
import { expandPaths } from './paraminfo/expand-paths.ts'
import { helpFormats, wordSpeller } from './paraminfo/help-format.ts'
import { moduleInfo } from './paraminfo/module-info.ts'
import {
  formatNames,
  formatPaths,
  queryModuleNames,
  queryModulePaths,
} from './paraminfo/older-names.ts'
import { pageSet } from './paraminfo/page-set.ts'
import type { Reader } from './paraminfo/param-info.ts'

const params = {
  modules: { type: 'string', multi: true },
  helpformat: { type: helpFormats, default: 'none' },
  querymodules: { type: 'string', multi: true, deprecated: true },
  mainmodule: { type: 'string', deprecated: true },
  pagesetmodule: { type: 'string', deprecated: true },
  formatmodules: { type: 'string', multi: true, deprecated: true },
} as const

/** What there is to know about the module that takes the fewest words. */
const aboutNone: ResultObject = {
  name: 'none',
  classname: 'ApiFormatNone',
  path: 'none',
  group: 'format',
  prefix: '',
  source: 'MediaWiki',
  sourcename: 'MediaWiki',
  licensetag: 'GPL-2.0-or-later',
  licenselink: 'https://wiki.example/index.php?title=Special:Version/License/MediaWiki',
  readrights: true,
  helpurls: listOf('helpurl', [helpUrl('Data_formats')]),
  parameters: listOf('param', []),
  templatedparameters: listOf('param', []),
  errors: listOf('error', [{ code: 'readapidenied' }]),
}

type InfoCall = Call<Params<typeof params>>

/** Tells programs what modules there are, and which parameters they have. */
export const paraminfo = defineModule({
  name: 'paraminfo',
  className: 'ApiParamInfo',
  helpUrls: [helpUrl('Parameter_information')],
  examples: [
    {
      query: 'action=paraminfo&modules=login|logout|query%2Btokens',
      summary: 'apihelp-paraminfo-example-1',
    },
    { query: 'action=paraminfo&modules=query%2B*', summary: 'apihelp-paraminfo-example-2' },
    {
      query: 'action=paraminfo&modules=none',
      summary: 'apihelp-paraminfo-example-none',
      answer: { paraminfo: { helpformat: 'none', modules: listOf('module', [aboutNone]) } },
    },
  ],
  since: '1.12',
  params,

  paramsHere: ({ main }) => ({
    querymodules: { ...params.querymodules, type: queryModuleNames(main) },
    formatmodules: { ...params.formatmodules, type: formatNames(main) },
  }),

  async answer(call: InfoCall) {
    const { params, main, settings, user } = call
    const hasHighLimits = await user.may('apihighlimits')
    const reader: Reader = { words: wordSpeller(params.helpformat, call), hasHighLimits }
    const tell = (module: Described): ResultObject =>
      moduleInfo(asHere(module, call), reader, settings)

    const inQuery = queryModulePaths(call)
    const formats = formatPaths(call)
    const isMainToldApart = isTrueInPhp(params.mainmodule)
    const toldApart = [...(inQuery ?? []), ...(formats ?? []), ...(isMainToldApart ? ['main'] : [])]
    const modules = found(call, params.modules).filter(({ path }) => !toldApart.includes(path))
    return {
      helpformat: params.helpformat,
      modules: listed(modules.map(tell)),
      querymodules: listed(
        found(call, inQuery).map((module) => ({ ...tell(module), querytype: module.group })),
      ),
      mainmodule: isMainToldApart ? tell(main) : undefined,
      pagesetmodule: isTrueInPhp(params.pagesetmodule) ? tellPageSet(call, tell) : undefined,
      formatmodules: listed(found(call, formats).map(tell)),
    }
  },
})

/** These older parameters are told from absent ones as PHP does: `0` is as good as nothing. */
function isTrueInPhp(given: string | undefined): boolean {
  return given !== undefined && given !== '' && given !== '0'
}

/** The modules at some paths; the client is warned of a path that leads nowhere. */
function found(
  { main, reply }: InfoCall,
  paths: readonly string[] | undefined,
): readonly Described[] {
  return expandPaths(paths ?? [], main, ({ key, params }) =>
    reply.warn(warning('paraminfo', message(key, ...params), { code: 'badmodule' })),
  )
}

function listed(infos: readonly ResultObject[]): ResultList | undefined {
  return infos.length === 0 ? undefined : listOf('module', infos)
}

/** The parameters that choose pages are no module, and so have neither name nor path. */
function tellPageSet(call: InfoCall, tell: (module: Described) => ResultObject): ResultObject {
  const query = findDescribed(call.main, 'query')
  const set = tell(pageSet(isDescribed(query) ? asHere(query, call) : undefined))
  return { ...set, name: undefined, path: undefined, group: undefined }
}
