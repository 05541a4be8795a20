import { CookieJar } from '../../../client/cookie-jar.ts'
import { encodeParams } from '../../../client/encode-params.ts'
import { exchange } from '../../../client/exchange.ts'
import type { LooseParams } from '../../../client/param-value.ts'
import { partsOf } from '../../../client/parts-of.ts'
import type { ModuleInfo, ParamInfo } from '../module-info.ts'
import { readFields } from '../request/dynamic-params.ts'
import { type Namespaces, readNamespaces } from '../request/with-namespaces.ts'

/** What the sandbox itself wants to know of the wiki; a `ClientError` is thrown where the wiki says no. */
export interface AskWiki {
  modules(paths: readonly string[]): Promise<readonly ModuleInfo[]>
  namespaces(): Promise<Namespaces>
  /** The fields of an operation of `meta=authmanagerinfo`, such as `login`. */
  fields(operation: string): Promise<readonly ParamInfo[]>
  token(type: string): Promise<string>
}

const transport = { fetch: (url: URL, init: RequestInit) => fetch(url, init), jar: new CookieJar() }

/** Makes what asks the wiki of this address, in the language of the page. */
export function askWiki(apiUrl: string, uselang: string): AskWiki {
  const ask = async (params: LooseParams): Promise<unknown> => {
    const all = { format: 'json', formatversion: '2', errorformat: 'plaintext', uselang, ...params }
    const url = new URL(apiUrl)
    const asked = { url, method: 'GET', pairs: encodeParams(all), timeoutSeconds: 30 } as const
    return (await exchange(asked, transport)).body
  }
  return {
    async modules(paths) {
      const answer = await ask({ action: 'paraminfo', modules: [...paths], helpformat: 'html' })
      const { modules } = partsOf(partsOf(answer)['paraminfo'])
      return Array.isArray(modules) ? modules.filter(isModuleInfo) : []
    },
    async namespaces() {
      return readNamespaces(await ask({ action: 'query', meta: 'siteinfo', siprop: 'namespaces' }))
    },
    async fields(operation) {
      const asked = { amirequestsfor: operation, amimergerequestfields: '1' }
      // Who may not do it has no fields: the module itself says why.
      const answer = ask({ action: 'query', meta: 'authmanagerinfo', ...asked }).catch(() => ({}))
      return readFields(await answer)
    },
    async token(type) {
      const answer = await ask({ action: 'query', meta: 'tokens', type })
      const tokens = partsOf(partsOf(partsOf(answer)['query'])['tokens'])
      return String(tokens[`${type}token`] ?? '')
    },
  }
}

/** Its shape is what `paraminfo` promises. */
function isModuleInfo(value: unknown): value is ModuleInfo {
  return typeof partsOf(value)['path'] === 'string'
}
