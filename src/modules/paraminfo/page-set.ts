import { type Described, defineModule } from '../module.ts'
import { pageSetParams } from '../query/page-set.ts'

/** The parameters that choose pages, as if they were a module: MediaWiki once told about them so. */
export function pageSet(query: Described | undefined): Described {
  const params = query?.params ?? {}
  const chosen = Object.entries(params).filter(([name]) => Object.hasOwn(pageSetParams, name))
  const submodules = query?.submodules ?? {}
  return defineModule({
    name: 'pageset',
    className: 'ApiPageSet',
    group: undefined,
    reads: true,
    params: Object.fromEntries(chosen),
    submodules,
    answer: () => undefined,
  })
}
