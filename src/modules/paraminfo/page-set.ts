import { type Described, defineModule } from '../module.ts'
import type { pageSetParams } from '../query/page-set.ts'

/** The names of the parameters that choose pages. */
const names: Readonly<Record<keyof typeof pageSetParams, true>> = {
  titles: true,
  pageids: true,
  revids: true,
  generator: true,
  redirects: true,
  converttitles: true,
}

/** The parameters that choose pages, as if they were a module: MediaWiki once told about them so. */
export function pageSet(query: Described | undefined): Described {
  const params = query?.params ?? {}
  const chosen = Object.entries(params).filter(([name]) => Object.hasOwn(names, name))
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
